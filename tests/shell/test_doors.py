"""The doors: making a vault, opening it, and every way in which that can go wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.shell.first_start import FirstStart
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Opens = Callable[[], MainWindow]


def first_start(window: MainWindow) -> FirstStart:
    assert isinstance(window.door, FirstStart)
    return window.door


def lock_screen(window: MainWindow) -> Unlock:
    assert isinstance(window.door, Unlock)
    return window.door


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_two_equal_passphrases_make_a_vault_and_the_questions_begin(
    window: Opens, surroundings: Surroundings, qtbot: QtBot
) -> None:
    shown = window()
    door = first_start(shown)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    assert "27" in door.passphrase.hint.text
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    QTest.keyClicks(door.repeat.edit, PASSPHRASE)
    QTest.keyClick(door.repeat.edit, Qt.Key.Key_Return)
    assert not door.found.isEnabled()
    qtbot.waitUntil(lambda: shown.session is not None, timeout=30_000)
    place = surroundings.remembered.last_vault
    assert place is not None
    assert place.parent == surroundings.folders.vaults
    assert shown.door is None


def test_a_short_passphrase_is_refused_at_its_field(window: Opens) -> None:
    door = first_start(window())
    QTest.keyClicks(door.passphrase.edit, "kurz")
    press(door.found)
    assert door.passphrase.edit.property("state") == "error"
    assert "8" in door.passphrase.hint.text


def test_two_different_passphrases_are_refused_at_the_second_field(window: Opens) -> None:
    door = first_start(window())
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClicks(door.repeat.edit, PASSPHRASE + "x")
    press(door.found)
    assert door.repeat.edit.property("state") == "error"


def test_a_place_that_cannot_be_written_to_is_said_and_nothing_typed_is_lost(
    window: Opens, surroundings: Surroundings, qtbot: QtBot
) -> None:
    surroundings.folders.vaults.write_text("a file where a folder should be", encoding="utf-8")
    shown = window()
    door = first_start(shown)
    for field in (door.passphrase, door.repeat):
        QTest.keyClicks(field.edit, PASSPHRASE)
    press(door.found)
    qtbot.waitUntil(lambda: bool(door.trouble.text.strip()), timeout=30_000)
    assert shown.session is None
    assert door.found.isEnabled()
    assert door.passphrase.text() == PASSPHRASE


def test_the_right_passphrase_opens_the_vault(window: Opens, vault_place: Path, qtbot: QtBot) -> None:
    shown = window()
    door = lock_screen(shown)
    assert door.about.text().startswith(vault_place.name)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)


@pytest.mark.usefixtures("vault_place")
def test_a_wrong_passphrase_is_said_at_the_field_and_can_be_typed_again(window: Opens, qtbot: QtBot) -> None:
    shown = window()
    door = lock_screen(shown)
    QTest.keyClicks(door.passphrase.edit, "nicht die richtige")
    press(door.unlock)
    qtbot.waitUntil(lambda: door.passphrase.edit.property("state") == "error", timeout=20_000)
    assert "Passphrase" in door.passphrase.hint.text
    assert not door.trouble.text.strip()
    assert door.passphrase.edit.selectedText() == door.passphrase.text()
    assert door.unlock.isEnabled()


def test_a_damaged_vault_is_not_called_a_wrong_passphrase(window: Opens, vault_place: Path, qtbot: QtBot) -> None:
    keys = vault_place / "vault.json"
    keys.write_text(re.sub(r'"code": ".', '"code": "!', keys.read_text(encoding="utf-8")), encoding="utf-8")
    door = lock_screen(window())
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    press(door.unlock)
    qtbot.waitUntil(lambda: bool(door.trouble.text.strip()), timeout=20_000)
    assert door.passphrase.edit.property("state") != "error"
    assert str(vault_place) in door.trouble.text.replace("\u200b", "")


@pytest.mark.usefixtures("vault_place")
def test_an_empty_passphrase_is_asked_for(window: Opens) -> None:
    door = lock_screen(window())
    press(door.unlock)
    assert door.passphrase.edit.property("state") == "error"


@pytest.mark.usefixtures("vault_place")
def test_from_the_lock_screen_one_can_begin_a_new_vault(window: Opens) -> None:
    shown = window()
    press(lock_screen(shown).ways.new)
    assert isinstance(shown.door, FirstStart)


def test_the_door_speaks_the_other_language_at_once_and_next_time(window: Opens, surroundings: Surroundings) -> None:
    shown = window()
    press(first_start(shown).languages.segments["en"])
    assert first_start(shown).found.words == "Create vault"
    assert surroundings.remembered.language == "en"
