"""Writing that is compared as people type it: without case, accents or hyphens, `ä` as `ae` or as `a`, `ß` as `ss`.

The folded text remembers where each of its letters came from, so that a match found in it can be underlined in the
original.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]

_JOINERS = frozenset("-‐‑–­&'’\u200b")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: words with one space between them. `places[i]` is where letter `i` stands in the original.

    A hyphen vanishes, but the letter after it still begins a word (`starts`): `cloudcomputing` and `computing` both
    find `Cloud-Computing`.
    """

    text: str
    places: tuple[int, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the part of the original that the letters from `start` up to `end` stand for."""
        return self.places[start], self.places[end - 1] + 1

    def ends_word(self, end: int) -> bool:
        """Return whether a word is over before the letter at `end`."""
        return end == len(self.text) or self.text[end] == " " or end in self.starts


@lru_cache(maxsize=16384)
def fold(text: str, *, spelt_out: bool) -> Folded:
    """Return the folded text, its umlauts `spelt_out` as `ae` or stripped to `a`."""
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    begins = True
    for place, char in enumerate(text):
        if char in _JOINERS:
            begins = True
            continue
        for letter in _letters(char, spelt_out=spelt_out):
            if not letter.isalnum():
                begins = True
                continue
            if begins:
                _space(letters, places, place, text)
                starts.append(len(letters))
            begins = False
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places), tuple(starts))


def words(text: str, *, spelt_out: bool) -> tuple[str, ...]:
    """Return the folded words of a text that somebody typed."""
    return tuple(fold(unicodedata.normalize("NFC", text), spelt_out=spelt_out).text.split())


def _space(letters: list[str], places: list[int], place: int, text: str) -> None:
    """Separate two words, unless only joiners stand between them."""
    if letters and not all(char in _JOINERS for char in text[places[-1] + 1 : place]):
        letters.append(" ")
        places.append(place)


def _letters(char: str, *, spelt_out: bool) -> str:
    small = char.casefold()
    if spelt_out and small in _UMLAUTS:
        return _UMLAUTS[small]
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", small).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
