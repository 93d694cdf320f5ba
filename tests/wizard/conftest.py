"""The wizard's page in a window, for tests that click and type."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.language import Code
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

    def opened(answers: Answers | None = None, code: Code = "de", **more: Any) -> Visitor:
        made = begin(answers or Answers(TODAY), code, theme, more)
        windows.append(show(made.page, qtbot))
        return made

    return opened


def begin(answers: Answers, code: Code, theme: Theme, more: dict[str, Any]) -> Visitor:
    """Return somebody in front of the wizard, and what the wizard tells the outside."""
    saved: list[Answers] = []
    finished: list[Answers] = []
    left: list[bool] = []

    def save(change: Answers) -> bool:
        saved.append(change)
        return True

    page = WizardPage(
        answers, language(code), theme, TODAY, save, finished.append, lambda: left.append(True), more.get("typed")
    )  # fmt: skip
    page.resize(*more.get("size", (1280, 668)))
    return Visitor(page, saved, finished, left)


def show(page: WizardPage, qtbot: QtBot) -> QWidget:
    """Put the page into a window and the keyboard into the page."""
    window = QWidget()
    window.resize(page.size())
    page.setParent(window)
    page.move(0, 0)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    return window
