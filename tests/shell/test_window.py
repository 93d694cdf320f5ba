"""The window with an open vault: pages, languages, locking, the place it remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.shell.desk import Desk
from app.shell.first_start import FirstStart
from app.shell.section_names import QUESTIONS, SECTIONS, pages_for
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.shell.wizard_scene import WizardScene
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def desk_of(window: MainWindow) -> Desk:
    desk = window.centralWidget()
    assert isinstance(desk, Desk)
    return desk


def words_of(window: MainWindow) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in desk_of(window).findChildren(QLabel) if label.isVisible())


def test_the_demo_opens_on_its_result_and_says_what_it_is(demo_window: MainWindow) -> None:
    assert desk_of(demo_window).navigation.current == "scope"
    assert "Mindestens wichtige Einrichtung" in words_of(demo_window)
    assert demo_window.session is not None
    assert demo_window.session.place is None


def test_the_demo_leaves_nothing_on_the_disk(demo_window: MainWindow, tmp_path: Path) -> None:
    demo_window.lock()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and path.name != "settings.json"] == []


def test_every_page_opens_by_alt_and_its_number(demo_window: MainWindow, qtbot: QtBot) -> None:
    demo_window.activateWindow()
    qtbot.waitUntil(demo_window.isActiveWindow)
    for number, key in enumerate(SECTIONS, start=1):
        digit = Qt.Key(int(Qt.Key.Key_0) + number)
        QTest.keyClick(desk_of(demo_window), digit, Qt.KeyboardModifier.AltModifier)
        assert desk_of(demo_window).navigation.current == key


def test_choosing_in_the_sidebar_opens_the_page(demo_window: MainWindow) -> None:
    navigation = desk_of(demo_window).navigation
    QTest.keyClick(navigation, Qt.Key.Key_Down)
    assert "7.000.000" in words_of(demo_window)


def test_a_change_of_language_keeps_the_page_and_is_remembered(
    demo_window: MainWindow, surroundings: Surroundings
) -> None:
    demo_window.open_page("duties")
    QTest.mouseClick(desk_of(demo_window).top.languages.segments["en"], Qt.MouseButton.LeftButton)
    assert desk_of(demo_window).navigation.current == "duties"
    assert "Registration with the BSI" in words_of(demo_window)
    assert surroundings.remembered.language == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    demo_window.speak("de")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_locking_closes_the_vault_and_discards_the_pages(demo_window: MainWindow, qtbot: QtBot) -> None:
    desk, session = desk_of(demo_window), demo_window.session
    assert session is not None
    with qtbot.waitSignal(desk.destroyed):
        demo_window.lock()
    assert demo_window.session is None
    assert isinstance(demo_window.door, FirstStart)
    with pytest.raises(RuntimeError, match="closed"):
        session.keep(session.answers)


def test_locking_removes_the_papers_shown_outside(demo_window: MainWindow, surroundings: Surroundings) -> None:
    place = surroundings.papers.keep("Vorlage", ".pdf", b"%PDF-1.7")
    assert place.exists()
    demo_window.lock()
    assert not place.exists()


def test_a_narrow_window_keeps_the_icons_of_the_sidebar(demo_window: MainWindow) -> None:
    demo_window.resize(900, 640)
    assert desk_of(demo_window).navigation.narrow
    demo_window.resize(1280, 720)
    assert not desk_of(demo_window).navigation.narrow


def test_the_window_opens_where_it_was_closed(window: Callable[[], MainWindow], surroundings: Surroundings) -> None:
    shown = window()
    shown.resize(720, 610)
    shown.close()
    again = MainWindow(surroundings)
    assert (again.width(), again.height()) == (720, 610)
    again.close()


def test_every_menu_entry_has_words_and_no_shortcut_is_used_twice(demo_window: MainWindow) -> None:
    menus = demo_window.menuBar().findChildren(QMenu)
    actions = [one for menu in menus for one in menu.actions() if not one.isSeparator()]
    shortcuts = [one.shortcut().toString() for one in actions if not one.shortcut().isEmpty()]
    assert all(one.text() for one in actions)
    assert sorted(set(shortcuts)) == sorted(shortcuts)
    assert {"Ctrl+L", "Ctrl+P", "Ctrl+Q", "Ctrl+N", "Ctrl+O", "F1", "Alt+1", "Alt+6"} <= set(shortcuts)


def test_the_text_size_is_remembered_and_the_place_is_kept(demo_window: MainWindow, surroundings: Surroundings) -> None:
    demo_window.open_page("exposure")
    larger = next(one for one in demo_window.menuBar().findChildren(QAction) if "150" in one.text())
    larger.trigger()
    try:
        assert surroundings.remembered.settings.text_size == 150
        assert desk_of(demo_window).navigation.current == "exposure"
    finally:
        next(one for one in demo_window.menuBar().findChildren(QAction) if "100" in one.text()).trigger()


def test_the_vault_and_the_help_can_be_looked_at_before_the_questions_are_answered(
    window: Callable[[], MainWindow], vault_place: Path, qtbot: QtBot
) -> None:
    shown = window()
    shown.speak("en")
    shown.entrance._unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: shown.session is not None, timeout=30_000)
    assert isinstance(shown.centralWidget(), WizardScene)
    for key in pages_for(has_result=False):
        shown.open_page(key)
        assert desk_of(shown).navigation.current == key
    assert desk_of(shown).keys == ("vault", "history", "help")
    shown.open_page("scope")
    assert isinstance(shown.centralWidget(), WizardScene)
    shown.open_page("vault")
    desk_of(shown).navigation.chosen.emit(QUESTIONS)
    assert isinstance(shown.centralWidget(), WizardScene)
    assert vault_place.exists()
