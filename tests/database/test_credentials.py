"""A recovery key survives pen, paper and somebody in a hurry; a slip is found, and so is its place."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from database.credentials import (
    ALPHABET,
    GROUPS,
    DeviceKey,
    MistypedRecoveryKey,
    RecoveryKey,
    cleaned,
    is_group,
    recovery_key_from,
)

NUMBERS = st.integers(0, len(ALPHABET) ** 32 - 1)
KEYS = NUMBERS.map(lambda number: RecoveryKey(number.to_bytes(20)))


def test_a_recovery_key_has_more_than_a_hundred_and_fifty_bits() -> None:
    assert len(ALPHABET) ** 32 > 2**150
    assert len({RecoveryKey.random().secret for _ in range(100)}) == 100


@given(KEYS, st.sampled_from(["", " ", "-", " – ", "\n", "\u00a0"]), st.booleans())
def test_a_key_comes_back_however_its_groups_are_separated(key: RecoveryKey, between: str, lower: bool) -> None:
    typed = between.join(key.words())
    assert recovery_key_from(typed.lower() if lower else typed) == key


@given(KEYS)
def test_letters_that_look_like_digits_are_taken_for_them(key: RecoveryKey) -> None:
    typed = " ".join(key.words()).replace("0", "o").replace("1", "l")
    assert recovery_key_from(typed) == key


@given(KEYS, st.integers(0, 39), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found_and_so_is_its_group(key: RecoveryKey, place: int, wrong: str) -> None:
    typed = list("".join(key.words()))
    assume(typed[place] != wrong)
    typed[place] = wrong
    with pytest.raises(MistypedRecoveryKey) as caught:
        recovery_key_from("".join(typed))
    assert caught.value.groups == (place // 5 + 1,)


@given(KEYS, st.integers(0, 38))
def test_two_characters_that_changed_places_are_found(key: RecoveryKey, place: int) -> None:
    typed = list("".join(key.words()))
    assume(typed[place] != typed[place + 1])
    assume(place % 5 != 4)
    typed[place], typed[place + 1] = typed[place + 1], typed[place]
    with pytest.raises(MistypedRecoveryKey) as caught:
        recovery_key_from("".join(typed))
    assert caught.value.groups == (place // 5 + 1,)


@given(KEYS, st.integers(0, 6))
def test_two_groups_that_changed_places_are_found(key: RecoveryKey, place: int) -> None:
    words = list(key.words())
    words[place], words[place + 1] = words[place + 1], words[place]
    with pytest.raises(MistypedRecoveryKey) as caught:
        recovery_key_from(" ".join(words))
    assert caught.value.groups == (place + 1, place + 2)


@given(st.text(max_size=100))
def test_anything_else_is_no_key_and_no_crash(typed: str) -> None:
    assume(len(cleaned(typed)) != GROUPS * 5)
    with pytest.raises(MistypedRecoveryKey) as caught:
        recovery_key_from(typed)
    assert caught.value.groups == ()


def test_a_group_can_be_judged_while_the_others_are_still_missing() -> None:
    words = RecoveryKey.random().words()
    assert all(is_group(number, word) for number, word in enumerate(words, start=1))
    assert not is_group(1, words[0][:4])
    assert not is_group(1, "U" + words[0][1:])


def test_a_secret_of_the_wrong_length_is_refused_and_none_is_ever_shown() -> None:
    with pytest.raises(ValueError, match="recovery key"):
        RecoveryKey(bytes(19))
    with pytest.raises(ValueError, match="recovery key"):
        RecoveryKey(b"\xff" * 20)
    with pytest.raises(ValueError, match="device"):
        DeviceKey("a", bytes(31))
    assert repr(RecoveryKey(bytes(20))) == "RecoveryKey()"
    assert "secret" not in repr(DeviceKey.random())
