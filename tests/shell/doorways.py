"""How somebody goes from one door to another, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.shell.forgotten import Forgotten
from app.shell.unlock import Unlock
from app.shell.window import MainWindow

Opens = Callable[[], MainWindow]
Step = TypeVar("Step", bound=QWidget)


def press(button: QWidget) -> None:
    """Click."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lock_screen(window: MainWindow) -> Unlock:
    """Return the door to a locked vault."""
    assert isinstance(window.door, Unlock)
    return window.door


def forgotten(window: MainWindow) -> Forgotten:
    """Go to the door of whoever has forgotten the passphrase."""
    press(lock_screen(window).forgotten)
    assert isinstance(window.door, Forgotten)
    return window.door


def has_step(window: MainWindow, kind: type[QWidget]) -> bool:
    """Tell whether this step is between the door and the pages now."""
    scene = window.centralWidget()
    return bool(scene and scene.findChildren(kind))


def step(window: MainWindow, kind: type[Step]) -> Step:
    """Return the step between the door and the pages."""
    scene = window.centralWidget()
    assert scene is not None
    (found,) = scene.findChildren(kind)
    return found
