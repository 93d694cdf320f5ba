"""Where the window was on the screen, remembered from one time to the next.

What was remembered may come from a larger screen that is gone. The window never opens larger than the screen it opens
on, because the buttons to go on are at its foot.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMargins, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from app.shell.remembered import Remembered

_LEAST = (640, 360)
_FIRST = QSize(1280, 800)
_FRAME = QMargins(8, 40, 8, 8)
"""Room for the title bar and the edges, which nobody can measure before the window is on the screen."""


def put_back(window: QMainWindow, remembered: Remembered) -> None:
    """Put the window where it was, or give it a good size the first time, but never beyond the screen."""
    window.setMinimumSize(*_LEAST)
    kept = remembered.settings.window_geometry
    if not (kept and window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))):
        window.resize(_FIRST.boundedTo(_room(window).size()))
    elif not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(within(window.geometry(), _room(window)))


def _room(window: QMainWindow) -> QRect:
    return window.screen().availableGeometry().marginsRemoved(_FRAME)


def within(wanted: QRect, room: QRect) -> QRect:
    """Return a rectangle as near to the wanted one as the room allows: moved first, made smaller where it must be."""
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def remember(window: QMainWindow, remembered: Remembered) -> None:
    """Remember where the window is."""
    geometry = bytes(window.saveGeometry().toBase64().data())
    remembered.change(window_geometry=geometry.decode("ascii"))
