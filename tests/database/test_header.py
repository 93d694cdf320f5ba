"""An accident, a wrong passphrase and a forgery are three different things, and none of them passes."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.header import Header, HeaderError, NewerHeader, _checksum, read, written
from database.keys import DataKey, passphrase_slot, wrapped
from tests.database.notes import CHEAP

VAULT = "5" * 32
KEY = DataKey.random()
UNKNOWN = wrapped(KEY, VAULT, "hardware token", {"issued": "2026-11-22"}, bytearray(32))
HEADER = Header(VAULT, (passphrase_slot(KEY, VAULT, "right", CHEAP), UNKNOWN)).coded(KEY)
CONTENT = written(HEADER)

SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=50)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


def _forged(**members: Any) -> bytes:
    forged = {**json.loads(CONTENT), **members}
    del forged["checksum"]
    return json.dumps({**forged, "checksum": _checksum(forged)}).encode()


def test_a_header_comes_back_as_it_was_written() -> None:
    assert read(CONTENT) == HEADER
    assert read(CONTENT).vouched_for(KEY)


PINNED = b"""{
  "checksum": "6e1c91fd532936d548f042999d298c53a5c365d0be0c28487a725b496b9a73ce",
  "code": "Jvjmcyh/UPal65FaTGi7clyLTgpngriDk4099f5BXo4=",
  "format": 1,
  "register": "register.db",
  "slots": [
    {
      "kind": "passphrase",
      "nonce": "8giMRsemFHMore4l",
      "parameters": {
        "algorithm": "argon2id",
        "iterations": 1,
        "lanes": 1,
        "memory_kib": 8,
        "salt": "9fK3BvyAvpv1oVXQ/PjmBw=="
      },
      "sealed": "Mmrb/J+h7tUIwLxHgwIcwfu+91sFI7MwD6dYFSEAuwoAqucY4lgGSvmbkZbX6fac"
    }
  ],
  "vault": "0123456789abcdef0123456789abcdef"
}
"""


def test_a_header_of_this_format_opens_for_good() -> None:
    header = read(PINNED)
    key = header.opened_by("Es grünt so grün")
    assert key is not None
    assert key._secret == bytearray(range(32))
    assert header.vouched_for(key)
    assert written(header) == PINNED
    derived = key.derived("register", header.vault)
    assert derived.hex() == "c8df90f6dac088d052c47f3705f9a9df47a590e59b996f72157b72cb5f8476b1"


def test_a_slot_of_an_unknown_kind_is_kept() -> None:
    assert read(CONTENT).slots[1] == UNKNOWN
    assert read(CONTENT).opened_by("right") is not None


def test_a_header_without_a_passphrase_slot_opens_with_no_passphrase() -> None:
    assert Header(VAULT, (UNKNOWN,)).opened_by("right") is None


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_found_without_the_passphrase(place: int, flip: int) -> None:
    content = bytearray(CONTENT)
    content[place] ^= flip
    try:
        header = read(bytes(content))
    except HeaderError:
        return
    assert header == HEADER, "only a blank between two members may differ"


@given(st.integers(0, len(CONTENT) - 2))
def test_a_cut_off_header_is_found(length: int) -> None:
    with pytest.raises(HeaderError):
        read(CONTENT[:length])


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_anything_else_is_no_header(content: bytes) -> None:
    with pytest.raises(HeaderError):
        read(content)


@given(st.sampled_from(["code", "format", "register", "slots", "vault", "more"]), JSON)
def test_a_forged_member_is_refused_or_not_vouched_for(name: str, value: object) -> None:
    if json.loads(CONTENT).get(name) == value:
        return
    try:
        header = read(_forged(**{name: value}))
    except (HeaderError, NewerHeader):
        return
    assert not header.vouched_for(KEY)


@given(st.sampled_from(["kind", "nonce", "parameters", "sealed", "more"]), JSON)
def test_a_forged_slot_is_refused_or_not_vouched_for(name: str, value: object) -> None:
    slots = json.loads(CONTENT)["slots"]
    if slots[1].get(name) == value:
        return
    slots[1][name] = value
    try:
        header = read(_forged(slots=slots))
    except HeaderError:
        return
    assert not header.vouched_for(KEY)


@pytest.mark.parametrize(
    "slots", [(HEADER.slots[0],), (*HEADER.slots, UNKNOWN), HEADER.slots[::-1]], ids=["removed", "added", "swapped"]
)
def test_slots_that_were_removed_added_or_swapped_are_not_vouched_for(slots: tuple[Any, ...]) -> None:
    assert not read(written(replace(HEADER, slots=slots))).vouched_for(KEY)


def test_the_code_of_another_key_does_not_vouch() -> None:
    assert not read(written(replace(HEADER, vault=VAULT).coded(DataKey.random()))).vouched_for(KEY)


@pytest.mark.parametrize(
    "slots",
    [
        [],
        [1],
        [json.loads(CONTENT)["slots"][1]] * 17,
        [{**json.loads(CONTENT)["slots"][1], "nonce": b64encode(bytes(11)).decode()}],
        [{**json.loads(CONTENT)["slots"][1], "nonce": "§"}],
        [{**json.loads(CONTENT)["slots"][1], "parameters": {"on": True}}],
        [{**json.loads(CONTENT)["slots"][0], "parameters": {"algorithm": "argon2id"}}],
    ],
)
def test_slots_that_no_program_wrote_are_refused(slots: list[object]) -> None:
    with pytest.raises(HeaderError):
        read(_forged(slots=slots))


@pytest.mark.parametrize("name", ["../register.db", "register.db\n", "other.db", "register-.db", 7, ""])
def test_the_register_cannot_be_a_file_elsewhere(name: object) -> None:
    with pytest.raises(HeaderError):
        read(_forged(register=name))


def test_the_register_may_have_a_number_so_that_a_new_one_can_take_its_place_in_one_step() -> None:
    assert read(_forged(register="register-2.db")).register == "register-2.db"


def test_a_format_of_a_later_program_is_named_as_such() -> None:
    with pytest.raises(NewerHeader):
        read(_forged(format=2, invention=["x"]))


@pytest.mark.parametrize("format_", [0, -1, True, "1", None])
def test_a_format_that_never_was_is_refused(format_: object) -> None:
    with pytest.raises(HeaderError):
        read(_forged(format=format_))


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b'{"a": 1, "a": 2}', b'{"a": NaN}', b'{"a": 1.5}', b"{}" * (1 << 20), b"[]", b"9" * 5000],
    ids=["deep", "twice", "no number", "fraction", "too long", "a list", "many digits"],
)
def test_json_that_no_program_wrote_is_refused(content: bytes) -> None:
    with pytest.raises(HeaderError):
        read(content)
