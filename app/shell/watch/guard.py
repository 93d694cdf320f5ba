"""Everything that locks the vault by itself, in one: the time nobody was there, the screen's lock, the machine's sleep.

It begins a moment after the first picture, because before that there is nothing to lock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.shell.surroundings import Surroundings
from app.shell.watch.idle import IdleWatch


class Guard(QObject):
    """Calls `lock` when it must be, and `say_soon` before and after."""

    def __init__(
        self, window: QWidget, surroundings: Surroundings, lock: Callable[[], None], say_soon: Callable[[bool], None]
    ) -> None:
        super().__init__(window)
        remembered = surroundings.remembered
        self.idle = IdleWatch(surroundings.monotonic, surroundings.now, lambda: remembered.settings.lock_after, self)
        self.idle.due.connect(lock)
        self.idle.soon.connect(say_soon)
        self._screen = surroundings.listen(window, lock) if surroundings.listen else None
