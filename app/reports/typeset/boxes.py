"""What a page is filled with: boxes that know their height, how to divide themselves, and how to paint themselves.

A box is set once, for the width of its column, before any page exists. Its element hangs in the structure tree already;
painting only adds marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import FULL_WIDTH, LEFT, STRONG_RULE, Stroke, Style

_TOGETHER = 2
"""So many lines of a paragraph at least stand at the end of a page and at the beginning of the next."""


class Box(Protocol):
    """Something that takes part of a column."""

    @property
    def before(self) -> float: ...  # noqa: D102 - space asked for above
    @property
    def after(self) -> float: ...  # noqa: D102 - space asked for below
    @property
    def height(self) -> float: ...  # noqa: D102
    @property
    def least(self) -> float: ...  # noqa: D102 - the height it needs to begin on a page
    @property
    def keeps_next(self) -> bool: ...  # noqa: D102 - whether it must not end a page
    @property
    def is_wide(self) -> bool: ...  # noqa: D102 - whether it takes the margin column too

    def divide(self, room: float) -> tuple[Box, Box] | None:
        """Return a part that fits into the room and the rest, or nothing if it does not divide there."""

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint it below a height of the page."""


@runtime_checkable
class InMargin(Protocol):
    """Something that stands in the margin column beside the text and takes nothing of the text column."""

    @property
    def depth(self) -> float:
        """How far down the margin is taken."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the bookmarks."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Label:
    """The number or dash of a list item, hanging left of it."""

    line: Line
    element: Element
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """Lines of text under one element."""

    lines: Sequence[Line]
    style: Style
    element: Element
    x: float
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    is_wide: bool = False
    label: Label | None = None
    outline: Outline | None = None
    address: str = ""

    @property
    def height(self) -> float:
        """All lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Two lines, or three where a fourth would be left alone."""
        count = len(self.lines)
        return self.style.leading * (count if count <= _TOGETHER + 1 else _TOGETHER)

    def divide(self, room: float) -> tuple[Box, Box] | None:
        """Leave at least two lines on either side."""
        count = min(int(room / self.style.leading), len(self.lines) - _TOGETHER)
        if count < _TOGETHER:
            return None
        return (
            replace(self, lines=self.lines[:count], after=0.0),
            replace(self, lines=self.lines[count:], before=0.0, label=None, outline=None),
        )

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint label, lines, bookmark and link."""
        if self.outline:
            canvas.bookmark(self.outline.title, self.outline.level, top + self.before)
        baseline = top - self.style.size
        if self.label:
            paint(canvas, [Placed(self.label.line, self.label.x, baseline)], self.label.element)
        paint(canvas, stacked(self.lines, self.style, self.x, top), self.element)
        if self.address:
            self._link(canvas, top)

    def _link(self, canvas: TaggedCanvas, top: float) -> None:
        words = "".join(stretch.typed for line in self.lines for stretch in line.stretches).strip()
        for index, line in enumerate(self.lines):
            upper = top - index * self.style.leading
            area = (self.x, upper - self.style.leading, self.x + line.width, upper)
            canvas.link(self.element, self.address, words, area)


def stacked(lines: Sequence[Line], style: Style, x: float, top: float) -> list[Placed]:
    """Return lines below each other, from the left."""
    return [Placed(line, x, top - style.size - index * style.leading) for index, line in enumerate(lines)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginHeading:
    """A section heading in the margin column; its first baseline is that of the text beside it."""

    number: Line
    lines: Sequence[Line]
    style: Style
    element: Element
    outline: Outline
    hang: float
    first_baseline: float
    before: float
    after: float = 0.0
    height: float = 0.0
    least: float = 0.0
    keeps_next: bool = True
    is_wide: bool = True

    @property
    def depth(self) -> float:
        """How far down the margin is taken."""
        return self.first_baseline - self.style.size + len(self.lines) * self.style.leading

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint the number, and the words hanging right of it."""
        canvas.bookmark(self.outline.title, self.outline.level, top + self.style.size)
        upper = top - self.first_baseline + self.style.size
        number = stacked([self.number], self.style, LEFT, upper)
        paint(canvas, [*number, *stacked(self.lines, self.style, LEFT + self.hang, upper)], self.element)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line over the full width."""

    before: float
    after: float
    stroke: Stroke = STRONG_RULE
    height: float = STRONG_RULE.weight
    least: float = STRONG_RULE.weight
    keeps_next: bool = True
    is_wide: bool = True

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the line as decoration."""
        with canvas.artifact():
            canvas.rule(self.stroke, LEFT, top, FULL_WIDTH)


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """What follows wants so much room on one page, if a page has it."""

    room: float
