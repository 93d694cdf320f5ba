"""The list of backups as values: one line per backup, wherever copies of it lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.text import Text
from database.backup_file import BackupFile


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup: where it is read from, and in which places it lies."""

    file: BackupFile
    at: datetime
    here: bool
    elsewhere: bool

    @property
    def places(self) -> Text:
        """Return where it lies, in words."""
        if self.here and self.elsewhere:
            return Text("here and in the second place")
        return Text("here") if self.here else Text("only in the second place")


def backup_lines(backups: Iterable[BackupFile], vault: str, folder: Path) -> tuple[BackupLine, ...]:
    """Return the backups of one vault, the newest first; a copy shares the line of what it is a copy of."""
    lines: dict[str, BackupLine] = {}
    for one in backups:
        if one.manifest.vault != vault:
            continue
        here = one.path.parent == folder
        before = lines.get(one.path.name)
        if before is None:
            lines[one.path.name] = BackupLine(one, one.manifest.made_at.astimezone(), here, not here)
        else:
            file = one if here else before.file
            lines[one.path.name] = BackupLine(file, before.at, before.here or here, before.elsewhere or not here)
    return tuple(sorted(lines.values(), key=lambda line: line.at, reverse=True))
