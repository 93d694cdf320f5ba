"""Targets against measured values, drawn so that a miss shows in grey too: it is thicker, not only red.

A light bar reaches to the target and ends in a tick taller than the bar; the measured value is a thin dark bar; what
lies beyond the target is red and thicker. Values stand at the ends of the bars, the difference in words at the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName  # type: ignore[import-untyped]  # brings no types

from app.reports.typeset.boxes import Box
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import (
    BAR_BEYOND,
    BAR_GROUND,
    BAR_HEIGHT,
    BAR_MEASURED,
    BAR_ROW,
    BAR_TICK,
    BREACH,
    FULL_WIDTH,
    INK,
    LEFT,
    LEGEND,
    LINE,
    PAPER,
    TEXT_HEIGHT,
    Colour,
    Stroke,
)

NAMES_AT_LEAST, VERDICTS_AT_LEAST = 90.0, 82.0
NAMES_AT_MOST, VERDICTS_AT_MOST = 150.0, 150.0
_BESIDE_NAMES, _BESIDE_BARS = 8.0, 34.0
_LEGEND_HEIGHT, _AXIS_HEIGHT = 15.0, 13.0
_LABEL_GAP = 5.0
_TICK = Stroke(INK, 1.1)
_GRID = Stroke(LINE, 0.5)
_MIDDLE = 3.0
_MOST_WHOLE = TEXT_HEIGHT * 0.8


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar, set: its words, and how far it reaches on the axis (from 0 to 1)."""

    name: Line
    label: Line | None
    verdict: Line
    target: float
    measured: float | None


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    colour: Colour
    thickness: float
    words: Line


@dataclass(frozen=True, slots=True)
class Field:
    """Where the bars stand: their left edge, the length of the axis, the left edge of the words beside them."""

    left: float
    width: float
    verdicts: float

    @classmethod
    def beside(cls, rows: Sequence[BarRow]) -> Field:
        """Leave the bars what the names and the words beside them do not need."""
        names = max([NAMES_AT_LEAST, *(row.name.width for row in rows)])
        verdicts = max([VERDICTS_AT_LEAST, *(row.verdict.width for row in rows)])
        left = LEFT + names + _BESIDE_NAMES
        end = LEFT + FULL_WIDTH - verdicts
        return cls(left, end - _BESIDE_BARS - left, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBox:
    """A bar chart under one `Figure` element, whose alternative text repeats every value."""

    rows: Sequence[BarRow]
    legend: Sequence[Key]
    ticks: Sequence[tuple[float, Line]]
    unit: Line
    field: Field
    element: Element
    before: float = 0.0
    after: float = 9.0
    keeps_next: bool = False
    is_wide: bool = True

    @property
    def height(self) -> float:
        """Legend, rows and axis."""
        return _LEGEND_HEIGHT + len(self.rows) * BAR_ROW + _AXIS_HEIGHT

    @property
    def least(self) -> float:
        """All of it, or some rows if a page cannot hold them all."""
        return self.height if self.height <= _MOST_WHOLE else _MOST_WHOLE / 2

    def divide(self, room: float) -> tuple[Box, Box] | None:
        """Divide between rows where a page cannot hold them all; each part has its legend and axis."""
        count = int((room - _LEGEND_HEIGHT - _AXIS_HEIGHT) / BAR_ROW)
        if not 0 < count < len(self.rows):
            return None
        return replace(self, rows=self.rows[:count], after=0.0), replace(self, rows=self.rows[count:], before=0.0)

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint everything as one figure."""
        bottom = top - self.height
        if "Layout" not in self.element.attributes:
            box = [round(edge, 2) for edge in (LEFT, bottom, LEFT + FULL_WIDTH, top)]
            self.element.describe("Layout", Placement=PDFName("Block"), BBox=PDFArray(box))
        with canvas.mark(self.element):
            self._paint_legend(canvas, top - LEGEND.size - 1)
            self._paint_axis(canvas, top - _LEGEND_HEIGHT, bottom + _AXIS_HEIGHT)
            for index, row in enumerate(self.rows):
                _paint_row(canvas, self.field, row, top - _LEGEND_HEIGHT - (index + 0.5) * BAR_ROW)

    def _paint_legend(self, canvas: TaggedCanvas, baseline: float) -> None:
        swatch, gap, between = 15.0, 4.0, 14.0
        steps = [swatch + gap + key.words.width + between for key in self.legend]
        for key, shift in zip(self.legend, accumulate(steps, initial=0.0), strict=False):
            x = self.field.left + shift
            canvas.fill_with(key.colour, (x, baseline + _MIDDLE - key.thickness / 2, swatch, key.thickness))
            paint(canvas, [Placed(key.words, x + swatch + gap, baseline)], None)

    def _paint_axis(self, canvas: TaggedCanvas, top: float, bottom: float) -> None:
        baseline = bottom - LEGEND.size - 2
        for share, words in self.ticks:
            x = self.field.left + share * self.field.width
            canvas.upright(_GRID, x, bottom, top - bottom)
            paint(canvas, [Placed(words, x - words.width / 2, baseline)], None)
        last = self.field.left + self.field.width + self.ticks[-1][1].width / 2
        paint(canvas, [Placed(self.unit, last + _LABEL_GAP, baseline)], None)


def _paint_row(canvas: TaggedCanvas, field: Field, row: BarRow, middle: float) -> None:
    baseline = middle - _MIDDLE
    paint(canvas, [Placed(row.name, LEFT, baseline), Placed(row.verdict, field.verdicts, baseline)], None)
    target = row.target * field.width
    canvas.fill_with(BAR_GROUND, (field.left, middle - BAR_HEIGHT / 2, target, BAR_HEIGHT))
    end = target
    if row.measured is not None:
        end = row.measured * field.width
        canvas.fill_with(INK, (field.left, middle - BAR_MEASURED / 2, min(end, target), BAR_MEASURED))
        if end > target:
            canvas.fill_with(BREACH, (field.left + target, middle - BAR_BEYOND / 2, end - target, BAR_BEYOND))
    canvas.upright(_TICK, field.left + target, middle - BAR_TICK / 2, BAR_TICK)
    if row.label:
        ground, x = _label_place(row.label, end, target)
        canvas.fill_with(ground, (field.left + x - 1, middle - BAR_HEIGHT / 2, row.label.width + 2, BAR_HEIGHT))
        paint(canvas, [Placed(row.label, field.left + x, baseline)], None)


def _label_place(label: Line, end: float, target: float) -> tuple[Colour, float]:
    """Put the value behind the end of its bar, on the ground it stands on, and never across the target's tick."""
    x = end + _LABEL_GAP
    if end <= target < x + label.width + 2:
        x = target + _LABEL_GAP
    return (BAR_GROUND if x + label.width < target else PAPER), x


def share(value: Decimal, largest: Decimal) -> float:
    """Return how far along the axis a value lies, from 0 to 1."""
    return float(max(Decimal(0), value) / largest)
