"""Backs up one vault: into the folder for backups, thinned, and on to a second place if that is there.

A backup that cannot be made is a finding that is shown, not an error that interrupts: what was saved in the vault is
saved. The second place is a stick or a share, so it may be away, slow or silent. Nothing waits for it, and when it was
last reached is noted beside the backups.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Literal

from app.shell.backup_rules import AGAIN, Backlog, is_due, is_due_on_leaving, is_over
from app.system import log
from database.backup import copy_backup, is_current, thin_out, write_backup
from database.backup_file import BackupFile, found_in
from database.errors import VaultError
from database.files import naming, replace_file
from database.vault import Vault

When = Literal["due", "leaving", "now"]
Reach = Literal["none", "away", "there", "failed"]

_NOTE = "second-place.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """How the backups of a vault stand: the newest, whether it holds everything, and why not if one failed."""

    newest: BackupFile | None
    is_current: bool
    trouble: VaultError | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """How the second place stands. `at` is the moment of the newest backup that was ever copied there."""

    reach: Reach
    place: Path | None = None
    at: datetime | None = None
    trouble: VaultError | None = None


class BackingUp:
    """The backups of one vault. It may be asked from any thread; each of its two deeds is done one at a time."""

    def __init__(self, vault: Vault, folder: Path, now: Callable[[], datetime]) -> None:
        self._vault, self._now = vault, now
        self.folder = folder
        self._making, self._copying = Lock(), Lock()
        self._newest: BackupFile | None = None
        self._failed_at: datetime | None = None
        self._trouble: VaultError | None = None
        self._refused_at: datetime | None = None
        self._refusal: VaultError | None = None

    def keep_up(self, when: When) -> Kept:
        """Make a backup if it is time for one, and say how the backups stand."""
        with self._making:
            self._newest = self._newest or newest_of(self._vault.id, self.folder)
            backlog = self._backlog()
            if _is_time(when, backlog, self._now()):
                self._make()
                backlog = self._backlog()
            return Kept(self._newest, backlog.is_current, self._trouble)

    def copy_on(self, second: Path | None, *, at_once: bool = False) -> Copied:
        """Copy the newest backup to the second place, if that is set, is there and has not got it yet.

        After a failure it is left in peace for a while, unless it is to be tried at once.
        """
        if second is None:
            return Copied("none")
        with self._copying:
            at = _noted(self.folder, second)
            if self._refusal and not at_once and not is_over(self._refused_at, AGAIN, self._now()):
                return Copied("failed", second, at, self._refusal)
            self._refusal = self._refused_at = None
            if not second.is_dir():
                return Copied("away", second, at)
            try:
                return Copied("there", second, self._copied(second, at))
            except VaultError as error:
                self._refusal, self._refused_at = error, self._now()
                log.trouble("backup.not_copied", error)
                return Copied("failed", second, at, error)

    def _copied(self, second: Path, at: datetime | None) -> datetime | None:
        newest = self._newest
        if newest is None:
            return at
        with naming(second):
            is_there = (second / newest.path.name).exists()
        if not is_there:
            copy_backup(newest, second)
            thin_out(second, self._vault.id, self._now())
        if at != newest.manifest.made_at:
            _note(self.folder, second, newest.manifest.made_at)
        return newest.manifest.made_at

    def _backlog(self) -> Backlog:
        newest = self._newest
        current = newest is not None and is_current(self._vault, newest)
        return Backlog(newest.manifest.made_at if newest else None, current, self._failed_at)

    def _make(self) -> None:
        try:
            self._newest = write_backup(self._vault, self.folder)
            self._failed_at = self._trouble = None
            thin_out(self.folder, self._vault.id, self._now())
        except VaultError as error:
            self._failed_at, self._trouble = self._now(), error
            log.trouble("backup.not_made", error)


def newest_of(vault: str, folder: Path) -> BackupFile | None:
    """Return the newest backup of a vault in a folder."""
    return next((one for one in found_in(folder).backups if one.manifest.vault == vault), None)


def _is_time(when: When, backlog: Backlog, now: datetime) -> bool:
    match when:
        case "due":
            return is_due(backlog, now)
        case "leaving":
            return is_due_on_leaving(backlog)
    return True


def _noted(folder: Path, second: Path) -> datetime | None:
    """Return the moment of the newest backup that is known to be in the second place."""
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        noted = json.loads((folder / _NOTE).read_bytes())
        moment = datetime.fromisoformat(noted["newest"])
        if noted["place"] == str(second) and moment.tzinfo:
            return moment
    return None


def _note(folder: Path, second: Path, newest: datetime) -> None:
    content = {"newest": newest.isoformat(), "place": str(second)}
    replace_file(folder / _NOTE, json.dumps(content, indent=2).encode() + b"\n")
