"""What was probably meant by a word that is nowhere to be found: a slip of the pen, or a longer German compound.

`Bäckrei` is one letter away from `Bäckerei`; `Zerspanungsteile` begins with `Zerspanung`. The comparison only looks
at words the entity types use, so it can never lead to something that is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.law.matching import Line, Token

_SHORTEST = 4
_LONG = 8
_SHORTEST_PART = 5
_UNFINISHED = 6
_ANY_LENGTH = 999
_PAIRS_PER_SLIP = 3
_GENERAL = frozenset(
    "anbieter anlage anlagen betreiber betrieb dienst dienste dienstleister fabrik firma gesellschaft handel"
    " herstellen hersteller herstellung service system systeme technik technologie teile unternehmen".split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that can be found, in both spellings, and, by each of its first two letters, its pairs of letters."""

    words: tuple[str, ...]
    by_letter: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    joined: str

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Vocabulary:
        """Return the vocabulary of all lines."""
        words = sorted({word for line in lines for text in (line.spelt, line.bare) for word in text.text.split()})
        by_letter: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for word in words:
            for letter in sorted(set(word[:2])):
                by_letter[letter].append((word, _pairs(word)))
        return cls(tuple(words), {letter: tuple(some) for letter, some in by_letter.items()}, "\n".join(words))

    def meant(self, token: Token) -> Token:
        """Return the token as it was probably meant, or as it is."""
        if len(token.bare) < _SHORTEST or token.spelt in self.joined or token.bare in self.joined:
            return token
        nearest = self._nearest(token.spelt) or self._nearest(token.bare) or self._part(token.spelt)
        return Token(nearest, nearest) if nearest else token

    def _nearest(self, typed: str) -> str | None:
        """Return the known word that is one slip away, or two in a long word."""
        allowed = 1 if len(typed) < _LONG else 2
        longest = len(typed) + allowed if len(typed) < _UNFINISHED else _ANY_LENGTH
        pairs = _pairs(typed)
        shared = len(pairs) - _PAIRS_PER_SLIP * allowed
        near = (
            word
            for word, others in self.by_letter.get(typed[0], ())
            if len(typed) - allowed <= len(word) <= longest and len(pairs & others) >= shared
        )
        ranked = [(slips, len(word), word) for word in near if (slips := _slips(typed, word, allowed)) <= allowed]
        return min(ranked)[2] if ranked else None

    def _part(self, typed: str) -> str | None:
        """Return the longest known word that the typed compound begins or ends with."""
        parts = (
            word
            for word in self.words
            if len(word) >= _SHORTEST_PART and word not in _GENERAL and (typed.startswith(word) or typed.endswith(word))
        )
        return max(parts, key=lambda word: (len(word), word), default=None)


def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


def _slips(typed: str, word: str, allowed: int) -> int:
    """Return how many letters were mistyped, left out, added or swapped, reading `typed` as the beginning of `word`."""
    before: list[int] = []
    row = list(range(len(word) + 1))
    for n, letter in enumerate(typed, 1):
        previous, before = before, row
        row = [n]
        for m, other in enumerate(word, 1):
            cost = min(before[m - 1] + (letter != other), before[m] + 1, row[m - 1] + 1)
            if n > 1 and m > 1 and letter == word[m - 2] and typed[n - 2] == other:
                cost = min(cost, previous[m - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            break
    return min(row)
