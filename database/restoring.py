"""From a backup back to a vault; and the trial that proves it can be done.

A trial restores into a folder that is thrown away, reads every page and its authentication code, walks the history
from its first entry, and compares what is there with what the backup says it holds.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from database.author import Author
from database.backup import inside
from database.backup_file import BackupFile, Contents, OpenedBackup, open_backup, part
from database.credentials import Credential
from database.errors import DamagedVault
from database.files import make_private_folder, naming, unfinished
from database.folder import check_free, lay_out
from database.vault import open_as_it_is

Failure = Literal["", "damaged", "contents", "history"]

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial restore found. `failure` is empty if everything agreed."""

    backup: BackupFile
    contents: Contents
    sha256: str
    seconds: float
    failure: Failure


def restore(path: Path, credential: Credential, target: Path) -> None:
    """Make a vault from a backup at a place where nothing is yet. It is there whole, or not at all.

    It opens with what opens the backup. Raises WrongPassphrase, DamagedVault, NewerVault, NoSpace or PathProblem.
    """
    opened = open_backup(path, credential)
    try:
        check_free(target)
        _laid(opened, target)
    finally:
        opened.close()


def prove(path: Path, credential: Credential, scratch: Path, clock: Callable[[], float] = time.monotonic) -> Trial:
    """Restore a backup on trial into a folder below `scratch` that is removed again.

    Raises WrongPassphrase, NewerVault, NoSpace or PathProblem; a backup that is damaged is a finding and no error.
    """
    began = clock()
    opened = open_backup(path, credential)
    place = unfinished(scratch / "trial")
    try:
        make_private_folder(place)
        failure = _tried(opened, place / "trial.nachweis")
        return Trial(opened.file, opened.contents, _sha256(path), clock() - began, failure)
    finally:
        opened.close()
        shutil.rmtree(place, ignore_errors=True)


def _tried(opened: OpenedBackup, place: Path) -> Failure:
    from database.verifying import verify  # noqa: PLC0415 - it imports SQLAlchemy, a list of backups does not

    try:
        _laid(opened, place)
        with open_as_it_is(place, opened.header, opened.key.copy(), Author(), read_only=True) as vault:
            vault.check()
            with vault.apart() as connection:
                found = inside(connection)
            if found != opened.contents:
                return "contents"
            if found.head.sequence and verify(vault).broken:
                return "history"
    except DamagedVault:
        return "damaged"
    return ""


def _laid(opened: OpenedBackup, target: Path) -> None:
    lay_out(target, opened.header, lambda register: _unpack(opened, register))


def _unpack(opened: OpenedBackup, register: Path) -> None:
    path, name = opened.file.path, opened.header.register
    code = sha256()
    with part(path, name) as source, naming(register), register.open("wb") as stream:
        while chunk := source.read(_CHUNK):
            code.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    if code.hexdigest() != opened.file.manifest.files[name].sha256:
        raise DamagedVault(path, "backup", "the register is not the one of the manifest")


def _sha256(path: Path) -> str:
    code = sha256()
    with naming(path), path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            code.update(chunk)
    return code.hexdigest()
