"""Making backups: a copy of the register as it lies encrypted on the disk, with its keys, in one file.

The register is copied while a reading transaction holds it still. Nobody is kept from reading meanwhile; somebody who
wants to write waits for as long as the disk needs for the copy.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from database.backup_file import (
    MANIFEST,
    SUFFIX,
    BackupFile,
    Contents,
    Manifest,
    Part,
    found_in,
    read_backup,
    sealed,
    unsealed,
)
from database.chain import Head
from database.errors import PathProblem, VaultError
from database.files import make_private_folder, move, naming, unfinished
from database.folder import KEYS
from database.header import written
from database.opened import Vault
from database.thinning import kept

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 1 << 20
_AT_WORK = timedelta(hours=1)
_DATED = "%Y-%m-%d %H.%M.%S"


def write_backup(vault: Vault, folder: Path) -> BackupFile:
    """Make a backup of an open vault in a folder. It is there whole, on the disk, or not at all.

    Raises NoSpace or PathProblem. A vault in memory has nothing to keep: ValueError.
    """
    if vault.path is None:
        raise ValueError("a vault in memory is not backed up")
    made_at = vault.author.now()
    make_private_folder(folder)
    _sweep_halves(folder, vault.path.stem, made_at)
    path = _free(folder, vault.path.stem, made_at)
    while not _written(path, lambda archive: _fill(archive, vault, made_at)):
        pass  # the keys have changed meanwhile; now they are the new ones
    return read_backup(path)


def is_current(vault: Vault, backup: BackupFile) -> bool:
    """Tell whether nothing has been committed since a backup of this vault was made. The clock is not asked."""
    from database.history import head  # noqa: PLC0415 - it imports SQLAlchemy, a list of backups does not

    try:
        return unsealed(backup.path, vault.held.key).head == head(vault)
    except VaultError:
        return False


def copy_backup(backup: BackupFile, folder: Path) -> BackupFile:
    """Put a copy into a second place. It is there whole, on the disk, or not at all. Raises NoSpace or PathProblem."""
    target = folder / backup.path.name
    make_private_folder(folder)
    _sweep_halves(folder, backup.manifest.name, backup.manifest.made_at)
    copy = unfinished(target)
    try:
        with naming(target), backup.path.open("rb") as source, _made(copy) as stream:
            while chunk := source.read(_CHUNK):
                stream.write(chunk)
            _synced(stream)
        move(copy, target)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
    return read_backup(target)


def thin_out(folder: Path, vault: str, now: datetime) -> tuple[Path, ...]:
    """Remove the backups of one vault that are older than what is kept, and return what was removed.

    What cannot be read as a backup of this vault is never touched, and neither is the newest.
    """
    ours = {one.path: one.manifest.made_at for one in found_in(folder).backups if one.manifest.vault == vault}
    remaining = kept(ours.values(), now)
    removed = []
    for path, made_at in ours.items():
        if made_at not in remaining:
            with suppress(OSError):
                path.unlink()
                removed.append(path)
    return tuple(removed)


def _fill(archive: ZipFile, vault: Vault, made_at: datetime) -> bool:
    """Write everything into the archive; False if the keys have changed meanwhile, so that it would not open."""
    assert vault.path is not None  # noqa: S101 - the caller looked
    with vault.alone():
        header, key = vault.held.header, vault.held.key.copy()  # whoever closes the vault meanwhile overwrites its key
    try:
        with _held_open(vault, vault.path / header.register) as source, vault.apart() as connection:
            contents, schema = inside(connection), connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            register = _add(archive, header.register, made_at, iter(lambda: source.read(_CHUNK), b""))
        files = {KEYS: _add(archive, KEYS, made_at, [written(header)]), header.register: register}
        manifest = Manifest(header.vault, vault.path.stem, made_at, schema, header.register, files)
        _add(archive, MANIFEST, made_at, [sealed(manifest, contents, key)])
    finally:
        key.wipe()
    return vault.held.header is header


@contextmanager
def _held_open(vault: Vault, register: Path) -> Iterator[IO[bytes]]:
    """Open the register to read, and close it while nobody writes.

    Where locks are POSIX's, whoever closes a file lets go of every lock that the program has on it. In the middle of a
    change, another program would then take the journal for one that a crash left, and undo it.
    """
    with register.open("rb", buffering=0) as source:
        try:
            yield source
        finally:
            with vault.alone():
                source.close()


def inside(connection: Connection) -> Contents:
    """Return what a vault holds, as a transaction sees it."""
    from database.history import head_of  # noqa: PLC0415 - these import SQLAlchemy, a list of backups does not
    from database.images import quoted, record_tables  # noqa: PLC0415

    names = record_tables(connection)
    counts = {
        name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {quoted(name)}").scalar_one())  # noqa: S608 - quoted
        for name in names
    }
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE name = 'history'").first()
    return Contents(counts, head_of(connection, "") if tables else Head(0, ""))


def _written(path: Path, fill: Callable[[ZipFile], bool]) -> bool:
    beginning = unfinished(path)
    try:
        with naming(path), _made(beginning) as stream:
            with ZipFile(stream, "w", ZIP_STORED, allowZip64=True) as archive:
                whole = fill(archive)
            _synced(stream)
        if whole:
            move(beginning, path)
    finally:
        with suppress(OSError):
            beginning.unlink(missing_ok=True)
    return whole


def _sweep_halves(folder: Path, name: str, now: datetime) -> None:
    """Remove what a crash left of a backup; what is younger than an hour may be another program's, still at work."""
    halves = re.compile(re.escape(f".{name} ") + ".*" + re.escape(SUFFIX) + r"\.[0-9a-f]{8}")
    with suppress(OSError):
        for entry in folder.iterdir():
            if halves.fullmatch(entry.name) and entry.stat().st_mtime < (now - _AT_WORK).timestamp():
                entry.unlink()


def _add(archive: ZipFile, name: str, made_at: datetime, chunks: Iterable[bytes]) -> Part:
    entry = ZipInfo(name, date_time=max(made_at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
    entry.external_attr = 0o600 << 16
    size, code = 0, sha256()
    with archive.open(entry, "w", force_zip64=True) as stream:
        for chunk in chunks:
            size += len(chunk)
            code.update(chunk)
            stream.write(chunk)
    return Part(size, code.hexdigest())


def _free(folder: Path, name: str, made_at: datetime) -> Path:
    number = 1
    with naming(folder):
        while True:
            path = folder / f"{name} {made_at.strftime(_DATED)}{f' ({number})' if number > 1 else ''}{SUFFIX}"
            if not path.exists():
                return path
            number += 1
            if number > 1 << 16:
                raise PathProblem(folder, "exists")


def _made(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "w+b")


def _synced(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())
