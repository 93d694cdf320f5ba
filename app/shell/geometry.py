"""Where the window was on the screen, remembered from one time to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from app.shell.remembered import Remembered

_LEAST = (640, 360)
_FIRST = (1280, 800)


def put_back(window: QMainWindow, remembered: Remembered) -> None:
    """Put the window where it was, or give it a good size the first time."""
    window.setMinimumSize(*_LEAST)
    kept = remembered.settings.window_geometry
    if not (kept and window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))):
        window.resize(*_FIRST)


def remember(window: QMainWindow, remembered: Remembered) -> None:
    """Remember where the window is."""
    geometry = bytes(window.saveGeometry().toBase64().data())
    remembered.change(window_geometry=geometry.decode("ascii"))
