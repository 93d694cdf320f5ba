"""Turns the words of a document into runs of toned text, in the language the paper is set in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.language import Language
from app.core.text import Sayable
from app.reports.document import Breach, Cite, Muted, Part, Strong, parts
from app.reports.document import Line as Words
from app.reports.typeset.characters import legible
from app.reports.typeset.lines import Line, Tone, Word, lines, words
from app.reports.typeset.stationery import BREACH, MUTED, Style

_TAGS = {"de": "de-DE", "en": "en-GB"}
_UNBOUND = re.compile(r"(?<![,;]) (?!in |und |and |oder |or )")
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Voice:
    """One language speaking on paper."""

    language: Language

    @property
    def tag(self) -> str:
        """The language as the PDF names it."""
        return _TAGS[self.language.code]

    def plain(self, what: Sayable) -> str:
        """Return spoken words without line ends, for bookmarks, metadata and alternative texts."""
        return legible(self.language.say(what)).replace("\n", " ").replace("\t", " ").strip()

    def words(self, line: Words, style: Style) -> list[Word]:
        """Return the words of a line in the tones of a style."""
        spoken = parts(line)
        runs = []
        for index, part in enumerate(spoken):
            glued = index + 1 == len(spoken) or spoken[index + 1].glued
            runs.append((self._spoken(part) + ("" if glued else " "), tone(part, style)))
        return words(runs)

    def lines(self, line: Words, style: Style, width: float) -> list[Line]:
        """Return a line of the document as lines of a column."""
        return lines(self.words(line, style), width)

    def _spoken(self, part: Part) -> str:
        text = legible(self.language.say(part.words))
        return bound(text) if isinstance(part, Cite) else text


def bound(citation: str) -> str:
    """Keep a citation together; it may break after a comma and before a connecting word."""
    return _UNBOUND.sub(_NBSP, citation)


def tone(part: Part, style: Style) -> Tone:
    """Return the look of a part in a style."""
    match part:
        case Strong():
            return Tone(style.strong, style.size, style.colour, style.kerned)
        case Breach():
            return Tone(style.strong, style.size, BREACH, style.kerned)
        case Muted() | Cite():
            return Tone(style.face, style.size, MUTED, style.kerned)
        case _:
            return Tone(style.face, style.size, style.colour, style.kerned)


def single(text: str, style: Style, width: float) -> Line:
    """Return a text as one line, shortened by an ellipsis if it is too long for its place."""
    look = tone(Part(""), style)
    whole = lines(words([(text.replace("\n", " "), look)]), width)
    if len(whole) == 1:
        return whole[0]
    kept = "".join(stretch.typed for stretch in whole[0].stretches).rstrip()
    while kept:
        line = lines(words([(kept + "…", look)]), width)
        if len(line) == 1:
            return line[0]
        kept = kept[:-1]
    return whole[0]


def natural_width(text_words: Sequence[Word]) -> float:
    """Return the width of the widest word."""
    return max((word.width for word in text_words), default=0.0)
