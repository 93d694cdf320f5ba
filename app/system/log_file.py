"""The file behind the log: small, rotated, and its owner's alone. Imported when the log is opened."""

from __future__ import annotations

import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MOST_BYTES = 200_000
_FILES = 5


class _OwnersFile(RotatingFileHandler):
    """A log file that its owner alone can read, also after it has been rotated."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600))


def opened(path: Path) -> RotatingFileHandler:
    """Return the handler that writes to this file, and to at most four older ones beside it."""
    return _OwnersFile(path, maxBytes=_MOST_BYTES, backupCount=_FILES - 1, encoding="utf-8")
