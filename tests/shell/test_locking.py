"""A lock is no curtain: what the company has entered is in no widget and no object any more, nor is the key."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QThreadPool, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.registers.assessments.record import AssessmentRecord
from app.shell.desk import Desk
from app.shell.models.standing import Standing
from app.shell.pages.reports import ReportsPage
from app.shell.section_names import SECTIONS
from app.shell.session import Session
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from app.wizard.answers import Answers, answer
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

CANARY = "Kanarienvogel"


@pytest.fixture
def own_window(window: Callable[[], MainWindow], vault_place: Path, demo: Session, qtbot: QtBot) -> MainWindow:
    """Return the window with a vault of one's own open, in which the company's name is a canary."""
    assert vault_place.exists()
    shown = window()
    unlock(shown, qtbot)
    session = shown.session
    assert session is not None
    session.keep(answer(demo.answers, "company", f"{CANARY} GmbH"))
    session.record()
    shown.open_page("scope")
    shown._show_session()
    settled()
    return shown


def unlock(window: MainWindow, qtbot: QtBot) -> None:
    door = window.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)


def said_by(widget: QWidget) -> Iterator[str]:
    """Yield everything a widget could say, by eye, ear or tooltip."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QLineEdit():
            yield widget.text()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView() if (model := widget.model()) is not None:
            columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
            for row, column in product(range(model.rowCount(QModelIndex())), range(columns)):
                yield str(model.index(row, column).data())


def canaries() -> list[str]:
    return [words for widget in QApplication.allWidgets() for words in said_by(widget) if CANARY in words]


def collected(gone: list[weakref.ref[object]]) -> bool:
    """Tell whether these are gone; in the program a timer collects what workers let go of late."""
    gc.collect()
    return all(one() is None for one in gone)


def settled() -> None:
    for _ in range(10):
        QTest.qWait(10)


def test_after_a_lock_no_widget_says_what_the_company_has_entered(own_window: MainWindow) -> None:
    for key in (*SECTIONS, "wizard"):
        own_window.open_page(key)
        settled()
    assert canaries() != []
    own_window.lock()
    settled()
    assert canaries() == []
    assert own_window.windowTitle() == "Nachweis"


@pytest.mark.usefixtures("demo")
def test_after_a_lock_nothing_of_the_session_is_left_in_memory(own_window: MainWindow, qtbot: QtBot) -> None:
    for key in (*SECTIONS, "wizard"):
        own_window.open_page(key)
        settled()
    session = own_window.session
    assert session is not None
    gone: list[weakref.ref[object]] = [weakref.ref(session), weakref.ref(session._vault)]
    del session
    own_window.lock()
    qtbot.waitUntil(lambda: collected(gone), timeout=20_000)
    kept = [one for one in gc.get_objects() if isinstance(one, (Standing, Answers, AssessmentRecord))]
    assert [one for one in kept if CANARY in repr(one)] == []


def test_after_a_lock_the_key_is_gone_and_the_place_is_kept(own_window: MainWindow, qtbot: QtBot) -> None:
    own_window.open_page("duties")
    session = own_window.session
    assert session is not None
    own_window.lock()
    assert not session._vault.is_open
    unlock(own_window, qtbot)
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert desk.navigation.current == "duties"


def test_a_dialog_that_is_open_goes_with_the_lock_and_answers_nothing(own_window: MainWindow) -> None:
    own_window.open_page("reports")
    page = own_window.findChild(ReportsPage)
    assert page is not None
    seen: list[object] = []

    def lock_under_it() -> None:
        seen.append(QApplication.activeModalWidget())
        own_window.lock()

    QTimer.singleShot(300, lock_under_it)
    page.save.click()
    settled()
    assert isinstance(seen[0], QFileDialog)
    assert QApplication.activeModalWidget() is None
    assert isinstance(own_window.door, Unlock)
    assert canaries() == []


def test_a_menu_that_is_open_goes_with_the_lock(own_window: MainWindow) -> None:
    menu = own_window.menuBar().actions()[0].menu()
    QTimer.singleShot(200, own_window.lock)
    menu.exec()  # type: ignore[attr-defined]  # the first action of a menu bar is a menu
    settled()
    assert QApplication.activePopupWidget() is None
    assert isinstance(own_window.door, Unlock)


def test_a_dialog_that_cannot_be_turned_away_does_not_keep_the_vault_open(own_window: MainWindow, qtbot: QtBot) -> None:
    class Stubborn(QDialog):
        def reject(self) -> None:
            """Stay."""

    dialog = Stubborn(own_window)
    dialog.open()
    session = own_window.session
    assert session is not None
    own_window.lock()
    assert not session._vault.is_open
    qtbot.waitUntil(lambda: isinstance(own_window.door, Unlock), timeout=20_000)
    dialog.done(0)


def test_a_lock_while_a_paper_is_being_made_disturbs_nobody(
    own_window: MainWindow, capfd: pytest.CaptureFixture[str]
) -> None:
    own_window.open_page("reports")
    page = own_window.findChild(ReportsPage)
    assert page is not None
    page.open.click()
    QTest.qWait(20)
    own_window.lock()
    QThreadPool.globalInstance().waitForDone()
    settled()
    assert isinstance(own_window.door, Unlock)
    assert "Error" not in capfd.readouterr().err


@pytest.mark.usefixtures("vault_place")
def test_a_vault_that_is_being_opened_while_somebody_locks_stays_closed(window: Callable[[], MainWindow]) -> None:
    shown = window()
    door = shown.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    door.unlock.click()
    shown.lock()
    QThreadPool.globalInstance().waitForDone()
    settled()
    assert shown.session is None
    assert isinstance(shown.door, Unlock)
    assert shown.door.passphrase.isEnabled()


@pytest.mark.usefixtures("vault_place")
def test_what_was_typed_at_the_door_goes_with_the_lock(window: Callable[[], MainWindow]) -> None:
    shown = window()
    door = shown.door
    assert isinstance(door, Unlock)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    shown.lock()
    assert isinstance(shown.door, Unlock)
    assert shown.door.passphrase.text() == ""


def test_what_another_program_put_on_the_clipboard_is_left_there(
    own_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText("von anderswo")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: False)
    own_window.lock()
    assert QApplication.clipboard().text() == "von anderswo"
