"""A Linux desktop locks its screen, and the machine goes to sleep: said on a real bus to a real window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app.shell.watch.screen_lock_linux import SCREEN_SAVERS
from app.system.shipped import root

NO_BUS = "unix:path=/nowhere/at/all"

if sys.platform.startswith("linux"):

    def test_a_desktop_that_locks_its_screen_locks_the_vault(tmp_path: Path) -> None:
        done = play("desktops", *SCREEN_SAVERS, bus=True, home=tmp_path)
        assert done.returncode == 0, done.stderr

    def test_before_the_machine_sleeps_the_vault_is_locked_and_logind_waits_for_it(tmp_path: Path) -> None:
        done = play("sleep", bus=True, home=tmp_path)
        assert done.returncode == 0, done.stderr

    def test_without_any_bus_nothing_is_missing_and_nothing_is_printed(tmp_path: Path) -> None:
        done = play("alone", bus=False, home=tmp_path)
        assert (done.returncode, done.stdout) == (0, "")
        assert [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line] == []


def play(*part: str, bus: bool, home: Path) -> subprocess.CompletedProcess[str]:
    """Play a part in a process of its own, on a bus of its own or on none."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DISPLAY", "DBUS"))}
    environment = {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "DBUS_SYSTEM_BUS_ADDRESS": NO_BUS}
    command = [sys.executable, "-W", "error", "-m", "tests.shell.watch.on_a_bus", *part]
    if bus:
        both = 'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"'
        command = ["dbus-run-session", "--", "sh", "-c", both, "sh", *command]
    return subprocess.run(  # noqa: S603 - own code
        command, capture_output=True, text=True, check=False, env=environment, cwd=root(), timeout=120
    )
