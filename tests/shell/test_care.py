"""While a vault is open it is backed up and checked; when it is left the last backup is made, whoever waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.text import Text
from app.shell.care import Care, care_of
from app.shell.session import Session, open_vault
from app.shell.surroundings import Surroundings
from app.shell.waiting import Notice, do_visibly
from app.system.languages import language
from app.wizard.answers import answer
from database.backup_file import BackupFile, found_in, open_backup
from database.history import head
from tests.shell.worlds import NOW, PASSPHRASE

GERMAN = language("de")


@pytest.fixture
def session(vault_place: Path, surroundings: Surroundings) -> Iterator[Session]:
    surroundings.remembered.opened(vault_place, NOW)
    seconds = count()
    made = open_vault(vault_place, PASSPHRASE, lambda: NOW + timedelta(seconds=next(seconds)))
    yield made
    made.close()
    QThreadPool.globalInstance().waitForDone()
    for thread in threading.enumerate():
        if thread.name == "second place":
            thread.join()


@pytest.fixture
def care(session: Session, surroundings: Surroundings) -> Care:
    return care_of(session, surroundings, GERMAN)


@pytest.fixture
def backups(surroundings: Surroundings, vault_place: Path) -> Callable[[], tuple[BackupFile, ...]]:
    return lambda: found_in(surroundings.folders.backups_of(vault_place)).backups


def test_a_session_has_one_care_whatever_is_shown(session: Session, care: Care, surroundings: Surroundings) -> None:
    english = language("en")
    assert care_of(session, surroundings, english) is care
    assert care.language is english


def test_soon_after_opening_there_is_a_backup(
    care: Care, backups: Callable[[], tuple[BackupFile, ...]], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: care.kept is not None)
    assert care.kept
    assert [care.kept.newest] == list(backups())


def test_leaving_backs_up_the_last_change_and_only_a_change(
    session: Session, care: Care, backups: Callable[[], tuple[BackupFile, ...]], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: care.kept is not None)
    session.keep(answer(session.answers, "company", "Muster"))
    last = head(session.vault)
    session.close()
    assert len(backups()) == 2
    opened = open_backup(backups()[0].path, PASSPHRASE)
    assert opened.contents.head == last
    opened.close()


def test_leaving_without_a_change_makes_no_backup(
    session: Session, care: Care, backups: Callable[[], tuple[BackupFile, ...]], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: care.kept is not None)
    session.close()
    assert len(backups()) == 1


def test_a_folder_that_cannot_be_written_to_keeps_nobody_from_leaving(
    session: Session, care: Care, surroundings: Surroundings, qtbot: QtBot
) -> None:
    surroundings.folders.backups.write_text("no folder")
    qtbot.waitUntil(lambda: care.kept is not None)
    assert care.kept
    assert care.kept.trouble
    session.keep(answer(session.answers, "company", "Muster"))
    session.close()
    assert not session.vault.is_open


def test_a_second_place_that_is_chosen_gets_its_copy_at_once_and_the_last_one_on_leaving(
    session: Session, care: Care, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    care.set_second_place(stick)
    qtbot.waitUntil(lambda: care.copied.reach == "there")
    before = len(found_in(stick).backups)
    session.keep(answer(session.answers, "company", "Muster"))
    session.close()
    qtbot.waitUntil(lambda: len(found_in(stick).backups) == before + 1)


def test_nobody_is_told_when_nothing_is_new(session: Session, care: Care, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: care.kept is not None)
    told: list[int] = []
    care.changed.connect(lambda: told.append(1))
    for _ in range(3):
        care.look()
        qtbot.wait(50)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(50)
    assert told == []
    session.keep(answer(session.answers, "company", "Muster"))
    care.look()
    qtbot.waitUntil(lambda: bool(told))


def test_the_whole_file_is_checked_and_the_finding_has_its_time(care: Care, qtbot: QtBot) -> None:
    care.check()
    assert care.integrity.state == "running"
    care.check()
    qtbot.waitUntil(lambda: care.integrity.state == "sound")
    assert care.integrity.at == NOW


def test_a_damaged_page_is_found_while_the_vault_stays_open(
    session: Session, care: Care, vault_place: Path, qtbot: QtBot
) -> None:
    register = vault_place / "register.db"
    content = bytearray(register.read_bytes())
    content[-100] ^= 1
    register.write_bytes(content)
    care.check()
    qtbot.waitUntil(lambda: care.integrity.state == "damaged")
    assert care.integrity.trouble
    assert session.vault.is_open


def test_a_file_that_is_away_is_no_damage(session: Session, care: Care, vault_place: Path, qtbot: QtBot) -> None:
    moved = vault_place.rename(vault_place.with_name("moved"))
    care.check()
    qtbot.waitUntil(lambda: care.integrity.state == "unknown")
    moved.rename(vault_place)
    assert session.vault.is_open


def test_closing_while_everything_runs_harms_nothing(session: Session, care: Care, vault_place: Path) -> None:
    for _ in range(5):
        care.back_up_now()
        care.look()
    care.check()
    session.close()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    open_vault(vault_place, PASSPHRASE, lambda: NOW).close()


def test_the_demo_company_is_not_backed_up(demo: Session, surroundings: Surroundings, qtbot: QtBot) -> None:
    care = care_of(demo, surroundings, GERMAN)
    care.look()
    care.back_up_now()
    qtbot.wait(50)
    demo.close()
    assert care.kept is None
    assert not surroundings.folders.backups.exists()


def test_a_vault_that_can_only_be_read_is_not_backed_up_but_checked(
    vault_place: Path, surroundings: Surroundings, qtbot: QtBot
) -> None:
    session = open_vault(vault_place, PASSPHRASE, lambda: NOW, read_only=True)
    care = care_of(session, surroundings, GERMAN)
    care.check()
    qtbot.waitUntil(lambda: care.integrity.state == "sound")
    session.close()
    assert not surroundings.folders.backups.exists()


def test_what_takes_long_is_said_after_a_second_and_gone_afterwards(qtbot: QtBot) -> None:
    seen: list[str] = []

    def slow() -> None:
        time.sleep(1.3)

    def look() -> None:
        seen.extend(type(one).__name__ for one in QApplication.topLevelWidgets() if isinstance(one, Notice))

    qtbot.wait(1)

    QTimer.singleShot(1200, look)
    do_visibly(slow, GERMAN, Text("The last backup is being written …"))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(isinstance(one, Notice) for one in QApplication.topLevelWidgets()))
    assert seen == ["Notice"]


def test_what_goes_wrong_meanwhile_is_raised_where_somebody_hears_it() -> None:
    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        do_visibly(fails, GERMAN, Text("The last backup is being written …"))
