"""Windows: the session says that it is locked or left, the power supply says that the machine goes to sleep.

Both are messages to the window. The first must be asked for, the second comes by itself.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7

_LIBRARY = "wtsapi32"
"""Part of Windows, so nothing that has to be packed with the program: it is named where no packer looks for it."""

_LEFT = {WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK}


class Message(ctypes.Structure):
    """The beginning of what Windows calls MSG; the rest is of no use here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class SessionFilter(QObject):
    """Looks through the messages for as long as its window lives."""

    def __init__(self, window: QWidget, lock: Callable[[], None]) -> None:
        super().__init__(window)
        self._filter = MessageFilter(lock)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        register(int(window.winId()))


class MessageFilter(QAbstractNativeEventFilter):
    """Calls `lock` for the messages that mean it, and keeps none of them from anybody."""

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, address: int) -> tuple[bool, int]:
        """Look at one message."""
        if QByteArray(kind).data() == b"windows_generic_MSG" and address:
            message = Message.from_address(int(address))
            if means_lock(message.message, message.wparam):
                self._lock()
        return False, 0


def means_lock(message: int, detail: int) -> bool:
    """Tell whether the vault must be locked after this message."""
    if message == WM_WTSSESSION_CHANGE:
        return detail in _LEFT
    return message == WM_POWERBROADCAST and detail == PBT_APMSUSPEND


def register(window: int) -> bool:
    """Ask Windows for the messages of this session; tell whether it will send them."""
    if sys.platform != "win32":
        return False
    call = ctypes.WinDLL(_LIBRARY).WTSRegisterSessionNotification
    call.argtypes, call.restype = (ctypes.c_void_p, ctypes.c_uint32), ctypes.c_int
    return bool(call(window, 0))
