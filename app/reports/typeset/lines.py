"""From sentences to lines: words are measured and filled into lines, left-aligned and without hyphenation.

A line breaks at spaces, after a hyphen or slash between two words, and between Chinese, Japanese or Korean characters.
A word wider than its column is broken where it must be, at a non-breaking space first: an unreadable overflow would be
worse than a broken word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from app.reports.typeset.characters import clusters, pieces
from app.reports.typeset.direction import BACKWARD, FORWARD, levels
from app.reports.typeset.fonts import Face, face
from app.reports.typeset.shaping import Shape, shape
from app.reports.typeset.stationery import Colour

_TOKENS = re.compile(r"\n|[ \t]+|[^ \n\t]+")
_EAST = "[\u2e80-\u312f\u31a0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_LETTER = r"[^\W\d_]"
_BREAKS = re.compile(rf"(?<={_LETTER}{_LETTER}[-‐–/])(?={_LETTER}{_LETTER})|(?<={_EAST})(?={_EAST})")
_NBSP = "\u00a0"
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Tone:
    """The look of a run of words."""

    face: str
    size: float
    colour: Colour
    kerned: bool


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Painted words of one font, one tone and one direction."""

    tone: Tone
    face: Face
    size: float
    shape: Shape
    typed: str
    literal: bool
    level: int
    width: float


@dataclass(slots=True)
class Word:
    """What does not break, the spaces after it, and whether a line must end there."""

    stretches: list[Stretch]
    space: tuple[Stretch, ...] = ()
    ends_line: bool = False

    @property
    def width(self) -> float:
        """The width without the spaces that follow."""
        return sum(stretch.width for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Line:
    """A filled line in reading order; the space at its end is painted but not measured."""

    stretches: tuple[Stretch, ...]
    width: float


@lru_cache(maxsize=16384)
def stretches(text: str, tone: Tone, level: int) -> tuple[Stretch, ...]:
    """Return a token as stretches, each with its font."""
    backward = level == BACKWARD
    found = []
    for piece in pieces(text, face(tone.face)):
        shaped = shape(piece.face, piece.drawn, tone.kerned, backward)
        size = tone.size * piece.face.relative_size
        width = shaped.advance * size / 1000
        literal = piece.is_literal and shaped.literal
        found.append(Stretch(tone, piece.face, size, shaped, piece.typed, literal, level, width))
    return tuple(found)


def forget() -> None:
    """Forget the words of the last paper: they may be a register's, and the register may be locked next."""
    stretches.cache_clear()
    shape.cache_clear()


def words(runs: Iterable[tuple[str, Tone]]) -> list[Word]:
    """Cut runs of text into words; a word may change its tone halfway."""
    runs = list(runs)
    text_levels = levels("".join(text for text, _ in runs))
    found: list[Word] = []
    joins, position = False, 0
    for text, tone in runs:
        for token in _tokens(text):
            token_levels = text_levels[position : position + len(token)] if text_levels else None
            position += len(token)
            joins = _append(found, token, tone, token_levels, joins=joins)
    return found


def _tokens(text: str) -> Iterator[str]:
    for token in _TOKENS.findall(text):
        if len(token) > 1 and token[0] not in " \t" and _BREAKS.search(token):
            yield from _with_ends(_BREAKS.split(token))
        else:
            yield token


def _with_ends(tokens: list[str]) -> Iterator[str]:
    """Mark the breaks inside a token by empty tokens between its parts."""
    for index, token in enumerate(tokens):
        if index:
            yield ""
        yield token


def _append(found: list[Word], token: str, tone: Tone, token_levels: list[int] | None, *, joins: bool) -> bool:
    """Add a token to the words and return whether the next token continues the same word."""
    if not token:
        return False
    if token[0] == "\n":
        if not found or found[-1].ends_line:
            found.append(Word([]))
        found[-1].space += stretches(" ", tone, FORWARD)
        found[-1].ends_line = True
        return False
    if token[0] in " \t":
        level = token_levels[0] if token_levels else FORWARD
        if not found or found[-1].ends_line:
            found.append(Word([]))
        found[-1].space += stretches(token.replace("\t", " "), tone, level)
        return False
    made = _levelled(token, tone, token_levels)
    if joins:
        found[-1].stretches.extend(made)
    else:
        found.append(Word(list(made)))
    return True


def _levelled(token: str, tone: Tone, token_levels: list[int] | None) -> Iterable[Stretch]:
    if not token_levels:
        return stretches(token, tone, FORWARD)
    made: list[Stretch] = []
    for level, group in groupby(zip(token, token_levels, strict=True), key=lambda pair: pair[1]):
        made += stretches("".join(character for character, _ in group), tone, level)
    return made


def lines(text_words: list[Word], width: float) -> list[Line]:
    """Fill the words into lines of the given width."""
    found: list[Line] = []
    current: list[Word] = []
    used = 0.0
    for word in text_words:
        if current and used + word.width > width + _TOLERANCE:
            found.append(_line(current))
            current, used = [], 0.0
        parts = [word] if word.width <= width + _TOLERANCE else shattered(word, width)
        found.extend(_line([part]) for part in parts[:-1])
        current.append(parts[-1])
        used += parts[-1].width + sum(space.width for space in parts[-1].space)
        if word.ends_line:
            found.append(_line(current))
            current, used = [], 0.0
    if current or not found:
        found.append(_line(current))
    return found


def _line(line_words: list[Word]) -> Line:
    found = [stretch for word in line_words[:-1] for stretch in (*word.stretches, *word.space)]
    found += line_words[-1].stretches if line_words else ()
    width = sum(stretch.width for stretch in found)
    trailing = [space for word in line_words[-1:] for space in word.space]
    found += [forward for space in trailing for forward in stretches(space.typed, space.tone, FORWARD)]
    return Line(tuple(found), width)


def shattered(word: Word, width: float) -> list[Word]:
    """Break a word that is wider than its column into words that fit."""
    found: list[Word] = []
    current: list[Stretch] = []
    used = 0.0
    for mini in _minis(word):
        while current and used + mini.width > width:
            left, right = _cut(current)
            found.append(Word(_joined(left)))
            current, used = right, sum(stretch.width for stretch in right)
        current.append(mini)
        used += mini.width
    found.append(replace(word, stretches=_joined(current)))
    return found


def _minis(word: Word) -> Iterator[Stretch]:
    for stretch in word.stretches:
        for cluster in clusters(stretch.typed):
            yield from stretches(cluster, stretch.tone, stretch.level)


def _cut(current: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Cut after the last non-breaking space if there is one, else at the end."""
    spaces = [index for index, stretch in enumerate(current) if stretch.typed == _NBSP]
    cut = spaces[-1] + 1 if spaces else len(current)
    return current[:cut], current[cut:]


def _joined(minis: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for (tone, level), group in groupby(minis, key=lambda mini: (mini.tone, mini.level)):
        joined += stretches("".join(mini.typed for mini in group), tone, level)
    return joined
