"""A full disk and a place that cannot be written to cost the last entry, and nothing that was there before.

Where the tests may mount a disk of half a megabyte, they do and fill it; elsewhere SQLite's own limits stand in.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from database.errors import NoSpace, PathProblem
from database.vault import Vault, create, unlock
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

MUCH = [f"{number} " * 500 for number in range(400)]


@dataclass(frozen=True)
class SmallDisk:
    """A folder, and whether it is a disk of its own."""

    folder: Path
    mounted: bool

    def fill(self, leaving: int = 0) -> None:
        """Leave only so many bytes free."""
        with (self.folder / "ballast").open("wb", buffering=0) as ballast:
            try:
                while ballast.write(bytes(4096)):
                    pass
            except OSError:
                ballast.truncate(max(ballast.tell() - leaving, 0))

    def empty(self) -> None:
        """Make the space free again."""
        (self.folder / "ballast").unlink()


def _mount(*arguments: str) -> bool:
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return False
    return subprocess.run([mount, *arguments], check=False, capture_output=True).returncode == 0  # noqa: S603


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = os.name == "posix" and _mount("-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder))
    yield SmallDisk(folder, mounted)
    if mounted:
        subprocess.run([shutil.which("umount") or "umount", folder], check=True)  # noqa: S603


def _limit(vault: Vault, pragma: str) -> None:
    with vault.reading() as view:
        view._connection.exec_driver_sql(f"PRAGMA {pragma}")


@pytest.mark.parametrize("leaving", [0, 4096, 8192, 20_480, 100_000])
def test_a_full_disk_costs_only_what_was_being_written(disk: SmallDisk, leaving: int) -> None:
    place = disk.folder / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "before")
        if disk.mounted:
            disk.fill(leaving)
        else:
            _limit(vault, f"max_page_count = {5 + leaving // 4096}")
        with pytest.raises(NoSpace) as caught:
            write(vault, *MUCH)
        assert caught.value.path == place
        assert words(vault) == {"before"}
        vault.check()
        if disk.mounted:
            disk.empty()
        else:
            _limit(vault, "max_page_count = 100000")
        write(vault, "after")
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"before", "after"}


@pytest.mark.parametrize("leaving", [0, 4096, 8192, 12_288, 20_480])
def test_on_a_full_disk_a_vault_is_made_whole_or_not_at_all(
    disk: SmallDisk, monkeypatch: pytest.MonkeyPatch, leaving: int
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    if disk.mounted:
        disk.fill(leaving)
    else:
        monkeypatch.setattr(os, "fsync", full)
    place = disk.folder / "Muster.nachweis"
    with pytest.raises(NoSpace) as caught:
        create(place, PASSPHRASE, SCHEMA, cost=CHEAP)
    assert caught.value.path == place
    assert {path.name for path in disk.folder.iterdir()} <= {"ballast"}


def test_a_vault_that_can_only_be_read_is_read_and_says_why_it_cannot_be_written(disk: SmallDisk) -> None:
    place = disk.folder / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "before")
    read_only = disk.mounted and _mount("-o", "remount,ro", str(disk.folder))
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        if not read_only:
            _limit(vault, "query_only = ON")
        assert words(vault) == {"before"}
        with pytest.raises(PathProblem) as caught:
            write(vault, "after")
        assert caught.value.reason == "read_only"
        assert words(vault) == {"before"}


def test_a_folder_that_can_only_be_read_gets_no_vault(disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read only")

    if not (disk.mounted and _mount("-o", "remount,ro", str(disk.folder))):
        monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(PathProblem) as caught:
        create(disk.folder / "Muster.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP)
    assert caught.value.reason == "read_only"


def test_a_register_that_vanished_is_not_written_to_as_if_it_were_there(vault: Vault, place: Path) -> None:
    if os.name == "posix":  # Windows does not let anybody remove a file that is open
        (place / "register.db").unlink()
        with pytest.raises(PathProblem) as caught:
            write(vault, "nowhere")
        assert (caught.value.reason, caught.value.path) == ("missing", place)
