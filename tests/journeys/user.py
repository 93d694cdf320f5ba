"""Somebody at the screen: sees the real window, clicks and types, and waits until something has happened.

Run as part of a program of its own, never inside the test process, whose windows are not on a real screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from app import bootstrap
from app.shell.window import MainWindow

Found = TypeVar("Found", bound=QWidget)
PATIENCE = 60.0


class User:
    """One person and one window."""

    def __init__(self) -> None:
        self.said_by_qt: tuple[str, ...] = ()
        self.application = bootstrap._application()
        self.window: MainWindow = bootstrap._window(self.application)
        self.window.resize(1280, 720)
        self.window.show()
        self.wait(self.window.isActiveWindow)

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until it is so; give up after a minute."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(self.words())
            QTest.qWait(20)

    def find(self, kind: type[Found]) -> Found:
        """Return the one visible thing of a kind, as soon as it is there."""
        self.wait(lambda: len(self._seen(kind)) == 1)
        return self._seen(kind)[0]

    def _seen(self, kind: type[Found]) -> list[Found]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def click(self, button: QWidget) -> None:
        """Click, after scrolling to it as anybody would."""
        parent = button.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(button)
            parent = parent.parentWidget()
        QTest.qWait(20)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.qWait(20)

    def type(self, field: QWidget, text: str) -> None:
        """Click into a field, replace what is there, and type."""
        self.click(field)
        if isinstance(field, QLineEdit):
            field.selectAll()
        for char in text:
            if char.isascii():
                QTest.keyClicks(field, char)
            else:  # QTest knows no key for it
                QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char))
        QTest.qWait(20)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QTest.qWait(20)

    def words(self) -> str:
        """Return everything the window says now."""
        return " | ".join(one.text() for one in self.window.findChildren(QLabel) if one.isVisible() and one.text())

    def save_into(self, place: Path, start: Callable[[], None]) -> None:
        """Do what asks where to save, answer, and wait for the file."""
        self.choose(place, start)
        self.wait(place.exists)

    def choose(self, place: Path, start: Callable[[], None]) -> None:
        """Do what opens a file dialog, and choose a file or folder in it."""
        answered: list[bool] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(50, answer)
                return
            name = dialog.findChild(QLineEdit)
            assert name is not None
            name.setText(str(place))
            buttons = dialog.findChild(QDialogButtonBox)
            assert buttons is not None
            self.said_by_qt = tuple(button.text().replace("&", "") for button in buttons.buttons())
            QTest.mouseClick(_accepting(buttons), Qt.MouseButton.LeftButton)
            answered.append(True)

        QTimer.singleShot(50, answer)
        start()
        self.wait(lambda: answered)

    def leave(self) -> None:
        """Close the window."""
        self.window.close()


def _accepting(buttons: QDialogButtonBox) -> QAbstractButton:
    return next(
        button for button in buttons.buttons() if buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
    )
