"""A key slot opens with its passphrase, in its vault, as it was made, and in no other way."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.keys import (
    Argon2Cost,
    DataKey,
    KeySlot,
    calibrated,
    opened_by_passphrase,
    passphrase_slot,
    stretching,
    unwrapped,
    wipe,
    wrapped,
)
from tests.database.notes import CHEAP, ROOT

VAULT = "0" * 32
AWKWARD = [
    "O'Brien",
    '"',
    ";",
    "'; DROP TABLE notes; --",
    "  leading blanks",
    "Ünïcödé",
    "🔐" * 3,
    "x" * 1000,
    "\0",
    " ",
]


def _secret(key: DataKey | None) -> bytes | None:
    return None if key is None else bytes(key.derived("test", VAULT))


@given(st.text(min_size=1, max_size=1200) | st.sampled_from(AWKWARD))
def test_a_slot_opens_with_its_passphrase_whatever_that_is(passphrase: str) -> None:
    key = DataKey.random()
    slot = passphrase_slot(key, VAULT, passphrase, CHEAP)
    assert _secret(opened_by_passphrase(slot, VAULT, passphrase)) == _secret(key)


@given(st.text(min_size=1, max_size=50), st.text(min_size=1, max_size=50))
def test_a_slot_opens_with_no_other_passphrase(passphrase: str, other: str) -> None:
    slot = passphrase_slot(DataKey.random(), VAULT, passphrase, CHEAP)
    same = unicodedata.normalize("NFC", passphrase) == unicodedata.normalize("NFC", other)
    assert (opened_by_passphrase(slot, VAULT, other) is not None) == same


@given(st.text(min_size=1, max_size=50))
def test_two_ways_to_type_an_umlaut_are_one_passphrase(passphrase: str) -> None:
    composed, taken_apart = (unicodedata.normalize(form, "ä" + passphrase) for form in ("NFC", "NFD"))
    slot = passphrase_slot(DataKey.random(), VAULT, composed, CHEAP)
    assert opened_by_passphrase(slot, VAULT, taken_apart) is not None


def test_half_a_character_can_be_part_of_a_passphrase() -> None:
    slot = passphrase_slot(DataKey.random(), VAULT, "\ud83d", CHEAP)
    assert opened_by_passphrase(slot, VAULT, "\ud83d") is not None


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(ValueError, match="protects nothing"):
        passphrase_slot(DataKey.random(), VAULT, "", CHEAP)


def test_a_slot_does_not_open_in_another_vault() -> None:
    slot = passphrase_slot(DataKey.random(), VAULT, "right", CHEAP)
    assert opened_by_passphrase(slot, "1" * 32, "right") is None


def test_a_slot_of_another_kind_can_be_made_from_any_key() -> None:
    key, under = DataKey.random(), bytearray(range(32))
    slot = wrapped(key, VAULT, "recovery", {"issued": "2026-11-22"}, under)
    assert _secret(unwrapped(slot, VAULT, under)) == _secret(key)
    assert unwrapped(replace(slot, kind="device"), VAULT, under) is None
    assert unwrapped(replace(slot, parameters={"issued": "2026-11-23"}), VAULT, under) is None


def test_the_same_passphrase_never_makes_the_same_slot_twice() -> None:
    key = DataKey.random()
    one, other = (passphrase_slot(key, VAULT, "right", CHEAP) for _ in range(2))
    assert one.sealed != other.sealed
    assert one.nonce != other.nonce
    assert one.parameters["salt"] != other.parameters["salt"]


@given(
    st.dictionaries(
        st.sampled_from(["iterations", "lanes", "memory_kib", "salt", "algorithm"]),
        st.integers(-(2**70), 2**70) | st.text(max_size=30),
        min_size=1,
    )
)
def test_forged_parameters_are_refused_or_harmless(forged: dict[str, int | str]) -> None:
    slot = passphrase_slot(DataKey.random(), VAULT, "right", CHEAP)
    slot = replace(slot, parameters={**slot.parameters, **forged})
    try:
        _, cost = stretching(slot)
    except ValueError:
        return
    assert cost.memory_kib <= 1024 * 1024
    assert cost.memory_kib * cost.iterations <= 16 * 1024 * 1024


@pytest.mark.parametrize("parameters", [{}, {"algorithm": "argon2id"}])
def test_a_slot_without_its_parameters_is_refused(parameters: dict[str, int | str]) -> None:
    with pytest.raises(ValueError, match="passphrase slot"):
        stretching(KeySlot("passphrase", parameters, b"", b""))


@pytest.mark.parametrize(
    ("iterations", "lanes", "memory"),
    [(0, 1, 64), (1, 0, 64), (1, 17, 4096), (1, 4, 31), (1, 1, 2**40), (2**40, 1, 64), (17, 1, 1024 * 1024)],
)
def test_a_cost_out_of_bounds_is_refused(iterations: int, lanes: int, memory: int) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Argon2Cost(iterations=iterations, lanes=lanes, memory_kib=memory)


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1e9])
def test_the_calibrated_cost_is_never_below_the_advice_of_rfc_9106(seconds: float) -> None:
    cost = calibrated(seconds)
    assert cost.memory_kib >= 64 * 1024
    assert cost.iterations >= 3


def test_a_wiped_secret_is_all_zeros() -> None:
    secret = bytearray(b"secret")
    key = DataKey(secret)
    assert "secret" not in repr(key)
    key.wipe()
    assert secret == bytes(6)
    wipe(secret)


def test_the_first_window_can_import_keys_and_vault_without_sqlalchemy() -> None:
    probe = (
        "import sys, database.keys, database.vault, database.errors;"
        "sys.exit(', '.join({'sqlalchemy', 'sqlcipher3'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, cwd=ROOT)  # noqa: S603 - our own probe
