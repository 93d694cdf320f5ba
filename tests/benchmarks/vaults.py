"""The vault against bare sqlcipher3 and against the disk: unlocking, writing, backing up, walking the history."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy import Connection

from database.author import Author
from database.backup import write_backup
from database.connection import _AFTER_THE_KEY, _BEFORE_THE_KEY
from database.credentials import DeviceKey
from database.history import append
from database.key_slots import trust_device
from database.opened import REGISTER_KEY
from database.vault import Vault, create, unlock
from database.verifying import verified
from tests.benchmarks.measure import Line, fastest, timed
from tests.database.notes import CHEAP, NOTES, PASSPHRASE, SCHEMA, Note

MEGABYTES = 200
ENTRIES = 100_000
WRITES = 200

_FILL = """
WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
INSERT INTO notes (id, words) SELECT 'n' || n, hex(randomblob(5000)) FROM counted
"""


def vault_lines() -> list[Line]:
    """Measure everything about a vault, on the disk that the temporary folder lies on."""
    with tempfile.TemporaryDirectory() as folder:
        place, device = Path(folder) / "Large.nachweis", DeviceKey.random()
        with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
            trust_device(vault, device)
            with vault.transaction(writing=True) as connection:
                connection.exec_driver_sql(_FILL, (MEGABYTES * 100,))
            key = vault.held.key.derived(REGISTER_KEY, vault.id).hex()
        return [
            unlocking(place, device, key),
            backing_up(place, device, Path(folder)),
            writing(Path(folder)),
            walking(Path(folder)),
        ]


def unlocking(place: Path, device: DeviceKey, key: str) -> Line:
    """Unlock after the key derivation, and open the same file with the bare library; take the difference."""
    ours = fastest(lambda: unlock(place, device, SCHEMA).close())
    theirs = fastest(lambda: _bare(place / "register.db", key).close())
    more = (ours - theirs) * 1000
    return Line(f"unlocking {_size(place)} MB", f"more than bare sqlcipher3 ({theirs * 1000:.0f} ms)", more, 150, "ms")


def backing_up(place: Path, device: DeviceKey, folder: Path) -> Line:
    """Make a backup, and copy the same file and sync it."""
    with unlock(place, device, SCHEMA) as vault:
        ours, theirs = [], []
        for number in range(5):
            theirs.append(timed(lambda: _copied(place / "register.db", folder / f"copy {number}.db")))  # noqa: B023
            ours.append(timed(lambda: write_backup(vault, folder / f"backups {number}")))  # noqa: B023
            (folder / f"copy {number}.db").unlink()
            shutil.rmtree(folder / f"backups {number}")
    copy, ratio = statistics.median(theirs), statistics.median(ours) / statistics.median(theirs)
    return Line(f"backing up {_size(place)} MB", f"file copy with sync ({copy:.2f} s)", ratio, 2)


def writing(folder: Path) -> Line:
    """Write one record with its history, and insert the same row with the bare library and the same pragmas."""
    place = folder / "Small.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        key = vault.held.key.derived(REGISTER_KEY, vault.id).hex()
        shutil.copy(place / "register.db", folder / "bare.db")
        bare = _bare(folder / "bare.db", key)
        ours, theirs = [], []
        for number in range(WRITES):
            note = Note(f"n{number}", f"{number} " * 50)
            theirs.append(timed(lambda: _insert(bare, note)))  # noqa: B023
            ours.append(timed(lambda: _change(vault, note)))  # noqa: B023
        bare.close()
    insert = statistics.median(theirs)
    ratio = statistics.median(ours) / insert
    return Line("writing one record with history", f"bare sqlcipher3 ({insert * 1000:.1f} ms)", ratio, 3)


def walking(folder: Path) -> Line:
    """Check a history from its first entry to the records of today."""
    with create(folder / "Old.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        with _filled(vault) as connection:
            seconds = fastest(lambda: verified(connection, vault.id), 3)
        vault.read_only = True
    rate = ENTRIES / seconds
    words = f"no library does this ({rate:,.0f} entries/s)"
    return Line("checking the history, an entry", words, seconds / ENTRIES * 1e6, 10, "µs")


@contextmanager
def _filled(vault: Vault) -> Iterator[Connection]:
    author = Author("anna")
    with vault.transaction(writing=True) as connection:
        image = '{"amount":null,"answers":null,"at":null,"id":"one","on":null,"words":"%d"}'
        for number in range(ENTRIES):
            before = image % (number - 1) if number else None
            append(connection, vault.id, author, "note.changed", [("notes", "one", before, image % number)])
        connection.exec_driver_sql("INSERT INTO notes (id, words) VALUES ('one', ?)", (str(ENTRIES - 1),))
    with vault.apart() as connection:
        assert verified(connection, vault.id).broken is None
        yield connection


def _bare(register: Path, key: str) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(register), isolation_level=None)
    connection.executescript(_BEFORE_THE_KEY)
    connection.executescript(f"PRAGMA key = \"x'{key}'\"")
    connection.executescript(_AFTER_THE_KEY)
    connection.execute("SELECT * FROM sqlite_schema").fetchall()
    return connection


def _insert(connection: sqlcipher.Connection, note: Note) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO notes (id, words) VALUES (?, ?)", (note.id, note.words))
    connection.execute("COMMIT")


def _change(vault: Vault, note: Note) -> None:
    with vault.change("note.written") as tx:
        tx.add(NOTES, note)


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    handle = os.open(target, os.O_RDWR)
    os.fsync(handle)
    os.close(handle)


def _size(place: Path) -> int:
    return round((place / "register.db").stat().st_size / 1e6)
