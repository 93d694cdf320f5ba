"""A program that makes a backup of what it writes keeps its locks, though POSIX drops them when a file is closed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from database import backup
from database.backup import write_backup
from database.backup_file import Part
from database.vault import Vault
from tests.database.notes import NOTES, Note, words, write

ASKING = """
import fcntl, os, struct, sys
RESERVED = 0x40000001
asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, RESERVED, 1, 0)
with open(sys.argv[1], "rb+") as register:
    found = fcntl.fcntl(register, fcntl.F_GETLK, asked)
print(struct.unpack("hhqqi4x", found)[0] != fcntl.F_UNLCK)
"""


def _is_reserved(register: Path) -> bool:
    """Ask, as another program, whether somebody is about to write."""
    asked = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", ASKING, str(register)], capture_output=True, text=True, check=True
    )
    return asked.stdout == "True\n"


class Slowly:
    """Adds to a backup, and waits with the register until somebody has begun to change it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.copying, self.changing = threading.Event(), threading.Event()
        self._add = backup._add
        monkeypatch.setattr(backup, "_add", self.add)

    def add(self, archive: ZipFile, name: str, made_at: datetime, chunks: Iterable[bytes]) -> Part:
        """Add one file."""
        if name == "register.db":
            self.copying.set()
            assert self.changing.wait(20)
        return self._add(archive, name, made_at, chunks)


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of its locks are those of Linux")
def test_a_backup_that_ends_in_the_middle_of_a_change_leaves_the_change_its_lock(
    vault: Vault, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(vault, "before")
    slowly, register = Slowly(monkeypatch), place / "register.db"
    making = threading.Thread(target=write_backup, args=(vault, tmp_path / "Sicherungen"))
    making.start()
    assert slowly.copying.wait(20)
    assert not _is_reserved(register)
    with vault.change("notes.written") as tx:
        tx.add(NOTES, Note("after", "after"))
        slowly.changing.set()
        making.join(0.5)
        assert _is_reserved(register)
    making.join(20)
    assert words(vault) == {"before", "after"}
    assert not _is_reserved(register)
    assert [path.suffix for path in (tmp_path / "Sicherungen").iterdir()] == [".nachweis-backup"]
