"""A window that shows the history of a real vault, for the tests of that page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.shell.desk import Desk
from app.shell.pages.history import HistoryPage
from app.shell.window import MainWindow


def history_of(window: MainWindow) -> HistoryPage:
    window.open_page("history")
    QApplication.processEvents()
    desk = window.centralWidget()
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, HistoryPage)
    return desk.page


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible()).replace("\u00a0", " ")
