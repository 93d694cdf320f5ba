"""Linux: the desktop says on the session bus that its screen is locked, logind says on the system bus that it sleeps.

Each desktop has its own name for the same signal. On the session bus whoever says it is heard, because all that can
come of it is a locked vault; on the system bus, where other users speak, only logind is. Before the machine sleeps,
logind waits for those who asked it to: the vault is then locked before, and not after. No bus is no error.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.kde.screensaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
LOGIND_ITSELF, LOGIND_SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
_WAIT = ("sleep", "Nachweis", "Locks the vault before the machine sleeps", "delay")


class BusSignals(QObject):
    """Listens for as long as its window lives."""

    def __init__(self, window: QObject, lock: Callable[[], None]) -> None:
        super().__init__(window)
        self._lock = lock
        self._waiting: QDBusPendingCallWatcher | None = None
        if _has_session_bus():
            for name in SCREEN_SAVERS:
                self._hear(QDBusConnection.sessionBus(), ("", "", name, "ActiveChanged"), "screen_changed(bool)")
        self._system = QDBusConnection.systemBus()
        if self._system.isConnected():
            sleeps = (LOGIND, LOGIND_PATH, LOGIND_ITSELF, "PrepareForSleep")
            self._hear(self._system, sleeps, "sleep_changed(bool)")
            self._hear(self._system, (LOGIND, "", LOGIND_SESSION, "Lock"), "session_locked()")
            self._ask_to_wait()

    @Slot(bool)
    def screen_changed(self, active: bool) -> None:
        """Lock when the screen is locked."""
        if active:
            self._lock()

    @Slot(bool)
    def sleep_changed(self, begins: bool) -> None:
        """Lock before the machine sleeps, then let it; ask again once it is awake."""
        if begins:
            self._lock()
            self._stop_waiting()
        else:
            self._ask_to_wait()

    @Slot()
    def session_locked(self) -> None:
        """Lock when a session of this machine is locked."""
        self._lock()

    def _hear(self, bus: QDBusConnection, signal: tuple[str, str, str, str], slot: str) -> None:
        bus.connect(*signal, self, SLOT(slot))  # type: ignore[call-overload]  # the stub wants bytes, the binding a text

    def _ask_to_wait(self) -> None:
        """Ask logind to wait for us. The answer holds a file, and while that is open logind waits."""
        if self._waiting is None:
            call = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, LOGIND_ITSELF, "Inhibit")
            call.setArguments(list(_WAIT))
            self._waiting = QDBusPendingCallWatcher(self._system.asyncCall(call), self)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.deleteLater()
            self._waiting = None


def _has_session_bus() -> bool:
    """Tell whether there is a bus to ask: where there is none, the library would start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(folder) and Path(folder or "", "bus").exists()
