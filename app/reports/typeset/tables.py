"""Tables without boxes or stripes: a head that repeats, thin lines between rows, a strong one at the end.

A table divides between rows, and inside a row that is taller than a page. The head is read once; where it stands again
on a later page it is decoration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.typeset.boxes import Box
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.cells import BlankSet, Setting
from app.reports.typeset.elements import Element
from app.reports.typeset.stationery import (
    CELL_BOTTOM,
    CELL_TOP,
    ROWS_WITH_HEAD,
    STRONG_RULE,
    TEXT_HEIGHT,
    THIN_RULE,
    Stroke,
)

_PADDING = CELL_TOP + CELL_BOTTOM
_SHORT_ROW = 60.0
_TALL_ROW = TEXT_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's contents and the element they belong to."""

    setting: Setting
    element: Element


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other."""

    cells: Sequence[SetCell]

    @property
    def height(self) -> float:
        """The tallest cell and the padding."""
        return max(cell.setting.height for cell in self.cells) + _PADDING

    @property
    def stands_on_line(self) -> bool:
        """Whether somebody writes on the line below, so that the printed words belong there too."""
        return any(isinstance(cell.setting, BlankSet) for cell in self.cells)

    def divide(self, room: float) -> tuple[Row, Row] | None:
        """Return the lines that fit and the rest, or nothing if no line fits."""
        parts = [cell.setting.divide(room - _PADDING) for cell in self.cells]
        if not any(first.height for first, _ in parts):
            return None
        first = Row([replace(cell, setting=part[0]) for cell, part in zip(self.cells, parts, strict=True)])
        return first, Row([replace(cell, setting=part[1]) for cell, part in zip(self.cells, parts, strict=True)])


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBox:
    """Rows under a head; `lefts` are the left edges of the columns."""

    head: Row
    rows: Sequence[Row]
    lefts: Sequence[float]
    width: float
    before: float
    after: float
    is_wide: bool
    head_is_read: bool = True
    is_last: bool = True
    keeps_next: bool = False

    @property
    def height(self) -> float:
        """Head and rows."""
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and its first rows, or all of a short table."""
        kept = len(self.rows) if len(self.rows) <= ROWS_WITH_HEAD + 1 else ROWS_WITH_HEAD
        return self.head.height + sum(min(row.height, _SHORT_ROW) for row in self.rows[:kept])

    def divide(self, room: float) -> tuple[Box, Box] | None:
        """Divide between rows, or inside a row that is too tall to be moved to the next page as a whole."""
        room -= self.head.height
        count, left = self._fitting(room)
        if count == len(self.rows):
            return None
        following = self.rows[count]
        is_tall = following.height > _TALL_ROW and left > _SHORT_ROW
        halves = following.divide(left) if is_tall or not count else None
        if halves:
            return self._parts([*self.rows[:count], halves[0]], [halves[1], *self.rows[count + 1 :]])
        return self._parts(self.rows[:count], self.rows[count:]) if count else None

    def _fitting(self, room: float) -> tuple[int, float]:
        """Return how many rows fit and the room that is left below them."""
        for count, row in enumerate(self.rows):
            if row.height > room:
                return count, room
            room -= row.height
        return len(self.rows), room

    def _parts(self, first: Sequence[Row], rest: Sequence[Row]) -> tuple[Box, Box]:
        return (
            replace(self, rows=first, is_last=False, after=0.0),
            replace(self, rows=rest, head_is_read=False, before=0.0),
        )

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint head, rows and lines from the top."""
        head_bottom = top - self.head.height
        if self.head_is_read:
            self._paint_row(canvas, self.head, head_bottom, is_head=True)
        else:
            with canvas.artifact():
                self._paint_row(canvas, self.head, head_bottom, is_head=True, is_read=False)
        self._rule(canvas, STRONG_RULE, head_bottom)
        bottom = head_bottom
        for index, row in enumerate(self.rows):
            bottom -= row.height
            self._paint_row(canvas, row, bottom)
            is_end = self.is_last and index == len(self.rows) - 1
            self._rule(canvas, STRONG_RULE if is_end else THIN_RULE, bottom)

    def _paint_row(
        self, canvas: TaggedCanvas, row: Row, bottom: float, *, is_head: bool = False, is_read: bool = True
    ) -> None:
        for cell, left in zip(row.cells, self.lefts, strict=True):
            height = cell.setting.height
            top = bottom + CELL_BOTTOM + height if is_head or row.stands_on_line else bottom + row.height - CELL_TOP
            if height:
                cell.setting.paint(canvas, cell.element if is_read else None, left, top)

    def _rule(self, canvas: TaggedCanvas, stroke: Stroke, y: float) -> None:
        with canvas.artifact():
            canvas.rule(stroke, self.lefts[0], y, self.width)
