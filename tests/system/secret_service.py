"""A login session as a desktop has it: a bus of its own, and gnome-keyring, which can be locked, stopped and killed.

Whatever asks the keyring is a process of its own. There is no screen, so that gnome-keyring's question for a password
is dismissed as soon as it is asked.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from app.system import device_keys

ROOT = Path(device_keys.__file__).parents[2]

PASSWORD = b"of the keyring"
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL")

_BUS = ("dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat')

_ASK = """
import sys
from app.system import device_keys
from app.system.keyring_troubles import Trouble
name, device, *rest = sys.argv[1:]
answer = getattr(device_keys, name)(device, *map(bytes.fromhex, rest), patience={patience})
print(answer.name if isinstance(answer, Trouble) else answer.hex() if answer else "fine")
"""
_WAIT = """
import sys, time
from contextlib import suppress
from jeepney import DBusErrorResponse
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
owner = 0
with open_dbus_connection() as bus:
    while owner != int(sys.argv[1]):
        time.sleep(0.02)
        with suppress(DBusErrorResponse):
            (owner,) = Proxy(message_bus, bus).GetConnectionUnixProcessID("org.freedesktop.secrets")
"""
_INSIDE = """
import secretstorage
from contextlib import closing
with closing(secretstorage.dbus_init()) as bus:
    collection = secretstorage.get_default_collection(bus)
    items = list(collection.search_items({{"service": "Nachweis {device}"}}))
    {deed}
"""


@dataclass
class Session:
    """The session; what is started in it ends with it."""

    environment: dict[str, str]
    bus: subprocess.Popen[bytes]
    daemon: subprocess.Popen[bytes] | None = field(default=None)

    def ask(self, name: str, device: str, *secret: bytes, patience: float = 20) -> str:
        """Let another process remember, recall or forget; return the secret in hex, the trouble's name or `fine`."""
        return self.ran(_ASK.format(patience=patience), name, device, *(part.hex() for part in secret)).strip()

    def inside(self, deed: str, device: str = "") -> str:
        """Let another program do something with the collection, or with the items of a device."""
        return self.ran(_INSIDE.format(device=device, deed=deed)).strip()

    def ran(self, code: str, *arguments: str) -> str:
        """Run Python code in the session and return what it printed."""
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(  # noqa: S603 - own code
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def log_in(self) -> None:
        """Start the daemon with its collection unlocked, in the place of one that is there."""
        before = self.daemon
        command = ["gnome-keyring-daemon", "--replace", "--unlock", "--foreground", "--components=secrets"]
        self.daemon = subprocess.Popen(  # noqa: S603 - Debian's own program
            command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        assert self.daemon.stdin
        self.daemon.stdin.write(PASSWORD)
        self.daemon.stdin.close()
        if before:
            before.wait(timeout=20)
        self.ran(_WAIT, str(self.daemon.pid))

    def lock(self) -> None:
        """Lock the collection, as a desktop may do when its owner is away."""
        self.inside("collection.lock()")

    def send(self, number: signal.Signals) -> None:
        """Send the daemon a signal; wait for it to go if that kills it."""
        assert self.daemon
        self.daemon.send_signal(number)
        if number is signal.SIGKILL:
            self.daemon.wait()

    def end_bus(self) -> None:
        """Let the bus go, and with it whatever is connected to it."""
        assert self.bus.stdin
        if not self.bus.stdin.closed:
            self.bus.communicate()

    def end(self) -> None:
        """End everything that was started."""
        if self.daemon and self.daemon.poll() is None:
            self.daemon.kill()
            self.daemon.wait()
        self.end_bus()


@contextmanager
def session() -> Iterator[Session]:
    """Open a session without a keyring; `log_in` brings one."""
    with TemporaryDirectory() as runtime:  # of a short name, because sockets lie in it
        environment = {name: value for name, value in os.environ.items() if name not in _SCREEN}
        environment["XDG_RUNTIME_DIR"] = runtime
        bus = subprocess.Popen(  # noqa: S603 - Debian's own program
            _BUS, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert bus.stdout
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        opened = Session(environment, bus)
        try:
            yield opened
        finally:
            opened.end()
