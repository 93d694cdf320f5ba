"""A long history: read as far as somebody scrolls, checked while locked, and honest about a clock that was set back."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.shell.history_desk import history_deeds
from app.shell.models.history import Choice
from app.shell.pages.history_list import HistoryModel
from app.shell.session import Session
from app.shell.window import MainWindow
from app.system.languages import language
from database.author import Author
from database.history import append, head
from tests.shell.history_worlds import history_of, said
from tests.shell.worlds import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ENGLISH = language("en")
MANY, SEVERAL = 10_000, 2_000


def lengthen(own_session: Session, count: int, at: Callable[[int], datetime] = lambda _: NOW) -> None:
    """Write a long history at once: what is tried is reading it."""
    with own_session.vault.transaction(writing=True) as connection:
        for number in range(count):
            append(connection, own_session.vault.id, Author("m", lambda number=number: at(number)), "test.noted")  # type: ignore[misc]


def test_ten_thousand_entries_are_read_as_far_as_somebody_scrolls(own_session: Session) -> None:
    lengthen(own_session, MANY)
    began = time.perf_counter()
    deeds = history_deeds(own_session)
    model = HistoryModel(ENGLISH, deeds.part, deeds.title, QApplication.instance())  # type: ignore[arg-type]
    model.show_choice(Choice())
    assert model.rowCount() < 1000
    root = QModelIndex()
    while model.canFetchMore(root):
        model.fetchMore(root)
    assert model.rowCount() == MANY + head(own_session.vault).sequence - MANY
    numbers = [line.entry.sequence for line in model.lines]
    assert numbers == sorted(numbers, reverse=True)
    assert time.perf_counter() - began < 10


def test_scrolling_to_the_end_and_back_shows_every_line_and_keeps_none_waiting(
    own_session: Session, own_window: MainWindow
) -> None:
    lengthen(own_session, SEVERAL)
    page = history_of(own_window)
    page.show_choice(Choice())
    page.table.setFocus()
    for _ in range(400):
        QTest.keyClick(page.table, Qt.Key.Key_PageDown)
    QApplication.processEvents()
    assert len(page.model.lines) > SEVERAL


def test_a_clock_that_was_set_back_is_noted_where_it_happened(own_session: Session, own_window: MainWindow) -> None:
    lengthen(own_session, SEVERAL, at=lambda number: NOW - timedelta(days=1) if number == 1000 else NOW)
    page = history_of(own_window)
    page.show_choice(Choice())
    root = QModelIndex()
    while page.model.canFetchMore(root):
        page.model.fetchMore(root)
    back = [row for row in range(page.model.rowCount()) if page.model.is_set_back(row)]
    assert page.model.lines[back[0]].entry.sequence == 1000 + 5
    page.table.selectRow(back[0])
    assert "the clock was set back" in said(page.detail).lower() or "earlier time" in said(page.detail)


def test_locking_during_the_check_harms_nothing(own_window: MainWindow, own_session: Session) -> None:
    lengthen(own_session, SEVERAL)
    history_of(own_window).head.check.click()
    own_window.lock()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert own_window.session is None
