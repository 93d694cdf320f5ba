"""What the tests of the kit share: the dressed application and a window to put a piece in."""

from __future__ import annotations

import os
from collections.abc import Callable
from gettext import NullTranslations

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.language import Language
from app.ui.theme import Theme

Stage = Callable[..., QWidget]


@pytest.fixture
def english() -> Language:
    return Language("en", NullTranslations())


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(_dressed: Theme) -> Theme:
    _dressed.set_contrast("normal")
    _dressed.set_scheme("light")
    return _dressed


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme) -> Stage:  # noqa: ARG001 - the window is dressed
    """Return a function that shows a piece in a window of a given size."""
    windows = []

    def show(piece: QWidget, width: int = 600, height: int = 500) -> QWidget:
        window = QWidget()
        window.resize(width, height)
        piece.setParent(window)
        piece.setGeometry(0, 0, width, height)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
