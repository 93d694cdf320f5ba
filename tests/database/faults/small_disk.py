"""A disk that runs full: a small one of its own where this machine lets us mount one.

Elsewhere the nth attempt to bring something onto the disk is told that it is full, which is when most systems find out.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

PAGE = 4096


@dataclass(frozen=True)
class SmallDisk:
    """A folder, and whether it is a disk of its own."""

    folder: Path
    mounted: bool

    def fill(self, leaving: int = 0) -> None:
        """Leave only so many bytes free."""
        with (self.folder / "ballast").open("wb", buffering=0) as ballast:
            try:
                while ballast.write(bytes(PAGE)):
                    pass
            except OSError:
                ballast.truncate(max(ballast.tell() - leaving, 0))

    def empty(self) -> None:
        """Make the space free again."""
        (self.folder / "ballast").unlink()

    def make_read_only(self) -> bool:
        """Let nothing be written any more; return whether that worked."""
        return self.mounted and _mount("-o", "remount,ro", str(self.folder))

    @contextmanager
    def full_after(self, pages: int) -> Iterator[None]:
        """Let so many pages be written, then no more."""
        if not self.mounted:
            with patch("os.fsync", _full_after(pages)):
                yield
            return
        self.fill(pages * PAGE)
        try:
            yield
        finally:
            self.empty()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[SmallDisk]:
    """Return a disk of a size such as `512k`, or a mere folder where none may be mounted."""
    folder.mkdir()
    mounted = os.name == "posix" and _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield SmallDisk(folder, mounted)
    finally:
        if mounted:
            subprocess.run([shutil.which("umount") or "umount", folder], check=True)  # noqa: S603 - our own disk


def _mount(*arguments: str) -> bool:
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return False
    return subprocess.run([mount, *arguments], check=False, capture_output=True).returncode == 0  # noqa: S603 - own disk


def _full_after(times: int) -> object:
    left = iter(range(times))

    def fsync(_: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "full")

    return fsync
