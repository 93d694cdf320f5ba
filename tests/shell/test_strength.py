"""Passphrases are judged by how hard they are to guess, never by their composition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shell.strength import SHORTEST, Strength, judged, surprise


@pytest.mark.parametrize(
    "phrase", ["korrekt pferd batterie heft", "Kx9#mQ2$vL7!pR4", "ein langer satz den ich mir merke"]
)
def test_several_words_or_many_signs_are_strong(phrase: str) -> None:
    assert judged(phrase).strength is Strength.STRONG


@pytest.mark.parametrize("phrase", ["passwort123", "qwertzuiop", "12345678", "Sommer2026!", "a" * 40, "abcdefghijklm"])
def test_what_everybody_uses_is_weak_however_it_is_composed(phrase: str) -> None:
    assert judged(phrase).strength is Strength.WEAK


@given(st.text(max_size=SHORTEST - 1))
def test_fewer_than_eight_characters_are_too_short(phrase: str) -> None:
    assert judged(phrase).strength is Strength.TOO_SHORT


@given(st.text(max_size=200))
def test_every_text_can_be_judged(phrase: str) -> None:
    assert judged(phrase).strength in Strength
    assert surprise(phrase) >= 0


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=8, max_size=60))
def test_a_repeated_last_character_adds_nothing(phrase: str) -> None:
    assert surprise(phrase + phrase[-1] * 5) <= surprise(phrase + phrase[-1]) + 1e-9
