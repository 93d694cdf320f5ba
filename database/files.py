"""Files and folders that belong to their owner alone, and survive a crash as either the old or the new one.

On Windows the access rights of the user's own folder are inherited and do the same; the modes matter elsewhere.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from database.errors import NoSpace, PathProblem, Reason, VaultError

SUFFIX = ".nachweis"

_PAUSES = (0.01, 0.05, 0.1, 0.2, 0.4)

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REASONS: dict[int, Reason] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
    errno.ENOTEMPTY: "exists",
    errno.EISDIR: "exists",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
    errno.ELOOP: "name",
}


def named(error: OSError, path: Path) -> VaultError:
    """Return the operating system's complaint as one of the errors we know."""
    detail = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if error.errno in _FULL:
        return NoSpace(path, detail)
    return PathProblem(path, _REASONS.get(error.errno or 0, "device"), detail)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn whatever the operating system complains about inside the block into an error we know."""
    try:
        yield
    except OSError as error:
        raise named(error, path) from error
    except ValueError as error:  # a path with a NUL character
        raise PathProblem(path, "name") from error


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, and its parents, on the disk when this returns.

    One that is there stays as it is.
    """
    with naming(path):
        fresh = [folder for folder in (path, *path.parents) if not folder.exists()]
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in fresh:
        sync_folder(folder.parent)


def make_private_file(path: Path, content: bytes = b"") -> None:
    """Make a new file that only its owner can read, on the disk when this returns."""
    with naming(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Put new content in the place of the old in one step: a crash leaves the one or the other, never half."""
    fresh = unfinished(path)
    try:
        make_private_file(fresh, content)
        move(fresh, path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Give a file or folder its final name, on the disk when this returns.

    On Windows a virus scanner may hold what is new for a moment, which looks like a missing right: so ask again.
    """
    with naming(target):
        for pause in _PAUSES:
            try:
                source.replace(target)
                break
            except PermissionError:
                time.sleep(pause)
        else:
            source.replace(target)
    sync_folder(target.parent)


def sync_folder(path: Path) -> None:
    """Make names in the folder survive a power cut, where the system has such a call (Windows has none).

    It never fails: some network file systems refuse and can do no better, and what has got its name has got it.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unfinished(path: Path) -> Path:
    """Return a hidden name beside a place, for what is not finished yet."""
    import secrets  # noqa: PLC0415 - it brings OpenSSL along, and the first window writes nothing

    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def sweep_unfinished(path: Path) -> None:
    """Remove what a crash left unfinished beside a place; whatever resists is left for the next time."""
    ours = re.compile(re.escape(f".{path.name}.") + "[0-9a-f]{8}")
    with suppress(OSError, ValueError):
        for entry in path.parent.iterdir():
            if ours.fullmatch(entry.name):
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry, ignore_errors=True)
                else:
                    entry.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover - the other platform's branch
    import msvcrt

    def take_lock(file: IO[bytes]) -> None:
        """Lock the file for this process; OSError if another has it. The system lets go when the process ends."""
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take_lock(file: IO[bytes]) -> None:
        """Lock the file for this process; OSError if another has it. The system lets go when the process ends."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
