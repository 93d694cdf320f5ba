"""macOS: the login window announces to all programs that the screen is locked.

The announcement comes through Core Foundation into the loop of the main thread, in which Qt runs, too. That the machine
sleeps is not announced this way; the clocks in `idle` notice it when it wakes up.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

LOCKED = b"com.apple.screenIsLocked"

_UTF8 = 0x08000100
_AT_ONCE = 4
_POINTER = ctypes.c_void_p
_CALLBACK = ctypes.CFUNCTYPE(None, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


class ScreenNotices(QObject):
    """Listens for as long as its window lives."""

    def __init__(self, window: QObject, lock: Callable[[], None], foundation: Any = None) -> None:  # noqa: ANN401 - a library has any function
        super().__init__(window)
        self._foundation = foundation or core_foundation()
        self._callback = _CALLBACK(lambda *_: lock())
        self._centre = self._foundation.CFNotificationCenterGetDistributedCenter()
        name = self._foundation.CFStringCreateWithCString(None, LOCKED, _UTF8)
        self._foundation.CFNotificationCenterAddObserver(self._centre, 1, self._callback, name, None, _AT_ONCE)
        self.destroyed.connect(_leaver(self._foundation, self._centre))


def core_foundation() -> Any:  # noqa: ANN401 - a library has any function
    """Return the library with the types of the functions that are used."""
    library = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
    library.CFNotificationCenterGetDistributedCenter.restype = _POINTER
    library.CFStringCreateWithCString.restype = _POINTER
    library.CFStringCreateWithCString.argtypes = (_POINTER, ctypes.c_char_p, ctypes.c_uint32)
    library.CFNotificationCenterAddObserver.restype = None
    library.CFNotificationCenterAddObserver.argtypes = (
        _POINTER, _POINTER, _CALLBACK, _POINTER, _POINTER, ctypes.c_long,
    )  # fmt: skip
    library.CFNotificationCenterRemoveEveryObserver.restype = None
    library.CFNotificationCenterRemoveEveryObserver.argtypes = (_POINTER, _POINTER)
    return library


def _leaver(foundation: Any, centre: object) -> Callable[[], None]:  # noqa: ANN401 - see above
    def leave() -> None:
        foundation.CFNotificationCenterRemoveEveryObserver(centre, 1)

    return leave
