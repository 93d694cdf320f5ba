"""A keyring may be anything: it is believed only if it says the truth, and never costs the user more than a moment."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring import errors

from app.system.device_keys import Keyring, forget, recall, remember
from app.system.keyring_troubles import Trouble, sentence
from app.system.languages import language
from database.credentials import DeviceKey
from tests.system.keyrings import Clinging, Hanging, Honest, Lying, Raising

KEY = DeviceKey("00112233445566ff", bytes(range(32)))


class NoStore(Exception):
    """What Windows raises where nobody is logged on."""

    winerror = 1312


def no_interaction() -> errors.KeyringError:
    error = errors.KeyringError("Can't get password from keychain")
    error.__cause__ = Exception(-25308, "Unknown Error")
    return error


def endless() -> Exception:
    first, second = ValueError("first"), KeyError("second")
    first.__cause__, second.__cause__ = second, first
    return first


def named_after_a_library(name: str) -> Exception:
    kind: type[Exception] = type(name, (Exception,), {})
    return kind("org.freedesktop.DBus.Error")


ERRORS: list[tuple[BaseException, Trouble]] = [
    (errors.KeyringLocked("dismissed"), Trouble.LOCKED),
    (named_after_a_library("LockedException"), Trouble.LOCKED),
    (named_after_a_library("PromptDismissedException"), Trouble.LOCKED),
    (no_interaction(), Trouble.LOCKED),
    (errors.NoKeyringError("none"), Trouble.MISSING),
    (errors.InitError("no collection"), Trouble.MISSING),
    (named_after_a_library("SecretServiceNotAvailableException"), Trouble.MISSING),
    (ModuleNotFoundError("secretstorage"), Trouble.MISSING),
    (ConnectionResetError("the bus has gone"), Trouble.MISSING),
    (FileNotFoundError("/run/user/1000/bus"), Trouble.MISSING),
    (NoStore("no such logon session"), Trouble.MISSING),
    (errors.PasswordSetError("no"), Trouble.FAULTY),
    (errors.KeyringError("no"), Trouble.FAULTY),
    (named_after_a_library("DBusErrorResponse"), Trouble.FAULTY),
    (OSError(5, "input or output"), Trouble.FAULTY),
    (AssertionError("a library's own"), Trouble.FAULTY),
    (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"), Trouble.FAULTY),
    (RecursionError("too deep"), Trouble.FAULTY),
    (SystemExit(1), Trouble.FAULTY),
    (KeyboardInterrupt(), Trouble.FAULTY),
    (endless(), Trouble.FAULTY),
]
LIES: list[object] = ["", "x", "ü" * 60, "A" * 10_000_000, "\0" * 48, "\ud800", 5, b"bytes", True, [], object()]


@pytest.mark.parametrize(("error", "trouble"), ERRORS, ids=repr)
def test_whatever_a_keyring_raises_is_an_answer(error: BaseException, trouble: Trouble) -> None:
    raising = Raising(error)

    def not_even_opening() -> Keyring:
        raise error

    for opener in (lambda: raising, not_even_opening):
        assert remember(KEY.device, KEY.secret, keyring=opener) is trouble
        assert recall(KEY.device, keyring=opener) is trouble
        assert forget(KEY.device, keyring=opener) is trouble


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: repr(lie)[:20])
def test_a_lie_is_found_at_once(lie: object) -> None:
    lying = Lying(lie)
    assert remember(KEY.device, KEY.secret, keyring=lambda: lying) is Trouble.WRONG
    assert recall(KEY.device, keyring=lambda: lying) is Trouble.WRONG


@given(lie=st.text() | st.binary(max_size=60).map(lambda content: b64encode(content).decode()))
def test_nothing_but_what_was_written_is_taken_for_a_key(lie: str) -> None:
    assert recall(KEY.device, keyring=lambda: Lying(lie)) is Trouble.WRONG


def test_the_key_of_another_device_is_not_taken_for_this_one() -> None:
    kept = Honest()
    remember("another", KEY.secret, keyring=lambda: kept)
    (stored,) = kept.entries.values()
    assert recall(KEY.device, keyring=lambda: Lying(stored)) is Trouble.WRONG


def test_a_keyring_that_keeps_nothing_is_not_relied_on() -> None:
    assert remember(KEY.device, KEY.secret, keyring=lambda: Lying(None)) is Trouble.WRONG


def test_a_keyring_that_keeps_what_it_should_delete_is_not_believed() -> None:
    kept = Clinging()
    remember(KEY.device, KEY.secret, keyring=lambda: kept)
    assert forget(KEY.device, keyring=lambda: kept) is Trouble.FAULTY


@pytest.mark.parametrize("error", [error for error, _ in ERRORS], ids=repr)
def test_nothing_is_deleted_because_of_an_error(error: BaseException) -> None:
    kept, raising = Honest(), Raising(error)
    remember(KEY.device, KEY.secret, keyring=lambda: kept)
    raising.entries = kept.entries
    recall(KEY.device, keyring=lambda: raising)
    remember(KEY.device, bytes(32), keyring=lambda: raising)
    assert recall(KEY.device, keyring=lambda: kept) == KEY.secret


def test_a_keyring_that_does_not_answer_is_left_to_itself_after_a_moment() -> None:
    hanging = Hanging()
    assert remember(KEY.device, KEY.secret, keyring=lambda: hanging, patience=0.2) is Trouble.SILENT
    assert recall(KEY.device, keyring=lambda: hanging, patience=0.2) is Trouble.SILENT
    hanging.let_go.set()
    assert recall(KEY.device, keyring=lambda: hanging) is Trouble.EMPTIED


def test_somebody_who_no_longer_wants_the_answer_need_not_wait_for_it() -> None:
    hanging = Hanging()

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        recall(KEY.device, keyring=lambda: hanging, meanwhile=stop)
    hanging.let_go.set()


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_one_clear_thing_to_say_in_both_languages(trouble: Trouble) -> None:
    said = {code: language(code).say(sentence(trouble)) for code in ("de", "en")}
    assert said["de"] != said["en"]
    assert "passphrase" in said["en"]
    assert "Passphrase" in said["de"]
    assert len({sentence(other).message for other in Trouble}) == len(Trouble)
