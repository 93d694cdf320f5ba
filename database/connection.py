"""The one connection to an encrypted register, set up so that nothing readable ever leaves it.

This module imports SQLAlchemy and SQLCipher, so it is itself imported only when a vault is opened.

The traps it steps around: SQLAlchemy's own SQLCipher dialect sends a second, empty key; the driver's implicit
transactions leave half a migration behind; SQLCipher prints to the terminal; the driver's statement cache would keep
the text of the statement that carries the key.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from database.errors import DamagedVault, NoSpace, PathProblem, VaultError, VaultInUse
from database.keys import wipe
from database.schema import Schema

_BEFORE_THE_KEY = "PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;"
_AFTER_THE_KEY = """
PRAGMA cipher_compatibility = 4;
PRAGMA temp_store = MEMORY;
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = EXTRA;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
"""

_IN_WORDS = {
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
}
"""What SQLCipher's own functions pass on: the words of SQLite, under the number of no error in particular."""


def founded(path: Path | None, key: bytearray, schema: Schema, patience: float) -> Engine:
    """Lay the tables of the schema into an empty register file, or into one in memory. The key is wiped."""
    from database.history_tables import METADATA  # noqa: PLC0415 - only a new vault needs to be told

    engine = connected(path, key, patience)
    with _disposing_of(engine), telling(path), in_transaction(engine, writing=True) as connection:
        METADATA.create_all(connection, checkfirst=False)
        schema.tables().create_all(connection, checkfirst=False)
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.version:d}")
    return engine


def reopened(path: Path, key: bytearray, patience: float, *, read_only: bool = False) -> tuple[Engine, int]:
    """Open a register file and read enough of it to know that the key is right. The key is wiped.

    Returns the version of its tables, too.
    """
    vault = path.parent
    engine = connected(path, key, patience, read_only=read_only)
    with _disposing_of(engine), telling(vault), in_transaction(engine, writing=False) as connection:
        connection.exec_driver_sql("SELECT * FROM sqlite_schema").all()
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return engine, version


def in_transaction(engine: Engine, *, writing: bool) -> AbstractContextManager[Connection]:
    """Return a transaction; one that writes takes the write lock at its beginning."""
    return engine.execution_options(writing=writing).begin()


def export(connection: Connection, register: Path, key: bytearray) -> None:
    """Copy everything that a connection reads into an empty register under another key. The key is wiped.

    The statement that carries the key goes around the driver's statement cache.
    """
    raw: sqlcipher.Connection = connection.connection.driver_connection
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.rollback()  # a file is attached outside of a transaction only
    try:
        address = _address(register).replace("'", "''")
        raw.executescript(f"ATTACH DATABASE '{address}' AS fresh KEY \"x'{key.hex()}'\"")
        raw.executescript("PRAGMA query_only = OFF; SELECT sqlcipher_export('fresh');")
        raw.executescript(f"PRAGMA fresh.user_version = {version:d}; DETACH DATABASE fresh;")
    finally:
        wipe(key)


@contextmanager
def telling(path: Path | None) -> Iterator[None]:
    """Turn the database's known complaints inside the block into errors we know. Anything else is a bug, and loud."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        known = _named(_IN_WORDS.get(str(cause), getattr(cause, "sqlite_errorcode", 0)), path)
        if known is None:
            raise
        raise known from error


def connected(path: Path | None, key: bytearray, patience: float, *, read_only: bool = False) -> Engine:
    """Return a connection that holds the key; whether it is the right one shows at the first page. The key is wiped."""
    where = ":memory:" if path is None else _address(path)

    def connect() -> sqlcipher.Connection:
        raw = sqlcipher.connect(
            where, uri=path is not None, timeout=patience, isolation_level=None, check_same_thread=False
        )
        try:
            raw.executescript(_BEFORE_THE_KEY)
            raw.executescript(f"PRAGMA key = \"x'{key.hex()}'\"")
            raw.executescript(_AFTER_THE_KEY)
            if read_only:  # not in the address: what a program that died left by halves must still be taken back
                raw.executescript("PRAGMA query_only = ON")
        except BaseException:
            raw.close()
            raise
        finally:
            wipe(key)
        return raw

    engine = create_engine(
        "sqlite+pysqlite://", module=sqlcipher, creator=connect, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def _disposing_of(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _named(code: int, path: Path | None) -> VaultError | None:
    match code & 0xFF:
        case sqlcipher.SQLITE_FULL:
            return NoSpace(path)
        case sqlcipher.SQLITE_CORRUPT | sqlcipher.SQLITE_NOTADB:
            return DamagedVault(path, "register", f"SQLite error {code}")
        case sqlcipher.SQLITE_BUSY | sqlcipher.SQLITE_LOCKED:
            return VaultInUse(path)
        case sqlcipher.SQLITE_READONLY:
            return PathProblem(path, "missing" if path is not None and not any(path.glob("*.db")) else "read_only")
        case sqlcipher.SQLITE_PERM | sqlcipher.SQLITE_CANTOPEN:
            return PathProblem(path, "permission")
        case sqlcipher.SQLITE_IOERR:
            return PathProblem(path, "device", f"SQLite error {code}")
    return None


def _address(path: Path) -> str:
    """Return the file as an address that never creates it; a network share keeps both its slashes."""
    absolute = path.absolute().as_posix()
    return f"file://{'' if absolute.startswith('/') else '/'}{quote(os.fsencode(absolute), safe='/:')}?mode=rw"
