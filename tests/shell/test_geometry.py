"""The window is never larger than its screen, wherever and however large it was the last time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.shell.geometry import put_back, remember, within
from app.shell.surroundings import Surroundings

LAPTOP = QRect(0, 0, 1366, 768)

rectangles = st.builds(
    QRect, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(1, 6000), st.integers(1, 4000)
)


@given(rectangles, rectangles)
def test_a_window_lies_in_the_room_there_is(wanted: QRect, room: QRect) -> None:
    assert room.contains(within(wanted, room))


@given(rectangles, rectangles)
def test_a_window_that_fits_stays_where_it_was(wanted: QRect, room: QRect) -> None:
    united = room.united(wanted)
    assert within(wanted, united) == wanted


def test_a_window_from_a_larger_screen_becomes_as_large_as_the_laptop() -> None:
    assert within(QRect(2000, 100, 2200, 1300), LAPTOP) == LAPTOP


def test_the_first_window_leaves_room_for_its_title_bar(surroundings: Surroundings, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    put_back(window, surroundings.remembered)
    room = window.screen().availableGeometry()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_a_remembered_window_that_is_too_large_is_brought_in(surroundings: Surroundings, qtbot: QtBot) -> None:
    before, again = QMainWindow(), QMainWindow()
    for window in (before, again):
        qtbot.addWidget(window)
    before.setGeometry(-300, 200, 2400, 1500)
    remember(before, surroundings.remembered)
    put_back(again, surroundings.remembered)
    assert again.screen().availableGeometry().contains(again.geometry())
