"""Several companies: the door lists the vaults that were opened here, and says which are not found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.first_start import FirstStart
from app.shell.missing_vault import MissingVault
from app.shell.other_vaults import OtherVaults
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from database.vault import create
from tests.shell.conftest import CHEAP
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Opens = Callable[[], MainWindow]


@pytest.fixture
def places(surroundings: Surroundings) -> tuple[Path, ...]:
    """Three vaults, the first opened last."""
    made = tuple(surroundings.folders.vaults / f"{name}.nachweis" for name in ("Anton & Söhne", "berta", "cäsar"))
    for days, place in enumerate(reversed(made)):
        create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
        surroundings.remembered.opened(place, NOW + timedelta(days=days))
    return made


def listed(window: MainWindow) -> OtherVaults:
    door = window.door
    assert door is not None
    found = door.findChild(OtherVaults)
    assert found is not None
    return found


def names(window: MainWindow) -> list[str]:
    return [row.entry.name for row in listed(window).rows]


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def unlocked(window: MainWindow, qtbot: QtBot) -> None:
    door = window.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)


def test_the_door_to_the_last_vault_lists_the_others_by_their_folders(window: Opens, places: tuple[Path, ...]) -> None:
    shown = window()
    assert shown.entrance.place == places[0]
    assert names(shown) == ["berta", "cäsar"]
    said = listed(shown).rows[0].button.accessibleName()
    assert said.startswith("berta, ")
    assert "23.11.2026" in said


def test_one_click_goes_to_another_vault_and_its_passphrase_opens_it(
    window: Opens, places: tuple[Path, ...], surroundings: Surroundings, qtbot: QtBot
) -> None:
    shown = window()
    press(listed(shown).rows[1].button)
    assert shown.entrance.place == places[2]
    assert names(shown) == ["Anton & Söhne", "berta"]
    unlocked(shown, qtbot)
    assert [entry.name for entry in surroundings.remembered.vaults] == ["cäsar", "Anton & Söhne", "berta"]
    assert surroundings.remembered.vaults[0].opened_at == NOW


def test_a_vault_of_the_list_is_chosen_by_keyboard_too(window: Opens, places: tuple[Path, ...]) -> None:
    shown = window()
    row = listed(shown).rows[0].button
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert shown.entrance.place == places[1]


def test_a_vault_that_is_gone_is_said_to_be_and_leaves_the_list_when_asked(
    window: Opens, places: tuple[Path, ...], surroundings: Surroundings, qtbot: QtBot
) -> None:
    places[1].rename(elsewhere := places[1].with_name("elsewhere.nachweis"))
    shown = window()
    row = listed(shown).rows[0]
    qtbot.waitUntil(row.remove.isVisible)
    assert "nicht gefunden" in row.button.accessibleName().lower()
    assert "berta" in row.remove.accessibleName()
    press(row.remove)
    assert names(shown) == ["cäsar"]
    assert [entry.name for entry in surroundings.remembered.vaults] == ["Anton & Söhne", "cäsar"]
    assert elsewhere.exists()


def test_the_last_vault_that_is_still_there_gets_the_door(window: Opens, places: tuple[Path, ...]) -> None:
    places[0].rename(places[0].with_name("elsewhere.nachweis"))
    assert window().entrance.place == places[1]


def test_where_every_vault_is_gone_the_door_says_so_and_finds_the_one_that_comes_back(
    window: Opens, vault_place: Path
) -> None:
    elsewhere = vault_place.rename(vault_place.with_name("elsewhere.nachweis"))
    shown = window()
    assert isinstance(shown.door, MissingVault)
    assert str(vault_place) in shown.door.about.text().replace("\u200b", "")
    press(shown.door.again)
    assert isinstance(shown.door, MissingVault)
    elsewhere.rename(vault_place)
    press(shown.door.again)
    assert isinstance(shown.door, Unlock)


def test_the_only_vault_taken_off_the_list_leads_to_the_first_door(
    window: Opens, vault_place: Path, surroundings: Surroundings
) -> None:
    vault_place.rename(vault_place.with_name("elsewhere.nachweis"))
    shown = window()
    assert isinstance(shown.door, MissingVault)
    press(shown.door.remove)
    assert isinstance(shown.door, FirstStart)
    assert surroundings.remembered.vaults == ()


def test_a_long_list_shows_the_newest_and_all_on_demand(window: Opens, surroundings: Surroundings) -> None:
    for number in range(9):
        place = surroundings.folders.vaults / f"{number}.nachweis"
        place.mkdir(parents=True)
        surroundings.remembered.opened(place, NOW)
    others = listed(window())
    assert [row.isVisible() for row in others.rows] == [True] * 4 + [False] * 4
    press(others.more)
    assert all(row.isVisible() for row in others.rows)
    assert not others.more.isVisible()


def test_the_file_menu_opens_what_was_open_before(window: Opens, places: tuple[Path, ...], qtbot: QtBot) -> None:
    places[2].rename(places[2].with_name("elsewhere.nachweis"))
    shown = window()
    qtbot.waitUntil(lambda: bool(shown.entrance.missing))
    shown.speak("en")
    recent = next(menu for menu in shown.menuBar().findChildren(QMenu) if menu.title() == "Open &recent")
    assert [action.text().split(" (")[0] for action in recent.actions()] == ["Anton && Söhne", "berta", "cäsar"]
    assert "not found" in recent.actions()[2].text()
    recent.actions()[1].trigger()
    assert shown.entrance.place == places[1]


def test_another_vault_can_be_opened_from_within_an_open_one(
    window: Opens, places: tuple[Path, ...], qtbot: QtBot
) -> None:
    shown = window()
    unlocked(shown, qtbot)
    action = next(one for one in shown.menuBar().findChildren(QAction) if one.text().startswith("berta"))
    action.trigger()
    assert shown.session is None
    assert shown.entrance.place == places[1]


def test_after_a_lock_the_door_is_the_one_to_the_vault_that_was_open_even_if_it_is_gone(
    window: Opens, places: tuple[Path, ...], qtbot: QtBot
) -> None:
    shown = window()
    unlocked(shown, qtbot)
    shown.lock()
    assert shown.entrance.place == places[0]
    places[0].rename(places[0].with_name("elsewhere.nachweis"))
    shown.speak("en")
    assert isinstance(shown.door, MissingVault)


def test_the_name_of_a_vault_appears_to_the_letter(
    window: Opens, surroundings: Surroundings, vault_place: Path
) -> None:
    other = surroundings.folders.vaults / "R&amp;D & Co.nachweis"
    other.mkdir()
    surroundings.remembered.opened(other, NOW)
    surroundings.remembered.opened(vault_place, NOW)
    row = listed(window()).rows[0]
    assert row.button.accessibleName().startswith("R&amp;D & Co, ")
    assert row.remove.accessibleName().startswith("R&amp;D & Co ")
