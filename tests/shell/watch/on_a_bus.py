"""A program that plays its part on a bus of its own, in a real window: `python -m tests.shell.watch.on_a_bus PART`.

`desktops NAME …` opens the demo company and waits until a signal of each desktop locks it. `sleep` does the same with a
logind that hands out what makes it wait. `alone` opens the window where there is no bus at all.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.shell.watch.screen_lock import listen
from app.shell.watch.screen_lock_linux import LOGIND, LOGIND_ITSELF, LOGIND_PATH
from app.shell.window import MainWindow
from app.ui.theme import Theme
from tests.shell.worlds import surroundings_in

PATIENCE = 30.0


def wait(until: Callable[[], object], patience: float = PATIENCE) -> bool:
    """Wait until it is so, and tell whether it came to be."""
    end = time.monotonic() + patience
    while not until():
        if time.monotonic() > end:
            return False
        QTest.qWait(20)
    return True


def window_in(folder: str) -> MainWindow:
    """Return the real window, listening to the real bus, with the demo company open."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = MainWindow(surroundings_in(Path(folder), Theme(application), [], listen=listen))
    window.show()
    assert wait(lambda: window.guard)
    window.look_at_demo()
    assert wait(lambda: window.session)
    return window


def says(path: str, member: str, value: str) -> None:
    """Let somebody else say something on the session bus."""
    subprocess.run(["dbus-send", "--session", "--type=signal", path, member, value], check=True)  # noqa: S603 - own words


def desktops(*names: str) -> None:
    """Let desktop after desktop unlock its screen, which means nothing, and then lock it."""
    with tempfile.TemporaryDirectory() as folder:
        window = window_in(folder)
        for name in names:
            path = "/" + name.replace(".", "/")
            says(path, f"{name}.ActiveChanged", "boolean:false")
            assert not wait(lambda: window.session is None, 0.3)
            says(path, f"{name}.ActiveChanged", "boolean:true")
            assert wait(lambda: window.session is None), name
            assert window.door is not None
            window.look_at_demo()
            assert wait(lambda: window.session)
        window.close()


class Logind(QDBusVirtualObject):
    """Hands out the file that makes it wait, and sees whether it is still held."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[object]] = []
        self._ends: list[int] = []

    @property
    def waiting(self) -> bool:
        """Tell whether anybody still holds the last file."""
        return not select.select(self._ends[-1:], [], [], 0)[0]

    def introspect(self, path: str) -> str:
        """Describe nothing."""
        del path
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer `Inhibit`."""
        if message.member() != "Inhibit":
            return False
        self.asked.append(message.arguments())
        mine, theirs = os.pipe()
        self._ends.append(mine)
        answer = message.createReply()
        answer.setArguments([QDBusUnixFileDescriptor(theirs)])
        os.close(theirs)
        return connection.send(answer)


def sleep() -> None:
    """Announce a sleep as logind does: the vault is locked first, and only then logind is let go."""
    bus, logind = QDBusConnection.connectToBus(QDBusConnection.BusType.SystemBus, "logind"), Logind()
    assert bus.registerService(LOGIND)
    assert bus.registerVirtualObject(LOGIND_PATH, logind)
    with tempfile.TemporaryDirectory() as folder:
        window = window_in(folder)
        assert wait(lambda: logind.asked)
        assert logind.asked[0][:2] == ["sleep", "Nachweis"]
        assert logind.asked[0][3] == "delay"
        assert logind.waiting
        announce(bus, begins=True)
        assert wait(lambda: not logind.waiting)
        assert window.session is None
        announce(bus, begins=False)
        assert wait(lambda: len(logind.asked) == 2)
        window.look_at_demo()
        assert wait(lambda: window.session)
        bus.send(QDBusMessage.createSignal(f"{LOGIND_PATH}/session/_31", f"{LOGIND}.Session", "Lock"))
        assert wait(lambda: window.session is None)
        window.close()


def announce(bus: QDBusConnection, *, begins: bool) -> None:
    """Let logind say that the machine goes to sleep, or has woken up."""
    said = QDBusMessage.createSignal(LOGIND_PATH, LOGIND_ITSELF, "PrepareForSleep")
    said.setArguments([begins])
    bus.send(said)


def alone() -> None:
    """Open the window where there is no bus."""
    assert not QDBusConnection.sessionBus().isConnected()
    with tempfile.TemporaryDirectory() as folder:
        window = window_in(folder)
        window.lock()
        window.close()


if __name__ == "__main__":
    part, *arguments = sys.argv[1:]
    QApplication(sys.argv[:1])
    parts: dict[str, Callable[..., None]] = {"desktops": desktops, "sleep": sleep, "alone": alone}
    parts[part](*arguments)
    QCoreApplication.processEvents()
