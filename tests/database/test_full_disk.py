"""A full disk costs the last entry and nothing that was there before, whatever it was that found no room.

Where the tests may mount a small disk, they do and fill it; elsewhere SQLite's own limits stand in.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from database.credentials import Credential
from database.errors import NoSpace
from database.key_slots import change_passphrase, opens, renew_recovery_key
from database.rekeying import rekey
from database.vault import Vault, create, unlock
from tests.database.faults.deed import tidy
from tests.database.faults.deeds import DEEDS
from tests.database.faults.small_disk import PAGE, SmallDisk, small_disk
from tests.database.faults.told import TellHere, Told, heard
from tests.database.faults.ways_in import TODAY
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

MUCH = [f"{number} " * 500 for number in range(400)]
ENOUGH = 100
"""So many pages are enough for every deed."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Return a disk of half a megabyte."""
    with small_disk(tmp_path / "disk", "512k") as disk:
        yield disk


@pytest.fixture
def roomy(tmp_path: Path) -> Iterator[SmallDisk]:
    """Return a disk on which every deed fits, unless it is filled."""
    with small_disk(tmp_path / "roomy", "4m") as disk:
        yield disk


@pytest.mark.parametrize("deed", DEEDS)
def test_a_disk_that_runs_full_at_any_page_undoes_the_deed_and_nothing_else(
    roomy: SmallDisk, tmp_path: Path, deed: str
) -> None:
    DEEDS[deed].prepare(_made(tmp_path / "before"))
    for pages in range(ENOUGH):
        folder = Path(shutil.copytree(tmp_path / "before", roomy.folder / "now"))
        with roomy.full_after(pages):
            told, full = _tried(deed, folder)
            _nothing_lies_about(folder)
        DEEDS[deed].inspect(folder, told)
        shutil.rmtree(folder)
        if not full:
            return
    raise AssertionError("it never had enough")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _tried(deed: str, folder: Path) -> tuple[Told, bool]:
    """Carry out one step; return what was done, and whether the disk was full. What was refused does not count."""
    tell = TellHere()
    try:
        DEEDS[deed].perform(folder, tell, 1)
    except NoSpace:
        done = heard(tell.lines).done
        return Told(len(done), done), True
    return heard(tell.lines), False


def _nothing_lies_about(folder: Path) -> None:
    for place in folder.rglob("*.nachweis"):
        tidy(place)
    assert not [path for path in folder.rglob("*") if path.name.startswith(".") or path.name.endswith("-journal")]


def _renewed(vault: Vault) -> Credential:
    return renew_recovery_key(vault, TODAY)


def _rekeyed(vault: Vault) -> Credential:
    return rekey(vault, PASSPHRASE, today=TODAY, cost=CHEAP)


def _changed(vault: Vault) -> Credential:
    change_passphrase(vault, "ein anderer", cost=CHEAP)
    return "ein anderer"


@pytest.mark.parametrize("change", [_renewed, _rekeyed, _changed])
@pytest.mark.parametrize("pages", [0, 1, 2, 4, 8, 16])
def test_whoever_is_told_that_the_disk_is_full_goes_on_with_the_old_keys(
    roomy: SmallDisk, change: Callable[[Vault], Credential], pages: int
) -> None:
    place = roomy.folder / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        working: list[Credential] = [PASSPHRASE, renew_recovery_key(vault, TODAY)]
        with roomy.full_after(pages):
            try:
                working = [change(vault)]
            except NoSpace:
                tidy(place)
        write(vault, "after")
    assert all(opens(place, credential) for credential in working)
    with unlock(place, working[0], SCHEMA) as vault:
        assert words(vault) == {"after"}


@pytest.mark.parametrize("leaving", [0, 4096, 8192, 20_480, 100_000])
def test_a_full_disk_costs_only_what_was_being_written(disk: SmallDisk, leaving: int) -> None:
    place = disk.folder / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "before")
        if disk.mounted:
            disk.fill(leaving)
        else:
            _limit(vault, f"max_page_count = {5 + leaving // PAGE}")
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


def _limit(vault: Vault, pragma: str) -> None:
    with vault.reading() as view:
        view.connection.exec_driver_sql(f"PRAGMA {pragma}")


def test_a_full_disk_keeps_nobody_from_closing_or_from_opening(disk: SmallDisk) -> None:
    place = disk.folder / "Muster.nachweis"
    vault = create(place, PASSPHRASE, SCHEMA, cost=CHEAP)
    write(vault, "before")
    with disk.full_after(0):
        vault.close()
        with unlock(place, PASSPHRASE, SCHEMA) as vault:
            assert words(vault) == {"before"}


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
