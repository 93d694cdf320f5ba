"""Head and foot of every page: decoration for the eye, left out when the paper is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.text import Text
from app.reports.document import Document, HistoryHead
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import (
    FOOT_BASELINE,
    FOOT_SECOND_BASELINE,
    FULL_WIDTH,
    FURNITURE,
    HEAD_BASELINE,
    HEAD_RULE,
    LEFT,
    LINE,
    Stroke,
)
from app.reports.typeset.voice import Voice, single

_BETWEEN = "  ·  "
_HAIRLINE = Stroke(LINE, 0.5)
_LEFT_SHARE = 0.78


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the top and bottom of the pages of one paper."""

    title: str
    note: str
    footer: str
    state: str
    voice: Voice

    @classmethod
    def of(cls, document: Document, voice: Voice) -> Furniture:
        """Speak the words of head and foot once."""
        footer = _BETWEEN.join(voice.plain(words) for words in document.footer)
        state = voice.plain(_state(document.head)) if document.head else ""
        return cls(voice.plain(document.title), voice.plain(document.head_note), footer, state, voice)

    def paint(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint the foot, and from the second page on the head."""
        if page > 1:
            with canvas.artifact("Header"):
                _paint_ends(canvas, self.title, self.note, HEAD_BASELINE)
                canvas.rule(_HAIRLINE, LEFT, HEAD_RULE, FULL_WIDTH)
        count = self.voice.plain(Text("Page {page} of {pages}", page=page, pages=pages))
        with canvas.artifact("Footer"):
            _paint_ends(canvas, self.footer, count, FOOT_BASELINE)
            if self.state:
                _paint_ends(canvas, self.state, "", FOOT_SECOND_BASELINE)


def _state(head: HistoryHead) -> Text:
    return Text("History of the vault, entry {number}: {checksum}", number=head.sequence, checksum=head.short)


def _paint_ends(canvas: TaggedCanvas, left: str, right: str, y: float) -> None:
    """Paint words against both edges; the left ones are shortened if they are too long."""
    end = single(right, FURNITURE, FULL_WIDTH * (1 - _LEFT_SHARE))
    paint(canvas, [Placed(single(left, FURNITURE, FULL_WIDTH * _LEFT_SHARE), LEFT, y), _right(end, y)], None)


def _right(line: Line, y: float) -> Placed:
    return Placed(line, LEFT + FULL_WIDTH - line.width, y)
