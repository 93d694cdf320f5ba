"""Sets a bar chart of the document: measures its words and scales its values to the axis."""

from __future__ import annotations

from decimal import Decimal

from app.core.text import Sayable
from app.reports.document import Bar, TargetBars
from app.reports.typeset.axis import ticks
from app.reports.typeset.charts import NAMES_AT_MOST, VERDICTS_AT_MOST, BarRow, ChartBox, Field, Key, share
from app.reports.typeset.elements import Element
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import (
    BAR_BEYOND,
    BAR_GROUND,
    BAR_HEIGHT,
    BAR_MEASURED,
    BREACH,
    CHART_REMARK,
    CHART_TEXT,
    FULL_WIDTH,
    INK,
    LEGEND,
    SANS_STRONG,
    Colour,
    Style,
)
from app.reports.typeset.voice import Voice, single

_VALUE = Style(SANS_STRONG, SANS_STRONG, CHART_TEXT.size, CHART_TEXT.leading)
_MISS = Style(SANS_STRONG, SANS_STRONG, CHART_TEXT.size, CHART_TEXT.leading, BREACH)


def chart_box(chart: TargetBars, voice: Voice, element: Element) -> ChartBox:
    """Return the chart, set under its figure."""
    values = [value for bar in chart.bars for value in (bar.target, bar.measured) if value is not None]
    steps = ticks(max(values, default=Decimal(1)))
    rows = [_row(bar, voice, steps[-1]) for bar in chart.bars]
    return ChartBox(
        rows=rows,
        field=Field.beside(rows),
        legend=_legend(chart, voice),
        ticks=[(share(step, steps[-1]), _line(voice, step, LEGEND)) for step in steps],
        unit=_line(voice, chart.unit, LEGEND),
        element=element,
    )


def _row(bar: Bar, voice: Voice, largest: Decimal) -> BarRow:
    verdict = CHART_REMARK if bar.measured is None else _MISS if bar.misses else CHART_TEXT
    return BarRow(
        name=_line(voice, bar.name, CHART_TEXT, NAMES_AT_MOST),
        label=None if bar.measured is None else _line(voice, bar.label, _MISS if bar.misses else _VALUE),
        verdict=_line(voice, bar.verdict, verdict, VERDICTS_AT_MOST),
        target=share(bar.target, largest),
        measured=None if bar.measured is None else share(bar.measured, largest),
    )


def _legend(chart: TargetBars, voice: Voice) -> list[Key]:
    entries: list[tuple[Colour, float, Sayable]] = [
        (BAR_GROUND, BAR_HEIGHT, chart.up_to_target),
        (INK, BAR_MEASURED, chart.measured),
        (BREACH, BAR_BEYOND, chart.beyond_target),
    ]
    return [Key(colour, thickness, _line(voice, words, LEGEND)) for colour, thickness, words in entries]


def _line(voice: Voice, words: Sayable, style: Style, width: float = FULL_WIDTH) -> Line:
    return single(voice.plain(words), style, width)
