"""Places and settings: where a vault goes, which one is opened, and a disk that refuses to remember."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.shell import remembered
from app.shell.desk import Desk
from app.shell.first_start import FirstStart
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from database.errors import NoSpace
from tests.shell.worlds import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_another_place_can_be_chosen_for_the_vault(
    window: Callable[[], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = window()
    door = shown.door
    assert isinstance(door, FirstStart)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "anderswo"), ""))
    door.change_place.click()
    assert "anderswo.nachweis" in door.place_line.text().replace("\u200b", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    door.change_place.click()
    assert "anderswo.nachweis" in door.place_line.text().replace("\u200b", "")


def test_an_existing_vault_can_be_chosen_at_every_door(
    window: Callable[[], MainWindow], vault_place: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    surroundings.remembered.change(vaults=())
    shown = window()
    assert isinstance(shown.door, FirstStart)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    shown.door.open_other.click()
    assert isinstance(shown.door, FirstStart)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(vault_place))
    shown.door.open_other.click()
    door = shown.door
    assert isinstance(door, Unlock)
    door.ways.other.click()
    assert isinstance(shown.door, Unlock)
    assert shown.entrance.place == vault_place
    assert surroundings.remembered.vaults == ()


def test_a_folder_that_is_no_vault_is_called_so(
    window: Callable[[], MainWindow], tmp_path: Path, surroundings: Surroundings, qtbot: object
) -> None:
    del qtbot
    surroundings.remembered.opened(tmp_path, NOW)
    shown = window()
    door = shown.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, "irgendetwas")
    door.unlock.click()
    for _ in range(200):
        QTest.qWait(10)
        if door.trouble.text.strip():
            break
    assert "kein Tresor" in door.trouble.text


def test_a_disk_that_refuses_the_settings_stops_nobody(
    demo_window: MainWindow, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NoSpace(None)

    monkeypatch.setattr(remembered, "save", full)
    demo_window.speak("en")
    assert surroundings.remembered.language == "en"
    desk = demo_window.centralWidget()
    assert isinstance(desk, Desk)
    assert desk.top.lock.words == "Lock"
