"""The screen's lock: each platform is listened to in its own way; what Windows and macOS say is read as they say it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.shell.watch import screen_lock, screen_lock_windows
from app.shell.watch.screen_lock_linux import BusSignals
from app.shell.watch.screen_lock_macos import ScreenNotices
from app.shell.watch.screen_lock_windows import Message, MessageFilter, SessionFilter, means_lock


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", BusSignals), ("win32", SessionFilter), ("darwin", ScreenNotices)]
)
def test_each_platform_is_listened_to_in_its_own_way(
    platform: str, kind: type[QObject], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(screen_lock_windows, "register", lambda _window: True)
    monkeypatch.setattr("app.shell.watch.screen_lock_macos.core_foundation", Foundation)
    window = QWidget()
    qtbot.addWidget(window)
    assert isinstance(screen_lock.listen(window, lambda: None), kind)


@pytest.mark.parametrize(
    ("message", "detail", "locks"),
    [
        (0x02B1, 0x7, True),  # the session is locked
        (0x02B1, 0x8, False),  # it is unlocked
        (0x02B1, 0x2, True),  # another user is at the console
        (0x02B1, 0x4, True),  # the remote desktop was left
        (0x0218, 0x4, True),  # the machine goes to sleep
        (0x0218, 0x12, False),  # it has woken up
        (0x0100, 0x7, False),  # a key
    ],
)
def test_the_messages_of_windows_that_mean_a_lock_are_known(message: int, detail: int, locks: bool) -> None:
    assert means_lock(message, detail) is locks


def test_a_message_of_windows_is_read_where_it_lies_and_kept_from_nobody() -> None:
    locked: list[str] = []
    messages = MessageFilter(lambda: locked.append("locked"))
    lock = Message(window=1, message=0x02B1, wparam=0x7, lparam=1)
    key = Message(window=1, message=0x0100, wparam=0x7, lparam=1)
    windows = QByteArray(b"windows_generic_MSG")
    assert messages.nativeEventFilter(windows, ctypes.addressof(key)) == (False, 0)
    assert messages.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), ctypes.addressof(lock)) == (False, 0)
    assert locked == []
    assert messages.nativeEventFilter(windows, ctypes.addressof(lock)) == (False, 0)
    assert locked == ["locked"]


def test_the_layout_of_a_message_is_the_one_of_windows() -> None:
    pointer = ctypes.sizeof(ctypes.c_void_p)
    assert (Message.message.offset, Message.wparam.offset, Message.lparam.offset) == (pointer, 2 * pointer, 3 * pointer)


class Foundation:
    """What is used of Apple's library, with somebody who can make an announcement."""

    def __init__(self) -> None:
        self.observers: dict[bytes, Callable[..., None]] = {}
        self.left: list[tuple[object, object]] = []

    def CFNotificationCenterGetDistributedCenter(self) -> int:
        return 7

    def CFStringCreateWithCString(self, _allocator: None, text: bytes, encoding: int) -> bytes:
        assert encoding == 0x08000100
        return text

    def CFNotificationCenterAddObserver(
        self, centre: int, _observer: int, callback: Callable[..., None], name: bytes, _of: None, behaviour: int
    ) -> None:
        assert (centre, behaviour) == (7, 4)
        self.observers[name] = callback

    def CFNotificationCenterRemoveEveryObserver(self, centre: object, observer: object) -> None:
        self.left.append((centre, observer))


def test_the_announcement_of_macos_locks_until_the_window_is_gone(qtbot: QtBot, qapp: QApplication) -> None:
    del qapp
    locked: list[str] = []
    window, foundation = QWidget(), Foundation()
    notices = ScreenNotices(window, lambda: locked.append("locked"), foundation)
    foundation.observers[b"com.apple.screenIsLocked"](None, None, None, None, None)
    assert locked == ["locked"]
    with qtbot.waitSignal(notices.destroyed):
        window.deleteLater()
    assert foundation.left == [(7, 1)]
