"""How well a typed word meets a line of text: as the whole line, as a word, as the beginning of one, or inside one."""

from __future__ import annotations

from dataclasses import dataclass

from app.law.folding import Folded, Span, fold

_WHOLE, _WORD, _PREFIX, _INSIDE = 60, 40, 30, 10
_SHORTEST_INSIDE = 4


@dataclass(frozen=True, slots=True)
class Token:
    """One typed word, its umlauts spelt out (`baeckerei`) and bare (`backerei`)."""

    spelt: str
    bare: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be found, in both spellings; a heavier line is a better place to be found in."""

    spelt: Folded
    bare: Folded
    weight: int

    @classmethod
    def of(cls, text: str, weight: int) -> Line:
        """Return the line of a text."""
        return cls(fold(text, spelt_out=True), fold(text, spelt_out=False), weight)

    def score(self, token: Token) -> float:
        """Return how well the token is found here; 0 is not at all."""
        best = max(_quality(self.spelt, token.spelt), _quality(self.bare, token.bare))
        return best + self.weight + len(token.bare) / (1 + len(self.bare.text)) if best else 0


def spans_in(text: str, tokens: tuple[Token, ...]) -> tuple[Span, ...]:
    """Return the parts of a text that the tokens match, in order and without overlaps."""
    found: set[Span] = set()
    for token in tokens:
        for folded, wanted in ((fold(text, spelt_out=True), token.spelt), (fold(text, spelt_out=False), token.bare)):
            places = _places(folded, wanted)
            beginnings = [at for at in places if at in folded.starts]
            found.update(folded.span(at, at + len(wanted)) for at in beginnings or places)
    return _merged(sorted(found))


def _quality(line: Folded, wanted: str) -> int:
    if line.text == wanted:
        return _WHOLE
    best = 0
    for at in _places(line, wanted):
        if at not in line.starts:
            best = max(best, _INSIDE)
        elif line.ends_word(at + len(wanted)):
            return _WORD
        else:
            best = _PREFIX
    return best


def _places(line: Folded, wanted: str) -> list[int]:
    """Return where the letters stand in the line: a few letters count only at the beginning of a word."""
    if len(wanted) < _SHORTEST_INSIDE:
        return [at for at in line.starts if line.text.startswith(wanted, at)]
    places: list[int] = []
    at = line.text.find(wanted)
    while at >= 0:
        places.append(at)
        at = line.text.find(wanted, at + 1)
    return places


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
