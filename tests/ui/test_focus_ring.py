"""The focus ring: it is where the keyboard is, and away after a click or where a page put the keyboard itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.buttons import primary, secondary
from app.ui.choice_row import Choice
from app.ui.choices import ChoiceList
from app.ui.fields import TextField
from app.ui.focus_ring import FocusRing
from app.ui.page import ScrollPage
from app.ui.table import RowsTable
from app.ui.text import label
from app.ui.tokens import tokens
from tests.ui.conftest import Stage
from tests.ui.samples import FINE_COLUMNS, FINE_ROWS, column


def place(widget: QWidget) -> QRect:
    """Return where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def go_by_key(widget: QWidget) -> None:
    """Put the focus on a widget as somebody at the keyboard has it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(widget, Qt.Key.Key_Shift)


def test_a_page_that_opens_puts_no_ring_around_its_first_control(stage: Stage) -> None:
    first, field = secondary("Eins"), TextField("Name")
    ring = FocusRing(stage(column(first, field)))
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert ring.ring is None
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    assert ring.ring == place(field.edit)


def test_the_ring_follows_the_tab_key(stage: Stage) -> None:
    first, second = secondary("Eins"), secondary("Zwei")
    ring = FocusRing(stage(column(first, second)))
    go_by_key(first)
    assert ring.ring == place(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.ring == place(second)


def test_the_ring_stays_away_after_a_click_until_a_key_is_pressed(stage: Stage) -> None:
    button = secondary("Eins")
    ring = FocusRing(stage(column(button, secondary("Zwei"))))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert ring.ring is None
    QTest.keyClick(button, Qt.Key.Key_Shift)
    assert ring.ring == place(button)


def test_where_a_page_puts_the_keyboard_there_is_no_ring_until_a_key_is_pressed(stage: Stage) -> None:
    first, answers = secondary("Eins"), ChoiceList("Gibt es das?", [Choice("yes", "Ja"), Choice("no", "Nein")])
    ring = FocusRing(stage(column(first, answers)))
    go_by_key(first)
    answers.setFocus()
    assert ring.ring is None
    QTest.keyClick(answers.rows[0], Qt.Key.Key_Down)
    assert ring.ring == place(answers.rows[1])


def test_a_field_has_its_ring_after_a_click_too(stage: Stage) -> None:
    field = TextField("Name")
    ring = FocusRing(stage(column(secondary("Eins"), field)))
    QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton)
    assert ring.ring == place(field.edit)


def test_the_ring_is_drawn_outside_the_control_in_the_accent(stage: Stage, qtbot: QtBot) -> None:
    button = secondary("Eins")
    holder = column(button)
    holder.setContentsMargins(20, 20, 20, 20)
    window = stage(holder)
    FocusRing(window)
    go_by_key(button)
    qtbot.wait(20)
    picture = window.grab().toImage()
    left = place(button).left()
    ink = picture.pixelColor(left - 3, place(button).center().y())
    assert ink.name().upper() == tokens("light")["accent"]


def test_the_ring_follows_scrolling_and_is_not_drawn_beyond_its_page(stage: Stage, qtbot: QtBot) -> None:
    page = ScrollPage()
    button = primary("Weiter")
    page.add(button, label("lang\n" * 100))
    window = stage(page, 400, 200)
    ring = FocusRing(window)
    go_by_key(button)
    before = ring.ring
    page.verticalScrollBar().setValue(40)
    assert before is not None
    assert ring.ring == before.translated(0, -40)
    qtbot.wait(10)
    assert not window.grab().isNull()


def test_in_a_table_the_ring_is_around_the_current_row(stage: Stage) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    ring = FocusRing(stage(table, 600, 200))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert ring.ring is not None
    assert ring.ring.top() == table.viewport().y() + table.visualRect(table.model().index(1, 0)).top()
    assert ring.ring.width() == table.viewport().width()
    assert not ring.grab().isNull()


def test_the_ring_survives_that_its_control_goes_away(stage: Stage, qtbot: QtBot) -> None:
    button = secondary("Eins")
    window = stage(column(button, secondary("Zwei")))
    ring = FocusRing(window)
    go_by_key(button)
    button.deleteLater()
    qtbot.wait(20)
    assert ring.ring is None or ring.ring.isValid()
    assert not window.grab().isNull()


@pytest.mark.parametrize("size", [(300, 200), (900, 700)])
def test_the_ring_is_as_large_as_the_window(stage: Stage, size: tuple[int, int]) -> None:
    window = stage(column(secondary("Eins")))
    ring = FocusRing(window)
    window.resize(*size)
    assert (ring.width(), ring.height()) == size
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, size[1] - 5))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
