"""From an export back to a vault that is equal to the one it was made of: id, records, history, signatures.

What is its own are the data key, the ways in, and the key that this installation will sign with. An export comes from
anywhere, so nothing is taken over that the history does not vouch for.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError

from database.author import Author
from database.backup import inside
from database.connection import connected, founded, in_transaction, telling
from database.errors import NewerVault
from database.export_file import ExportFile, open_export
from database.export_lines import Mark, Value, checkpoint_of, entry_of, is_entry, item_of, row_of, signer_of
from database.export_manifest import CHECKPOINTS, HISTORY, ITEMS, SIGNERS, table_file
from database.folder import check_free, lay_out
from database.header import Header
from database.history_tables import NAMES
from database.images import quoted, record_tables
from database.keys import Argon2Cost, DataKey, calibrated, passphrase_slot
from database.opened import REGISTER_KEY, Vault
from database.schema import Schema
from database.vault import open_as_it_is
from database.verifying import verified

_PATIENCE = 5.0

_KINDS: dict[str, type] = {"TEXT": str, "INTEGER": int, "FLOAT": float, "BLOB": Mark}
"""What a column holds; SQLite itself would keep anything in it."""

_HISTORY = "INSERT INTO history (sequence, entry, hash) VALUES (?, ?, ?)"
_ITEMS = "INSERT INTO history_items (sequence, place, record_table, record_id, before) VALUES (?, ?, ?, ?, ?)"
_CHECKPOINTS = "INSERT INTO checkpoints (sequence, made_at, signer, signature) VALUES (?, ?, ?, ?)"
_SIGNERS = "INSERT INTO signers (fingerprint, public_key, made_at) VALUES (?, ?, ?)"


def import_export(  # noqa: PLR0913 - each is named, and the last two have a sensible value
    path: Path,
    password: str | None,
    target: Path,
    passphrase: str,
    schema: Schema,
    *,
    cost: Argon2Cost | None = None,
    author: Author | None = None,
) -> Vault:
    """Make a vault from an export at a place where nothing is yet, and open it. It is there whole, or not at all.

    An export of an older schema is brought up to date. Nothing is noted in the history: the vault is equal.

    Raises WrongPassphrase (of the export), DamagedVault (part `export`, also for a history that is broken), NewerVault,
    NoSpace or PathProblem.
    """
    key, author = DataKey.random(), author or Author()
    try:
        with open_export(path, password) as source:
            _check_schema(source, schema)
            check_free(target)
            source.check()
            slot = passphrase_slot(key, source.manifest.vault, passphrase, cost or calibrated())
            header = Header(source.manifest.vault, (slot,)).coded(key)
            lay_out(target, header, lambda register: _laid(register, key, source, schema, author))
    except BaseException:
        key.wipe()
        raise
    return _opened(target, header, key, author)


def _opened(target: Path, header: Header, key: DataKey, author: Author) -> Vault:
    try:
        return open_as_it_is(target, header, key, author)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise


def _check_schema(source: ExportFile, schema: Schema) -> None:
    version = source.manifest.schema
    if version > schema.version:
        raise NewerVault(source.path, f"schema {version}")
    if version < schema.version and schema.migrations is None:
        raise source.damaged(f"schema {version} never was")


def _laid(register: Path, key: DataKey, source: ExportFile, schema: Schema, author: Author) -> None:
    engine = _founded(register, key.derived(REGISTER_KEY, source.manifest.vault), source, schema)
    try:
        with telling(register), in_transaction(engine, writing=True) as connection:
            _fill(connection, source)
            _check_history(connection, source)
            if source.manifest.schema < schema.version:
                from database.migrating import bring_up_to_date  # noqa: PLC0415 - only an old export needs Alembic

                with _reading(source):
                    bring_up_to_date(connection, schema, source.manifest.schema, source.manifest.vault, author)
            _check_types(connection, source, schema)
    finally:
        engine.dispose()


def _founded(register: Path, key: bytearray, source: ExportFile, schema: Schema) -> Engine:
    """Lay the tables of the schema that the export is of."""
    if source.manifest.schema == schema.version:
        return founded(register, key, schema, _PATIENCE)
    from database.migrating import upgrade  # noqa: PLC0415 - only an old export needs Alembic

    engine = connected(register, key, _PATIENCE)
    try:
        schema.tables()
        with telling(register), in_transaction(engine, writing=True) as connection:
            upgrade(connection, schema, 0, source.manifest.schema)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _fill(connection: Connection, source: ExportFile) -> None:
    """Put every line where it lay. What the tables refuse was never in them."""
    there = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())
    tables = record_tables(connection)
    if not there >= NAMES or set(tables) != set(source.manifest.counts):
        raise source.damaged("not the tables of this schema")
    cursor: Any = connection.connection.cursor()
    cursor.execute("PRAGMA defer_foreign_keys = ON")
    with _fitting(source):
        for table in tables:
            _fill_table(cursor, table, source)
        cursor.executemany(_HISTORY, _entries(source))
        cursor.executemany(_ITEMS, (item_of(line) for line in source.lines(ITEMS)))
        for one in map(checkpoint_of, source.array(CHECKPOINTS)):
            cursor.execute(_CHECKPOINTS, (one.head.sequence, one.made_at, one.signer, one.signature))
        for signer in map(signer_of, source.array(SIGNERS)):
            cursor.execute(_SIGNERS, (signer.fingerprint, signer.public_key, signer.made_at))
    if cursor.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise source.damaged("a record refers to one that is not here")


def _fill_table(cursor: Any, table: str, source: ExportFile) -> None:  # noqa: ANN401 - the driver ships no types
    kinds = {
        column[1]: _KINDS.get(column[2], object) for column in cursor.execute(f"PRAGMA table_info({quoted(table)})")
    }
    names = list(kinds)
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, names))}) VALUES ({places})"  # noqa: S608 - quoted
    for line in source.array(table_file(table)):
        row = row_of(line)
        if row.keys() != set(names):
            raise ValueError("not the columns of this table")
        if not all(value is None or isinstance(value, kinds[name]) for name, value in row.items()):
            raise ValueError("not what these columns hold")
        cursor.execute(statement, [_column(row[name], source) for name in names])


def _column(value: Value, source: ExportFile) -> int | float | str | bytes | None:
    if not isinstance(value, Mark):
        return value
    if not source.holds(value.bytes, value.sha256):
        raise ValueError("a file that a record keeps is not here")
    return source.content(value.sha256)


def _entries(source: ExportFile) -> Iterator[tuple[int, str, bytes]]:
    for line in source.lines(HISTORY):
        sequence, entry, hash_ = entry_of(line)
        if not is_entry(sequence, entry):
            raise ValueError(f"entry {sequence} of the history has the wrong form")
        yield sequence, entry, hash_


def _check_history(connection: Connection, source: ExportFile) -> None:
    found = verified(connection, source.manifest.vault)
    if found.broken is not None:
        raise source.damaged(f"the history is broken at entry {found.broken.sequence}: {found.broken.reason}")
    contents = inside(connection)
    if (contents.head, contents.counts) != (source.manifest.head, source.manifest.counts):
        raise source.damaged("not what the manifest says")


def _check_types(connection: Connection, source: ExportFile, schema: Schema) -> None:
    """Read every record as the program will: one that it cannot read would be found on the page that shows it."""
    with _reading(source):
        for table in schema.tables().tables.values():
            for _ in connection.execute(select(table)):
                pass


@contextmanager
def _fitting(source: ExportFile) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise source.damaged(str(error)) from error
    except sqlcipher.IntegrityError as error:
        raise source.damaged("a record does not fit into its table") from error


@contextmanager
def _reading(source: ExportFile) -> Iterator[None]:
    """Turn what an impossible value in a column brings about, whatever reads it, into an error we know."""
    try:
        yield
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError) as error:
        raise source.damaged("a record cannot be read") from error
    except IntegrityError as error:
        raise source.damaged("a record does not fit into the tables of today") from error
