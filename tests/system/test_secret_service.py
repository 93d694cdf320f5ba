"""The keyring of a Linux desktop is a real one here: gnome-keyring, started by the test, in a session of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from database.credentials import DeviceKey
from tests.system.secret_service import ROOT, Session, session

KEY = DeviceKey("0123456789abcdef", bytes(range(100, 132)))
SECRET = KEY.secret.hex()


@pytest.fixture
def desktop() -> Iterator[Session]:
    with session() as opened:
        opened.log_in()
        yield opened


def test_it_keeps_the_contract_of_every_keyring(desktop: Session) -> None:
    contract = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "tests/system/test_device_keys.py"]
    environment = {**desktop.environment, "NACHWEIS_SYSTEM_KEYRING": "1"}
    done = subprocess.run(contract, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - own tests
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("[system] PASSED") == done.stdout.count("[memory] PASSED") > 3


def test_another_process_recalls_what_this_one_has_remembered_and_forgets_it(desktop: Session) -> None:
    assert desktop.ask("remember", KEY.device, KEY.secret) == "fine"
    assert desktop.ask("recall", KEY.device) == SECRET
    assert desktop.ask("forget", KEY.device) == "fine"
    assert desktop.ask("recall", KEY.device) == "EMPTIED"


def test_it_writes_no_secret_in_the_clear(desktop: Session) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    files = [file.read_bytes() for file in Path(os.environ["XDG_DATA_HOME"]).rglob("*.keyring")]
    assert files
    assert not any(word in file for file in files for word in (KEY.secret, b64encode(KEY.secret)[:40]))


def test_a_locked_one_is_locked_until_it_is_unlocked_and_nothing_is_lost(desktop: Session) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    desktop.lock()
    assert desktop.ask("recall", KEY.device) == "LOCKED"
    assert desktop.ask("remember", KEY.device, bytes(32)) == "LOCKED"
    assert desktop.ask("forget", KEY.device) == "LOCKED"
    desktop.log_in()
    assert desktop.ask("recall", KEY.device) == SECRET


def test_one_that_nobody_has_set_up_is_locked() -> None:
    with session() as opened:
        assert opened.ask("recall", KEY.device) == "LOCKED"
        assert opened.ask("remember", KEY.device, KEY.secret) == "LOCKED"


def test_an_entry_that_somebody_has_deleted_is_gone(desktop: Session) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    desktop.inside("items[0].delete()", KEY.device)
    assert desktop.ask("recall", KEY.device) == "EMPTIED"


@pytest.mark.parametrize("content", ["b''", "b'something else'", r"b'\xff\xfe'", "items[0].get_secret()[:-1]"])
def test_an_entry_that_somebody_has_changed_is_wrong_or_unreadable(desktop: Session, content: str) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    desktop.inside(f"items[0].set_secret({content})", KEY.device)
    assert desktop.ask("recall", KEY.device) in {"WRONG", "FAULTY"}


def test_a_daemon_that_was_killed_is_no_error_and_nothing_is_lost(desktop: Session) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    desktop.send(signal.SIGKILL)
    assert desktop.ask("recall", KEY.device) in {"MISSING", "LOCKED"}  # the bus starts another one, which is locked
    desktop.log_in()
    assert desktop.ask("recall", KEY.device) == SECRET


def test_a_daemon_that_has_stopped_is_silent_and_nothing_is_lost(desktop: Session) -> None:
    desktop.ask("remember", KEY.device, KEY.secret)
    desktop.send(signal.SIGSTOP)
    assert desktop.ask("recall", KEY.device, patience=0.5) == "SILENT"
    desktop.send(signal.SIGCONT)
    assert desktop.ask("recall", KEY.device) == SECRET


def test_a_session_whose_bus_has_gone_has_no_keyring(desktop: Session) -> None:
    desktop.end_bus()
    assert desktop.ask("recall", KEY.device) == "MISSING"
