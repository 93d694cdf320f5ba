"""How a field for a new passphrase answers while somebody types: its strength in words, in a tone that goes with it."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import Language
from app.shell.strength import Strength, judged
from app.ui.fields import HintTone, Reading

_TONES: dict[Strength, HintTone] = {
    Strength.TOO_SHORT: "plain",
    Strength.WEAK: "due",
    Strength.FAIR: "understood",
    Strength.STRONG: "ok",
}


def passphrase_reading(language: Language) -> Callable[[str], Reading]:
    """Return how a field for a new passphrase reads what is typed."""

    def read(typed: str) -> Reading:
        judgement = judged(typed)
        return Reading(typed, language.say(judgement.words), _TONES[judgement.strength])

    return read
