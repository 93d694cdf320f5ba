"""From a damaged vault to a new one with everything that can still be read. Of the damaged one nothing is changed.

The new vault has the same id and the same keys, so the same passphrase opens it. A backup is always better, if there
is a recent one: what lay on a damaged page is gone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from database.author import Author
from database.connection import connected, founded, in_transaction, reopened, telling
from database.credentials import Credential
from database.errors import DamagedVault, NewerVault, PathProblem, VaultError
from database.files import make_private_folder, naming, unfinished
from database.folder import check_free, header_of, key_from, lay_out, register_of
from database.header import Header
from database.history_tables import HISTORY
from database.images import digest, quoted, record_tables, written
from database.keys import DataKey
from database.lock import locked
from database.opened import REGISTER_KEY
from database.salvaged_history import SalvagedHistory
from database.schema import Schema
from database.wreck import Wreck, wreck

_PATIENCE = 5.0
_JOURNAL = "-journal"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved: records by table, and how many entries of the history could be followed.

    `lost` counts the records that an index or the history still knows by their ids, and that could not be read. Where
    the damage has taken those as well, nobody can tell, and there may have been more.
    """

    kept: Mapping[str, int]
    lost: Mapping[str, int]
    entries: int


def salvage(
    path: Path, credential: Credential, target: Path, schema: Schema, *, author: Author | None = None
) -> Salvaged:
    """Make a new vault of what can be read in a damaged one, at a place where nothing is yet; all of it or nothing.

    It keeps the schema of the damaged vault, and is brought up to date when it is opened. Nobody may have the damaged
    vault open to write meanwhile.

    Raises WrongPassphrase; DamagedVault if the keys or the first page of the register are gone, so that only a backup
    helps; NewerVault, NotAVault, VaultInUse, NoSpace or PathProblem.
    """
    header = header_of(path)
    key = key_from(path, header, credential)
    try:
        check_free(target)
        with _alone(path):
            return _salvaged(path, header, key, target, schema, author or Author())
    except DamagedVault as damaged:
        damaged.path = path
        raise
    finally:
        key.wipe()


def _salvaged(  # noqa: PLR0913, PLR0917 - from where, to where, and by whom
    path: Path, header: Header, key: DataKey, target: Path, schema: Schema, author: Author
) -> Salvaged:
    def derived() -> bytearray:
        return key.derived(REGISTER_KEY, header.vault)

    saved: list[Salvaged] = []
    with (
        _settled(register_of(path, header), derived(), target) as register,
        wreck(register, derived()) as source,
    ):
        _check_version(path, source.version, schema)
        rescue = _Rescue(source, schema, header.vault, author)
        lay_out(target, header, lambda fresh: saved.append(rescue.into(fresh, derived())))
    return saved[0]


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other programs from writing, where anybody can write at all."""
    try:
        lock = locked(path)
    except PathProblem as problem:
        if problem.reason not in {"read_only", "permission"}:
            raise
        yield
        return
    with lock:
        yield


@contextmanager
def _settled(register: Path, key: bytearray, target: Path) -> Iterator[Path]:
    """Yield the register. If a program died while it wrote, it is a copy in which that has been taken back."""
    journal = register.with_name(register.name + _JOURNAL)
    place = unfinished(target)
    try:
        with naming(register):
            if not journal.exists():
                yield register
                return
        make_private_folder(place)
        with naming(target):
            for file in (register, journal):
                shutil.copyfile(file, place / file.name)
        with suppress(VaultError):
            reopened(place / register.name, key, _PATIENCE)[0].dispose()
        yield place / register.name
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _check_version(path: Path, version: int, schema: Schema) -> None:
    if version > schema.version:
        raise NewerVault(path, f"schema {version}")
    if version < 1 or (version < schema.version and schema.migrations is None):
        raise DamagedVault(path, "register", f"schema {version} never was")


@dataclass(frozen=True, slots=True)
class _Rescue:
    """One salvage: from where, and what the new register is to be."""

    source: Wreck
    schema: Schema
    vault: str
    author: Author

    def into(self, register: Path, key: bytearray) -> Salvaged:
        """Write everything that can be read into an empty register file. The key is wiped."""
        engine = self._founded(register, key)
        try:
            with telling(register), in_transaction(engine, writing=True) as connection:
                return self._filled(connection)
        finally:
            engine.dispose()

    def _founded(self, register: Path, key: bytearray) -> Engine:
        """Lay the tables of the schema that the damaged vault is of."""
        if self.source.version == self.schema.version:
            return founded(register, key, self.schema, _PATIENCE)
        from database.migrating import upgrade  # noqa: PLC0415 - only an old vault needs Alembic

        engine = connected(register, key, _PATIENCE)
        try:
            with telling(register), in_transaction(engine, writing=True) as connection:
                upgrade(connection, self.schema, 0, self.source.version)
        except BaseException:
            engine.dispose()
            raise
        return engine

    def _filled(self, connection: Connection) -> Salvaged:
        records = {table: self._copied(connection, table) for table in record_tables(connection)}
        history = SalvagedHistory(self.vault)
        lost = {table: set(self.source.ids(table)[0]) for table in records}
        entries = 0
        if self._has_history(connection):
            history.copy(self.source, connection)
            entries = history.head.sequence
            for (table, record), known in history.now.items():
                if known is not None and table in lost and not self.source.ids(table)[1]:
                    lost[table].add(record)
            history.begin_anew(
                connection, self.author, {(t, r): d for t, rows in records.items() for r, d in rows.items()}
            )
        return Salvaged(
            {table: len(rows) for table, rows in records.items()},
            {table: len(ids - records[table].keys()) for table, ids in lost.items()},
            entries,
        )

    def _copied(self, connection: Connection, table: str) -> dict[str, str | None]:
        """Put every row of a table that can be read into the new one, and return the digests of the records."""
        names = [name for _, name, *_ in connection.exec_driver_sql(f"PRAGMA table_info({quoted(table)})")]
        ids, all_known = self.source.ids(table)
        statement = (
            f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, names))}) "  # noqa: S608 - quoted
            f"VALUES ({', '.join('?' * len(names))})"
        )
        found: dict[str, str | None] = {}
        for row in self.source.rows(table, tuple(ids.values()) if all_known else ()):
            if row.keys() == set(names) and row["id"] not in found:
                connection.exec_driver_sql(statement, tuple(row[name] for name in names))
                found[row["id"]] = digest(written(row))
        return found

    def _has_history(self, connection: Connection) -> bool:
        query = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
        return bool(connection.exec_driver_sql(query, (HISTORY.name,)).scalar_one())
