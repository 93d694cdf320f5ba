"""How hard a passphrase would be to guess, said in words and without rules about its composition.

The estimate is deliberately pessimistic: letters that form words carry little surprise, repeated characters, runs of
the keyboard and the words everybody uses carry none. Each guess costs an attacker about a second of a machine like
this one, so 38 bits already mean thousands of years for one machine and years for a room full of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.core.text import Text

SHORTEST = 8

_RUN = 3
_FAIR_BITS, _STRONG_BITS = 28.0, 38.0
_LETTER, _MIXED, _DIGIT, _SIGN = 1.9, 2.6, 2.6, 3.8
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm")
_USUAL = ("passwort", "password", "passphrase", "geheim", "hallo", "nachweis", "sommer", "winter", "welcome", "admin")


class Strength(Enum):
    """Four steps are all that anybody can act on."""

    TOO_SHORT = "too_short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How strong, and the words for it."""

    strength: Strength
    words: Text


def judged(passphrase: str) -> Judgement:
    """Return how strong a passphrase is."""
    count = str(len(passphrase))
    if len(passphrase) < SHORTEST:
        return Judgement(Strength.TOO_SHORT, Text("At least {n} characters are needed.", n=str(SHORTEST)))
    bits = surprise(passphrase)
    if bits < _FAIR_BITS:
        return Judgement(Strength.WEAK, Text("{n} characters, easy to guess. Four or five words are better.", n=count))
    if bits < _STRONG_BITS:
        return Judgement(Strength.FAIR, Text("{n} characters, fair. One more word makes it strong.", n=count))
    return Judgement(Strength.STRONG, Text("{n} characters, strong enough", n=count))


def surprise(passphrase: str) -> float:
    """Return an estimate in bits, rather too low than too high."""
    lowered = passphrase.lower()
    for usual in _USUAL:
        lowered = lowered.replace(usual, usual[0])
    letters = _MIXED if passphrase not in (lowered, passphrase.upper(), passphrase.title()) else _LETTER
    bits = 0.0
    for position, char in enumerate(lowered):
        if not _expected(lowered, position):
            bits += _carried(char, letters)
    return bits * min(1.0, len(set(lowered)) / 6)


def _carried(char: str, letters: float) -> float:
    if char.isalpha():
        return letters
    if char.isspace():
        return 0.5
    return _DIGIT if char.isdigit() else _SIGN


def _expected(text: str, position: int) -> bool:
    """Tell whether a character follows from those before: the same again, or the third of a run."""
    two, three = text[max(0, position - 1) : position + 1], text[max(0, position - 2) : position + 1]
    if len(two) == 2 and two[0] == two[1]:  # noqa: PLR2004 - a pair
        return True
    return len(three) == _RUN and any(three in run or three[::-1] in run for run in _RUNS)
