"""Lines to sign by hand: place and date on the left, name and signature on the right."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.text import Sayable
from app.reports.typeset.boxes import Box
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.cells import field
from app.reports.typeset.elements import Element
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import (
    INK,
    SIGN_ABOVE,
    SIGN_GAP,
    SIGN_SHARE,
    SMALL,
    TEXT_COLUMN,
    TEXT_LEFT,
    Stroke,
)
from app.reports.typeset.voice import Voice, single

_LINE = Stroke(INK, 0.7)
_BELOW = 3.0


@dataclass(frozen=True, slots=True)
class Blank:
    """One line to write on, and the words below it."""

    x: float
    width: float
    words: Line
    line_element: Element
    words_element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLine:
    """Two blanks beside each other."""

    blanks: tuple[Blank, Blank]
    before: float = 0.0
    after: float = 0.0
    height: float = SIGN_ABOVE + _BELOW + SMALL.leading
    least: float = SIGN_ABOVE + _BELOW + SMALL.leading
    keeps_next: bool = False
    is_wide: bool = False

    @classmethod
    def of(cls, pair: tuple[Sayable, Sayable], voice: Voice, element: Element) -> SigningLine:
        """Set a pair of labels."""
        first = (TEXT_COLUMN - SIGN_GAP) * SIGN_SHARE
        places = ((TEXT_LEFT, first), (TEXT_LEFT + first + SIGN_GAP, TEXT_COLUMN - SIGN_GAP - first))
        made = []
        for label, (x, width) in zip(pair, places, strict=True):
            words = voice.plain(label)
            made.append(Blank(x, width, single(words, SMALL, width), field(element, "tv", words), element.add("P")))
        return cls(blanks=(made[0], made[1]))

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint both lines as fields to fill by hand, and the words below them."""
        y = top - SIGN_ABOVE
        for blank in self.blanks:
            with canvas.mark(blank.line_element):
                canvas.rule(_LINE, blank.x, y, blank.width)
            paint(canvas, [Placed(blank.words, blank.x, y - _BELOW - SMALL.size)], blank.words_element)
