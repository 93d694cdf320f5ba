"""Asks the platform to tell when the screen is locked or the machine goes to sleep. What it cannot tell, it does not.

Each platform has its own way, and is only imported where it is. A platform that does not answer is no error: the
idle time is there on every one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

Listen = Callable[[QWidget, Callable[[], None]], QObject | None]


def listen(window: QWidget, lock: Callable[[], None]) -> QObject | None:
    """Call `lock` when the platform says so, for as long as the window lives."""
    if sys.platform == "win32":
        from app.shell.watch.screen_lock_windows import SessionFilter  # noqa: PLC0415 - only where it is

        return SessionFilter(window, lock)
    if sys.platform == "darwin":
        from app.shell.watch.screen_lock_macos import ScreenNotices  # noqa: PLC0415 - only where it is

        return ScreenNotices(window, lock)
    from app.shell.watch.screen_lock_linux import BusSignals  # noqa: PLC0415 - only where it is

    return BusSignals(window, lock)
