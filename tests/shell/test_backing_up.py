"""The backups of an open vault: made when due, thinned, copied to a second place, and a trouble is a finding."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.registers.schema import SCHEMA
from app.shell.backing_up import BackingUp, newest_of
from app.shell.backup_rules import AGAIN, EVERY
from database.author import Author
from database.backup_file import found_in, open_backup
from database.errors import PathProblem
from database.vault import Vault, create
from tests.shell.conftest import CHEAP
from tests.shell.worlds import NOW, PASSPHRASE


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, time: timedelta) -> None:
        self.moment += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    made = create(tmp_path / "muster.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP, author=Author("m", clock))
    yield made
    made.close()


@pytest.fixture
def backing_up(vault: Vault, tmp_path: Path, clock: Clock) -> BackingUp:
    return BackingUp(vault, tmp_path / "backups" / "muster", clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def names(folder: Path) -> list[str]:
    return sorted(one.path.name for one in found_in(folder).backups)


def test_a_new_vault_is_backed_up_at_once_and_then_only_after_changes(
    vault: Vault, backing_up: BackingUp, clock: Clock
) -> None:
    first = backing_up.keep_up("due")
    assert first.newest
    assert first.is_current
    clock.passes(2 * EVERY)
    assert backing_up.keep_up("due").newest == first.newest
    vault.note("test.noted")
    second = backing_up.keep_up("due")
    assert second.newest != first.newest
    assert second.is_current


def test_within_half_an_hour_a_change_waits_and_leaving_does_not(
    vault: Vault, backing_up: BackingUp, clock: Clock
) -> None:
    first = backing_up.keep_up("due")
    vault.note("test.noted")
    clock.passes(EVERY - timedelta(minutes=1))
    assert backing_up.keep_up("due") == type(first)(first.newest, is_current=False)
    last = backing_up.keep_up("leaving")
    assert last.is_current
    assert backing_up.keep_up("leaving").newest == last.newest


def test_who_wants_a_backup_now_gets_one(backing_up: BackingUp) -> None:
    first, second = backing_up.keep_up("due"), backing_up.keep_up("now")
    assert first.newest != second.newest


def test_a_change_that_a_crash_left_without_a_backup_is_found_when_the_vault_is_opened_again(
    vault: Vault, backing_up: BackingUp, clock: Clock
) -> None:
    first = backing_up.keep_up("due")
    vault.note("test.noted")
    again = BackingUp(vault, backing_up.folder, clock)
    clock.passes(EVERY)
    assert again.keep_up("due").newest != first.newest


def test_old_backups_are_thinned_and_those_of_other_vaults_are_left_alone(
    vault: Vault, backing_up: BackingUp, clock: Clock, tmp_path: Path
) -> None:
    with create(tmp_path / "other.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP, author=Author("m", clock)) as other:
        theirs = BackingUp(other, backing_up.folder, clock).keep_up("due").newest
    for _ in range(12):
        vault.note("test.noted")
        backing_up.keep_up("now")
        clock.passes(timedelta(hours=1))
    clock.passes(timedelta(days=30))
    backing_up.keep_up("now")
    ours = [one for one in found_in(backing_up.folder).backups if one.manifest.vault == vault.id]
    assert 2 <= len(ours) <= 6
    assert theirs
    assert theirs.path.exists()


def test_a_clock_that_was_set_back_costs_one_backup_more_and_no_burst(
    vault: Vault, backing_up: BackingUp, clock: Clock
) -> None:
    backing_up.keep_up("due")
    vault.note("test.noted")
    clock.passes(timedelta(days=-100))
    for _ in range(5):
        backing_up.keep_up("due")
        clock.passes(timedelta(minutes=1))
        vault.note("test.noted")
    assert len(names(backing_up.folder)) == 2


def test_a_backup_that_cannot_be_made_is_said_and_tried_again_in_a_while(
    vault: Vault, backing_up: BackingUp, clock: Clock
) -> None:
    backing_up.folder.parent.mkdir()
    backing_up.folder.write_text("a file where the folder should be")
    found = backing_up.keep_up("due")
    assert isinstance(found.trouble, PathProblem)
    assert (found.newest, found.is_current) == (None, False)
    backing_up.folder.unlink()
    assert backing_up.keep_up("due").trouble
    clock.passes(AGAIN)
    assert backing_up.keep_up("due").trouble is None
    assert vault.is_open


def test_the_newest_backup_is_copied_once_and_opens_by_itself(backing_up: BackingUp, stick: Path) -> None:
    kept = backing_up.keep_up("due")
    assert kept.newest
    copied = backing_up.copy_on(stick)
    assert (copied.reach, copied.at) == ("there", kept.newest.manifest.made_at)
    [copy] = found_in(stick).backups
    changed = copy.path.stat().st_mtime_ns
    open_backup(copy.path, PASSPHRASE).close()
    backing_up.copy_on(stick)
    assert copy.path.stat().st_mtime_ns == changed


def test_a_place_that_is_away_keeps_its_age_and_is_not_made(
    vault: Vault, backing_up: BackingUp, stick: Path, clock: Clock
) -> None:
    kept = backing_up.keep_up("due")
    backing_up.copy_on(stick)
    shutil.rmtree(stick)
    clock.passes(EVERY)
    vault.note("test.noted")
    backing_up.keep_up("due")
    copied = BackingUp(vault, backing_up.folder, clock).copy_on(stick)
    assert kept.newest
    assert (copied.reach, copied.at) == ("away", kept.newest.manifest.made_at)
    assert not stick.exists()


def test_a_place_that_comes_back_gets_what_it_lacks(vault: Vault, backing_up: BackingUp, stick: Path) -> None:
    backing_up.keep_up("due")
    stick.rmdir()
    assert backing_up.copy_on(stick).reach == "away"
    stick.mkdir()
    assert backing_up.copy_on(stick).reach == "there"
    assert names(stick) == names(backing_up.folder)
    assert vault.is_open


def test_another_place_begins_without_an_age(backing_up: BackingUp, stick: Path, tmp_path: Path) -> None:
    backing_up.keep_up("due")
    backing_up.copy_on(stick)
    assert backing_up.copy_on(tmp_path / "elsewhere").at is None


def test_a_place_that_refuses_is_said_and_left_in_peace_for_a_while(
    backing_up: BackingUp, tmp_path: Path, clock: Clock
) -> None:
    kept = backing_up.keep_up("due")
    assert kept.newest
    place = tmp_path / "full"
    (place / kept.newest.path.name).mkdir(parents=True)
    shutil.rmtree(place)
    place.mkdir()
    (backing_up.folder / "second-place.json").mkdir()
    refused = backing_up.copy_on(place)
    assert refused.reach == "failed"
    assert refused.trouble
    (backing_up.folder / "second-place.json").rmdir()
    assert backing_up.copy_on(place).reach == "failed"
    clock.passes(AGAIN)
    assert backing_up.copy_on(place).reach == "there"


def test_no_place_is_no_trouble(backing_up: BackingUp) -> None:
    backing_up.keep_up("due")
    assert backing_up.copy_on(None).reach == "none"


def test_many_threads_that_ask_at_once_make_one_backup(backing_up: BackingUp) -> None:
    threads = [threading.Thread(target=backing_up.keep_up, args=("due",)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(backing_up.folder)) == 1


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"newest": 3, "place": 4}', b"\xff\xfe", b"[" * 5000])
def test_a_damaged_note_of_the_second_place_costs_only_its_age(
    backing_up: BackingUp, stick: Path, content: bytes
) -> None:
    backing_up.keep_up("due")
    (backing_up.folder / "second-place.json").write_bytes(content)
    stick.rmdir()
    assert backing_up.copy_on(stick).at is None


def test_a_folder_without_backups_has_no_newest(vault: Vault, tmp_path: Path) -> None:
    assert newest_of(vault.id, tmp_path / "nowhere") is None
