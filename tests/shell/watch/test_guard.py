"""What watches over an open window: it says that it will lock, and locks; the time is chosen in the menu."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.shell.watch.idle import IdleWatch
from app.shell.window import MainWindow
from app.ui.bars import TopBar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Clocks:
    """A monotonic clock that is moved by hand."""

    now = 0.0


def test_a_program_that_nobody_touches_says_so_and_locks(demo_window: MainWindow) -> None:
    clocks, moment = Clocks(), datetime(2026, 11, 22, tzinfo=UTC)
    idle = IdleWatch(lambda: clocks.now, lambda: moment + timedelta(seconds=clocks.now), lambda: 1, demo_window)
    idle.due.connect(demo_window.lock)
    idle.soon.connect(demo_window._say_soon)
    QTest.qWait(50)
    top = demo_window.findChild(TopBar)
    assert top is not None
    clocks.now = 31
    idle.look()
    assert top.notice.isVisible()
    idle.touch()
    assert not top.notice.isVisible()
    clocks.now = 92
    idle.look()
    assert demo_window.session is None


def test_the_time_can_be_chosen_in_the_menu_and_holds_at_once(demo_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: demo_window.guard is not None)
    assert demo_window.guard is not None
    assert demo_window.guard.idle._limit() == 10
    demo_window.speak("en")
    actions = {one.text(): one for one in demo_window.menuBar().findChildren(QAction)}
    assert actions["After 10 minutes"].isChecked()
    actions["After 1 minute"].trigger()
    assert demo_window.guard.idle._limit() == 1
    actions["Never by itself"].trigger()
    assert demo_window.guard.idle._limit() == 0
