"""The key of this device comes back from every trusted keyring, and only from one.

The tests that get `keyring` are the contract of every keyring. With NACHWEIS_SYSTEM_KEYRING=1 they also run against the
one of this system; for Linux, `test_secret_service.py` does that each time.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system import device_keys
from app.system.device_keys import Keyring, forget, of_this_system, recall, remember
from app.system.keyring_troubles import Trouble
from database.credentials import DeviceKey
from tests.system.keyrings import Honest

Opener = Callable[[], Keyring]
KINDS = ("memory", "system") if os.environ.get("NACHWEIS_SYSTEM_KEYRING") else ("memory",)
KEY = DeviceKey("00112233445566ff", bytes(range(32)))
SECRETS = st.binary(min_size=32, max_size=32)


@pytest.fixture(params=KINDS)
def keyring(request: pytest.FixtureRequest) -> Opener:
    kept = Honest()
    return of_this_system if request.param == "system" else lambda: kept


@pytest.fixture
def key(keyring: Opener) -> Iterator[DeviceKey]:
    fresh = DeviceKey.random()
    yield fresh
    forget(fresh.device, keyring=keyring)


def test_what_was_remembered_is_recalled_until_it_is_forgotten(keyring: Opener, key: DeviceKey) -> None:
    assert remember(key.device, key.secret, keyring=keyring) is None
    assert recall(key.device, keyring=keyring) == key.secret
    assert recall(key.device, keyring=keyring) == key.secret
    assert forget(key.device, keyring=keyring) is None
    assert recall(key.device, keyring=keyring) is Trouble.EMPTIED


def test_the_latest_secret_of_a_device_is_the_one(keyring: Opener, key: DeviceKey) -> None:
    for secret in (secrets.token_bytes(32), bytes(32), b"\xff" * 32):
        assert remember(key.device, secret, keyring=keyring) is None
        assert recall(key.device, keyring=keyring) == secret
    forget(key.device, keyring=keyring)
    assert recall(key.device, keyring=keyring) is Trouble.EMPTIED


def test_several_vaults_keep_their_keys_apart(keyring: Opener) -> None:
    keys = [DeviceKey.random() for _ in range(3)]
    try:
        assert [remember(key.device, key.secret, keyring=keyring) for key in keys] == [None] * 3
        assert [recall(key.device, keyring=keyring) for key in keys] == [key.secret for key in keys]
        assert forget(keys[0].device, keyring=keyring) is None
        assert [recall(key.device, keyring=keyring) for key in keys[1:]] == [key.secret for key in keys[1:]]
    finally:
        for key in keys:
            forget(key.device, keyring=keyring)


def test_a_device_that_was_never_remembered_is_not_known_and_can_be_forgotten(keyring: Opener, key: DeviceKey) -> None:
    assert recall(key.device, keyring=keyring) is Trouble.EMPTIED
    assert forget(key.device, keyring=keyring) is None


@given(device=st.text(), secret=SECRETS)
def test_any_name_and_any_secret_come_back(device: str, secret: bytes) -> None:
    kept = Honest()
    assert remember(device, secret, keyring=lambda: kept) is None
    assert recall(device, keyring=lambda: kept) == secret


def test_a_program_can_end_while_a_keyring_does_not_answer() -> None:
    code = (
        "from tests.system.keyrings import Hanging\n"
        "from app.system.device_keys import recall\n"
        "print(recall('device', keyring=Hanging, patience=0.1).name)"
    )
    assert ran(code).split() == ["SILENT"]


@given(secret=st.binary(max_size=80).filter(lambda secret: len(secret) != 32))
def test_a_secret_of_another_length_is_our_own_mistake_and_loud(secret: bytes) -> None:
    with pytest.raises(ValueError, match="secret of a device"):
        remember(KEY.device, secret, keyring=Honest)


def test_a_keyring_that_writes_plain_files_is_never_used(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): return None\n"
        "    def set_password(self, service, username, password): open('leak', 'w').write(password)\n",
        encoding="utf-8",
    )
    code = (
        "import keyring, plain\n"
        "from app.system.device_keys import TRUSTED, of_this_system\n"
        "from keyring.errors import NoKeyringError\n"
        "print(type(keyring.get_keyring()).__module__)\n"
        "try: found = type(of_this_system())\n"
        "except NoKeyringError: print('none')\n"
        "else: print(f'{found.__module__}.{found.__name__}' in sum(TRUSTED.values(), ()))"
    )
    chosen, ours = ran(code, PYTHONPATH=str(tmp_path), PYTHON_KEYRING_BACKEND="plain.Keyring").split()
    assert chosen == "plain"
    assert ours in {"none", "True"}


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense", "unix:abstract=nobody,guid=0"])
def test_a_system_without_a_keyring_is_told_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_keys, "TRUSTED", {sys.platform: device_keys.TRUSTED["linux"]})
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert remember(KEY.device, KEY.secret) is Trouble.MISSING
    assert recall(KEY.device) is Trouble.MISSING
    assert forget(KEY.device) is Trouble.MISSING


def test_an_unknown_system_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_keys, "TRUSTED", {"plan9": ()})
    assert recall(KEY.device) is Trouble.MISSING


def test_the_keyring_is_not_loaded_before_it_is_asked() -> None:
    assert ran("import sys, app.system.device_keys; print('keyring' in sys.modules, 'hashlib' in sys.modules)") == (
        "False False\n"
    )


def ran(code: str, **variables: str) -> str:
    """Run code in a fresh interpreter and return what it printed."""
    root = str(Path(device_keys.__file__).parents[2])
    path = os.pathsep.join((root, *filter(None, [variables.pop("PYTHONPATH", "")])))
    environment = {**os.environ, **variables, "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - own code
    return done.stdout
