"""No page cuts a word: every label has the height its width needs, in both languages, at every usual size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.core.language import CODES, Code
from app.shell.desk import Desk
from app.shell.section_names import SECTIONS
from app.shell.window import MainWindow
from app.ui.tokens import SCHEMES

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SIZES = ((1280, 720), (853, 480), (640, 360))


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def clipped(root: QWidget) -> list[str]:
    """Return every visible label that is lower or narrower than its words."""
    return [
        f"{label.text()[:60]!r} has {label.width()}x{label.height()}"
        for label in root.findChildren(QLabel)
        if label.isVisible() and label.text().strip() and is_cut(label)
    ]


def is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width() or label.height() < label.sizeHint().height()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_no_label_is_cut_on_any_page(demo_window: MainWindow, code: Code, size: tuple[int, int]) -> None:
    demo_window.speak(code)
    demo_window.resize(*size)
    for key in SECTIONS:
        demo_window.open_page(key)
        settle()
        assert (key, clipped(demo_window)) == (key, [])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_no_page_has_to_be_scrolled_sideways(demo_window: MainWindow, code: Code, size: tuple[int, int]) -> None:
    demo_window.speak(code)
    demo_window.resize(*size)
    for key in SECTIONS:
        demo_window.open_page(key)
        settle()
        desk = demo_window.centralWidget()
        assert isinstance(desk, Desk)
        for area in desk.page.findChildren(QScrollArea):
            if area.isVisible():
                assert (key, area.horizontalScrollBar().maximum()) == (key, 0)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_control_has_a_name_and_can_be_reached_by_keyboard(demo_window: MainWindow, scheme: str) -> None:
    for key in SECTIONS:
        demo_window.open_page(key)
        settle()
        for button in demo_window.findChildren(QAbstractButton):
            if button.isVisible() and not button.objectName().startswith("qt_"):
                assert button.accessibleName() or button.text(), (scheme, key, button)


def test_the_door_is_whole_in_both_languages(demo_window: MainWindow, qtbot: QtBot) -> None:
    demo_window.lock()
    for code in CODES:
        demo_window.speak(code)
        for size in SIZES:
            demo_window.resize(*size)
            settle()
            assert clipped(demo_window) == []
    del qtbot
