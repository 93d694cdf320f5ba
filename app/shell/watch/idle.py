"""Tells when nobody has touched the program for too long, and a while before.

Two clocks are asked, because each has its blind spot: the monotonic one stands still while some machines sleep, and
the wall clock can be set back. The one that says more time has passed is believed. Whoever presses a key after a
night's sleep is too late even if that key arrives before the timer does; the key is then swallowed.

Only the windows are listened to, not every object of the program: what somebody does arrives there first, and there is
little else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow

TICK = 2000
"""Milliseconds between two looks at the clocks."""

_E = QEvent.Type
_TOUCHES = frozenset(
    {
        _E.KeyPress, _E.KeyRelease, _E.MouseButtonPress, _E.MouseButtonRelease, _E.MouseButtonDblClick, _E.Wheel,
        _E.TouchBegin, _E.TouchUpdate, _E.TouchEnd, _E.TabletPress, _E.TabletMove, _E.TabletRelease,
        _E.NativeGesture, _E.InputMethod, _E.Drop, _E.DragMove,
    }
)  # fmt: skip
_WARNING = 60.0
_ASLEEP = 120.0
"""Seconds between two looks that no program spends awake: the machine has slept, whatever the limit is."""


class IdleWatch(QObject):
    """Counts the time since the last key, mouse or touch. `limit` is asked for the minutes; 0 is never."""

    soon = Signal(bool)
    """True shortly before the end, False when somebody is back."""
    due = Signal()

    def __init__(
        self,
        monotonic: Callable[[], float],
        now: Callable[[], datetime],
        limit: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._monotonic, self._now, self._limit = monotonic, now, limit
        self._touched = self._looked = self._clocks()
        self._pointer: QPointF | None = None
        self._is_soon = self._is_due = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        QGuiApplication.instance().focusWindowChanged.connect(self._listen_to)  # type: ignore[union-attr]  # it exists while a window does
        self._listen()
        self._timer.start(TICK)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; swallow what comes too late."""
        kind = event.type()
        if kind in _TOUCHES or (isinstance(event, QMouseEvent) and self._has_moved(event)):
            return self.touch()
        return False

    def touch(self) -> bool:
        """Note that somebody is there, unless that comes too late; tell whether it does."""
        was_due = self._is_due
        self.look()
        if self._is_due and not was_due:
            return True
        self._touched, self._is_due = self._clocks(), False
        if self._is_soon:
            self._is_soon = False
            self.soon.emit(False)
        return False

    def look(self) -> None:
        """Look at the clocks and say what they mean."""
        self._listen()
        asleep = self._since(self._looked) >= _ASLEEP
        self._looked = self._clocks()
        limit, idle = self._limit() * 60.0, self._since(self._touched)
        if asleep or (limit and idle >= limit):
            if not self._is_due:
                self._is_due, self._is_soon = True, False
                self.due.emit()
        elif limit and idle >= limit - min(_WARNING, limit / 2) and not (self._is_soon or self._is_due):
            self._is_soon = True
            self.soon.emit(True)

    def _clocks(self) -> tuple[float, float]:
        return self._monotonic(), self._now().timestamp()

    def _since(self, earlier: tuple[float, float]) -> float:
        return max(now - then for now, then in zip(self._clocks(), earlier, strict=True))

    def _has_moved(self, event: QMouseEvent) -> bool:
        """Tell a hand from a system that reports a move where nothing has moved."""
        before, self._pointer = self._pointer, event.globalPosition()
        return self._pointer != before

    def _listen(self) -> None:
        for window in QGuiApplication.allWindows():
            self._listen_to(window)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # one that is installed already is not installed twice
