"""Papers that another program is to show: in the clear on the disk, but for their owner alone and not for long.

A PDF viewer needs a file it can read. It gets one in a private folder, and the folder goes when the vault is locked,
when the program closes or, after a crash, when it next starts. Whether the owner of a folder still lives is not
guessed from a process number, which the system gives out again: the owner holds a lock that dies with it.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.system.folders import file_name
from database.files import make_private_file, make_private_folder, naming, take_lock

_LOCK = ".lock"
_FOLDER = "papers-"


class PrivateFolder:
    """A folder for papers shown outside. Make one at the start, `clear` it on locking, `close` it at the end."""

    def __init__(self, path: Path, lock: IO[bytes]) -> None:
        self.path = path
        self._lock = lock

    def keep(self, title: str, ending: str, content: bytes) -> Path:
        """Put a paper there, under a name made from its title, and return where it lies."""
        paper = self.path / secrets.token_hex(4) / file_name(title, ending)
        make_private_folder(paper.parent)
        make_private_file(paper, content)
        return paper

    def clear(self) -> bool:
        """Remove every paper. False if a viewer holds one open, as Windows lets it: then the next start removes it."""
        with suppress(OSError):
            for inside in self.path.iterdir():
                shutil.rmtree(inside, ignore_errors=True)
        return not self.path.exists() or not any(self.path.iterdir())

    def close(self) -> None:
        """Remove the folder, and let go of it."""
        self.clear()
        with suppress(OSError):
            self.path.rmdir()
        self._lock.close()
        if not self.path.exists():
            with suppress(OSError):
                _lock_of(self.path).unlink()


def open_folder(base: Path) -> PrivateFolder:
    """Remove what a crash left below `base`, and return a new private folder there."""
    make_private_folder(base)
    sweep(base)
    path = base / f"{_FOLDER}{secrets.token_hex(8)}"
    make_private_file(_lock_of(path))
    with naming(path):
        lock = _lock_of(path).open("r+b")
        take_lock(lock)
    make_private_folder(path)
    return PrivateFolder(path, lock)


def sweep(base: Path) -> None:
    """Remove the folders whose owners are gone; those of a program that is still running stay."""
    with suppress(OSError):
        for path in sorted(base.glob(f"{_FOLDER}*")):
            if path.is_dir() and not path.is_symlink() and not _has_owner(path):
                shutil.rmtree(path, ignore_errors=True)
                if not path.exists():
                    _lock_of(path).unlink(missing_ok=True)


def _has_owner(path: Path) -> bool:
    try:
        with _lock_of(path).open("r+b") as lock:
            take_lock(lock)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + _LOCK)
