"""Bringing a vault of the first schema up to date: it is of the old schema or of the new, and no record is another."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from app.registers.schema import SCHEMA
from database.author import Author
from database.backup_file import found_in
from database.folder import header_of, key_from
from database.images import quoted
from database.vault import Vault, open_as_it_is, unlock
from tests.database.faults.deed import opened
from tests.database.faults.saving import BACKUPS
from tests.database.faults.told import Tell, Told
from tests.database.museum_vaults import PASSPHRASES, museum

PASSPHRASE = PASSPHRASES[1]
COPIES = 2

Columns = dict[str, list[str]]
Rows = dict[str, list[tuple[Any, ...]]]


def old_vaults(folder: Path) -> None:
    """Prepare copies of a vault of the first schema."""
    for number in range(COPIES):
        museum(1, folder).rename(_place(folder, number))


def migrate_all(folder: Path, tell: Tell, steps: int) -> None:
    """Open the old vaults, one step each."""
    for number in range(min(steps, COPIES)):
        tell.begin()
        unlock(_place(folder, number), PASSPHRASE, SCHEMA, backups=folder / BACKUPS).close()
        tell.done()


def are_migrated(folder: Path, told: Told) -> None:
    """See that the vaults are of one schema or the other, hold what they held, and were backed up before."""
    backups = found_in(folder / BACKUPS)
    assert backups.unreadable == ()
    columns, expected = _first_schema()
    versions = []
    for number in range(COPIES):
        with _as_it_lies(_place(folder, number)) as vault:
            versions.append(vault.held.version)
            assert _rows(vault, columns) == expected
        with opened(_place(folder, number), PASSPHRASE, SCHEMA) as vault:
            assert _rows(vault, columns) == expected
    done = versions.count(SCHEMA.version)
    assert versions == [SCHEMA.version] * done + [1] * (COPIES - done)
    assert told.allows(done)
    assert done <= len(backups.backups) <= told.begun


def _place(folder: Path, number: int) -> Path:
    return folder / f"{number}.nachweis"


@cache
def _first_schema() -> tuple[Columns, Rows]:
    """Return the columns of the first schema, and what stands in them."""
    with tempfile.TemporaryDirectory() as folder, _as_it_lies(museum(1, Path(folder))) as vault:
        with vault.transaction(writing=False) as connection:
            known = inspect(connection)
            columns = {name: [one["name"] for one in known.get_columns(name)] for name in known.get_table_names()}
        return columns, _rows(vault, columns)


@contextmanager
def _as_it_lies(place: Path) -> Iterator[Vault]:
    """Open a vault whatever its schema, and sign nothing in it."""
    header = header_of(place)
    vault = open_as_it_is(place, header, key_from(place, header, PASSPHRASE), Author())
    try:
        yield vault
    finally:
        vault.read_only = True
        vault.close()


def _rows(vault: Vault, columns: Columns) -> Rows:
    with vault.transaction(writing=False) as connection:
        rows: Rows = {}
        for name, known in columns.items():
            query = f"SELECT {', '.join(map(quoted, known))} FROM {quoted(name)} ORDER BY id"  # noqa: S608 - quoted
            rows[name] = [tuple(row) for row in connection.exec_driver_sql(query)]
        return rows
