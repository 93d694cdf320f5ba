"""The wizard's page in a window, for tests that click and type."""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.system.languages import language
from app.ui.theme import Theme
from app.wizard.answers import Answers
from app.wizard.page import WizardPage
from tests.wizard.samples import TODAY
from tests.wizard.visitor import Visitor

Open = Callable[..., Visitor]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = next((child for child in qapp.children() if isinstance(child, Theme)), None)
    made = found or Theme(qapp)
    made.set_contrast("normal")
    made.set_scheme("light")
    return made


@pytest.fixture
def visit(qtbot: QtBot, theme: Theme) -> Open:
    """Return a function that opens the wizard with some answers and hands out somebody who uses it."""
    windows: list[QWidget] = []

    def opened(
        answers: Answers | None = None,
        code: str = "de",
        size: tuple[int, int] = (1280, 668),
        typed: dict[str, object] | None = None,
    ) -> Visitor:
        saved: list[Answers] = []
        finished: list[Answers] = []
        left: list[bool] = []

        def save(change: Answers) -> bool:
            saved.append(change)
            return True

        begun = answers or Answers(TODAY)
        words = language("de" if code == "de" else "en")
        page = WizardPage(begun, words, theme, TODAY, save, finished.append, lambda: left.append(True), typed)
        window = QWidget()
        window.resize(*size)
        page.setParent(window)
        page.setGeometry(0, 0, *size)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.setFocus()
        return Visitor(page, saved, finished, left)

    return opened
