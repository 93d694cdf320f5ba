"""What stands in a table: words, a state with its drawn mark, or boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFName  # type: ignore[import-untyped]  # brings no types

from app.reports.document import State
from app.reports.typeset.canvas import TaggedCanvas, text_string
from app.reports.typeset.elements import Element
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.marks import draw_box, draw_state
from app.reports.typeset.stationery import (
    BLANK_HEIGHT,
    BOX_GAP,
    BOX_NEXT,
    BOX_SIZE,
    CELL_BOTTOM,
    MARK_RADIUS,
    MARK_WIDTH,
    THIN_RULE,
    Style,
)

_MIDDLE = 0.33
_BOX_DROP = 1.0


class Setting(Protocol):
    """A cell's contents, set for the width of its column."""

    @property
    def height(self) -> float: ...  # noqa: D102

    def paint(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float) -> None:
        """Paint under an element, or within an open artifact if there is none."""

    def divide(self, room: float) -> tuple[Setting, Setting]:
        """Return what fits into the room and the rest, either of which may be empty."""


@dataclass(frozen=True, slots=True)
class WordsSet:
    """Lines of words, from the left, or against the right edge at `right`."""

    lines: Sequence[Line]
    style: Style
    right: float | None = None

    @property
    def height(self) -> float:
        """All lines."""
        return len(self.lines) * self.style.leading

    def paint(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float) -> None:
        """Paint the lines."""
        shift = [0.0 if self.right is None else self.right - line.width for line in self.lines]
        first = top - self.style.size
        placed = [
            Placed(line, x + shift[index], first - index * self.style.leading) for index, line in enumerate(self.lines)
        ]
        paint(canvas, placed, element)

    def divide(self, room: float) -> tuple[Setting, Setting]:
        """Divide between two lines."""
        count = max(0, int(room / self.style.leading))
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


@dataclass(frozen=True, slots=True)
class StateSet:
    """A drawn state and its word."""

    state: State
    words: WordsSet

    @property
    def height(self) -> float:
        """The word's height."""
        return self.words.height

    def paint(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float) -> None:
        """Draw the mark as decoration, then the word under the cell's element."""
        style = self.words.style
        middle = top - style.size + style.size * _MIDDLE
        if element is None:
            draw_state(canvas, self.state, x + MARK_RADIUS, middle)
        else:
            with canvas.artifact():
                draw_state(canvas, self.state, x + MARK_RADIUS, middle)
        self.words.paint(canvas, element, x + MARK_WIDTH, top)

    def divide(self, room: float) -> tuple[Setting, Setting]:
        """Stay whole where there is room for it."""
        empty = replace(self.words, lines=())
        return (self, empty) if self.height <= room else (empty, self)


@dataclass(frozen=True, slots=True)
class BoxesSet:
    """Boxes to tick, each with its word; `questions` say to a screen reader what a tick decides."""

    words: Sequence[Line]
    questions: Sequence[str]
    style: Style

    @property
    def height(self) -> float:
        """One line."""
        return self.style.leading

    @property
    def width(self) -> float:
        """All boxes and words beside each other."""
        return sum(self._step(line) for line in self.words) - BOX_NEXT

    @staticmethod
    def _step(line: Line) -> float:
        return BOX_SIZE + BOX_GAP + line.width + BOX_NEXT

    def paint(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float) -> None:
        """Paint each box as a form field to fill by hand and its word beside it."""
        baseline = top - self.style.size
        for line, question in zip(self.words, self.questions, strict=True):
            placed = [Placed(line, x + BOX_SIZE + BOX_GAP, baseline)]
            if element is None:
                draw_box(canvas, x, baseline - _BOX_DROP)
                paint(canvas, placed, None)
            else:
                with canvas.mark(field(element, "cb", question)):
                    draw_box(canvas, x, baseline - _BOX_DROP)
                paint(canvas, placed, element.add("Span"))
            x += self._step(line)

    def divide(self, room: float) -> tuple[Setting, Setting]:
        """Stay whole where there is room for it."""
        empty = WordsSet((), self.style)
        return (self, empty) if self.height <= room else (empty, self)


@dataclass(frozen=True, slots=True)
class BlankSet:
    """A place to write in by hand, on the line below its row; `question` says to a screen reader what belongs there."""

    width: float
    question: str
    height: float = BLANK_HEIGHT

    def paint(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float) -> None:
        """Paint its part of the line as a form field to fill by hand."""
        y = top - self.height - CELL_BOTTOM
        if element is None:
            canvas.rule(THIN_RULE, x, y, self.width)
        else:
            with canvas.mark(field(element, "tv", self.question)):
                canvas.rule(THIN_RULE, x, y, self.width)

    def divide(self, room: float) -> tuple[Setting, Setting]:
        """Stay whole where there is room for it."""
        empty = replace(self, height=0.0)
        return (self, empty) if self.height <= room else (empty, self)


def field(parent: Element, role: str, description: str) -> Element:
    """Return a new element for a field that is filled by hand: a check box (`cb`) or a line (`tv`)."""
    entries = {"Role": PDFName(role), "Desc": text_string(description)}
    if role == "cb":
        entries["checked"] = PDFName("off")
    return parent.add("Form", alternative=description).describe("PrintField", **entries)
