"""Brings an older vault up to date: forward only, after a backup, all of it or nothing.

Alembic runs the program's revisions. Which version a vault has stands in it once, as SQLite's `user_version`; Alembic's
own table is made for the upgrade and dropped at its end, inside the one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from database.errors import NoSpace, OlderVault
from database.history import MIGRATED, Touch, append
from database.history_tables import HISTORY
from database.images import images, record_tables
from database.opened import Vault
from database.schema import Schema

if TYPE_CHECKING:
    from pathlib import Path

    from database.author import Author

_Records = dict[tuple[str, str], str]


def migrate(vault: Vault, schema: Schema, backups: Path | None) -> None:
    """Bring the tables of an open vault to the program's version. The vault is as it was if that fails.

    Raises OlderVault if the vault is open to read only, and NoSpace or PathProblem if the backup or the migration
    cannot be written.
    """
    from database.backup import write_backup  # noqa: PLC0415 - the backup knows how to migrate in its turn

    if vault.read_only or vault.path is None:
        raise OlderVault(vault.path, f"schema {vault.held.version}")
    backup = write_backup(vault, backups or vault.path.parent)
    try:
        with vault.transaction(writing=True) as connection:
            bring_up_to_date(connection, schema, vault.held.version, vault.id, vault.author)
    except NoSpace:
        with suppress(OSError):  # or every attempt would leave one more and fill the disk further
            backup.path.unlink()
        raise
    vault.held.version = schema.version


def bring_up_to_date(connection: Connection, schema: Schema, version: int, vault: str, author: Author) -> None:
    """Bring the tables to the program's version and note it in the history, inside the transaction that is open."""
    before = _records(connection) if _has_history(connection) else {}
    upgrade(connection, schema, version)
    append(connection, vault, author, MIGRATED, tuple(_changed(before, _records(connection))))


def upgrade(connection: Connection, schema: Schema, version: int, to: int | None = None) -> None:
    """Run the revisions from a version to another, the program's by default, inside the transaction that is open."""
    assert schema.migrations is not None  # noqa: S101 - whoever calls has looked
    script, to = ScriptDirectory(str(schema.migrations)), schema.version if to is None else to
    MigrationContext.configure(connection).stamp(script, revision(version))

    def steps(now: str, _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs(revision(to), now)  # noqa: SLF001 - what Alembic's own command calls

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=revision(to)) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
    connection.exec_driver_sql("DROP TABLE alembic_version")
    connection.exec_driver_sql(f"PRAGMA user_version = {to:d}")


def revision(version: int) -> str:
    """Return how the revision that leads to a version is named."""
    return f"{version:04d}" if version else "base"


def _changed(before: _Records, after: _Records) -> Iterator[Touch]:
    """Yield every record that lies in other columns than before, is gone, or was in no history yet."""
    for table, record in sorted(before.keys() | after.keys()):
        old, new = before.get((table, record)), after.get((table, record))
        if old != new:
            yield table, record, old, new


def _records(connection: Connection) -> _Records:
    return {(table, key): image for table in record_tables(connection) for key, image in images(connection, table)}


def _has_history(connection: Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return bool(connection.exec_driver_sql(query, (HISTORY.name,)).scalar_one())
