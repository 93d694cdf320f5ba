"""The workers behind restoring: look for backups, look inside one, make a vault of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.shell.surroundings import Surroundings
from app.system.folders import place_for_vault

if TYPE_CHECKING:
    from app.ui.task import Progress
    from database.backup_file import BackupFile, Contents, Found
    from database.credentials import Credential


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreDeeds:
    """What the restore scene can have done. The first four are work for a worker and may raise VaultError."""

    find: Callable[[Progress], Found]
    read: Callable[[Path], Callable[[Progress], BackupFile]]
    inside: Callable[[Path, Credential], Callable[[Progress], Contents]]
    restore: Callable[[Path, Credential, Path], Callable[[Progress], Path]]
    free_place: Callable[[str], Path]
    restored: Callable[[Path], None]
    back: Callable[[], None]


def restore_deeds(
    surroundings: Surroundings, *, restored: Callable[[Path], None], back: Callable[[], None]
) -> RestoreDeeds:
    """Return the deeds on this computer: where backups lie by themselves, and in the second places that are set."""
    folders = surroundings.folders
    second = [Path(entry.second_place) for entry in surroundings.remembered.vaults if entry.second_place]
    return RestoreDeeds(
        find=lambda _progress: _found(folders.backups, second),
        read=lambda path: lambda _progress: _read(path),
        inside=lambda path, credential: lambda _progress: _contents(path, credential),
        restore=lambda path, credential, target: lambda _progress: _restored(path, credential, target),
        free_place=lambda name: place_for_vault(folders.vaults, name),
        restored=restored,
        back=back,
    )


def _found(backups: Path, second: Iterable[Path]) -> Found:
    from database.backup_file import found_in  # noqa: PLC0415 - the doors come before the database

    below = sorted(entry for entry in backups.iterdir() if entry.is_dir()) if backups.is_dir() else []
    return found_in(*below, backups, *second)


def _read(path: Path) -> BackupFile:
    from database.backup_file import read_backup  # noqa: PLC0415 - see above

    return read_backup(path)


def _contents(path: Path, credential: Credential) -> Contents:
    from database.backup_file import open_backup  # noqa: PLC0415 - see above

    opened = open_backup(path, credential)
    opened.close()
    return opened.contents


def _restored(path: Path, credential: Credential, target: Path) -> Path:
    from database.restoring import restore  # noqa: PLC0415 - see above

    restore(path, credential, target)
    return target
