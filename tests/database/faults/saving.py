"""Backups and what comes of them: each is whole or not there, and no older one is ever touched."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from database.backup import copy_backup, write_backup
from database.backup_file import BackupFile, found_in
from database.restoring import restore
from database.vault import unlock
from tests.database.faults.deed import BEFORE, VAULT, a_vault, opened
from tests.database.faults.told import Tell, Told
from tests.database.faults.writing import batch, batches, vaults_in
from tests.database.notes import PASSPHRASE, SCHEMA, words, write

BACKUPS = "Sicherungen"
STICK = "Stick"
RESTORED = "Wieder"


def write_backups(folder: Path, tell: Tell, steps: int) -> None:
    """Make a backup after writing something, one step each, and then a copy of it."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for number in range(steps):
            write(vault, *batch(number))
            tell.begin()
            backup = write_backup(vault, folder / BACKUPS)
            tell.done(_code(backup.path))
            copy_backup(backup, folder / STICK)


def are_backed_up(folder: Path, told: Told) -> None:
    """See that every backup is as it was made, that one on its way is whole if it is there, and the newest opens."""
    in_order = _whole(folder / BACKUPS)
    codes = [_code(backup.path) for backup in in_order]
    assert told.allows(len(codes))
    assert codes[: len(told.done)] == list(told.done)
    copies = [_code(backup.path) for backup in _whole(folder / STICK)]
    assert copies in (codes[: len(told.done) - 1], codes[: len(told.done)])
    if in_order:
        restore(in_order[-1].path, PASSPHRASE, folder / f"{RESTORED}.nachweis")
        with opened(folder / f"{RESTORED}.nachweis") as vault:
            assert words(vault) == batches(len(in_order))
    with opened(folder / VAULT) as vault:
        assert words(vault) in (batches(told.begun), batches(told.begun + 1))
        _let_an_hour_pass(folder)
        copy_backup(write_backup(vault, folder / BACKUPS), folder / STICK)
    left = [str(half) for half in _halves(folder)]
    assert not left, f"left beside the backups: {left}"


def a_backup(folder: Path) -> None:
    """Prepare a vault and a backup of it."""
    a_vault(folder)
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        write_backup(vault, folder / BACKUPS)


def restore_repeatedly(folder: Path, tell: Tell, steps: int) -> None:
    """Restore a backup to a new place, one step each."""
    backup = found_in(folder / BACKUPS).backups[0]
    for number in range(steps):
        tell.begin()
        restore(backup.path, PASSPHRASE, _restored(folder, number))
        tell.done()


def are_restored(folder: Path, told: Told) -> None:
    """See that every vault that was restored is there, and one on its way is whole or can be restored again."""
    there = vaults_in(folder / RESTORED)
    assert told.allows(len(there))
    if told.in_doubt and len(there) < told.begun:
        there.append(_restored(folder, len(there)))
        restore(found_in(folder / BACKUPS).backups[0].path, PASSPHRASE, there[-1])
    for place in there:
        with opened(place) as vault:
            assert words(vault) == {BEFORE}


def _whole(folder: Path) -> list[BackupFile]:
    """Return the backups in a folder, the oldest first; every one must be readable as one."""
    found = found_in(folder)
    assert found.unreadable == ()
    return list(reversed(found.backups))


def _halves(folder: Path) -> list[Path]:
    return [*(folder / BACKUPS).glob(".*"), *(folder / STICK).glob(".*")]


def _let_an_hour_pass(folder: Path) -> None:
    for half in _halves(folder):
        os.utime(half, (0, 0))


def _restored(folder: Path, number: int) -> Path:
    return folder / RESTORED / f"{number:03d}.nachweis"


def _code(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
