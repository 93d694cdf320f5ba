"""What a paper shows in rows: tables with their cells, and charts that stand beside a table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from app.core.text import Sayable
from app.reports.parts import Line

WIDE_FROM = 5
"""Tables with this many columns or more take the full width, margin column included."""


class State(Enum):
    """How far something has come; drawn as a disc, a half disc, a ring or a dash."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class StateMark:
    """A drawn state and its word. The word carries the meaning, the mark helps the eye."""

    state: State
    word: Sayable


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Boxes to tick by hand, each with its word beside it; `question` tells a screen reader what is decided."""

    choices: tuple[Sayable, ...]
    question: Sayable


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write in by hand; `question` tells a screen reader what belongs there."""

    question: Sayable


Cell: TypeAlias = Line | StateMark | TickBoxes | Blank


class Kind(Enum):
    """What a column holds: words, legal sources (muted), or amounts (right-aligned)."""

    WORDS = "words"
    CITATION = "citation"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its share of the table's width; shares are relative to each other."""

    header: Sayable
    share: float = 1.0
    kind: Kind = Kind.WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head. `summary` tells a screen reader what the table shows; one column names the rows.

    Up to four columns stand in the text column and wider tables take the full width, unless `full_width` decides.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: Sayable
    caption: Sayable | None = None
    full_width: bool | None = None
    row_header: int = 0

    def __post_init__(self) -> None:
        """Refuse rows that do not fit under the head."""
        if not 0 <= self.row_header < len(self.columns):
            raise ValueError("the naming column is not among the columns")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has more or fewer cells than the table has columns")

    @property
    def is_wide(self) -> bool:
        """Whether the table takes the margin column too."""
        return len(self.columns) >= WIDE_FROM if self.full_width is None else self.full_width


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a bar chart: a target, what was measured (if anything was), and the difference in words."""

    name: Sayable
    target: Decimal
    measured: Decimal | None
    label: Sayable
    verdict: Sayable

    @property
    def misses(self) -> bool:
        """Whether the measured value lies beyond the target."""
        return self.measured is not None and self.measured > self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBars:
    """Targets against measured values, one bar per row, in the unit that stands once at the axis."""

    bars: tuple[Bar, ...]
    unit: Sayable
    up_to_target: Sayable
    measured: Sayable
    beyond_target: Sayable


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawn chart with its caption; `alternative` repeats every value in words."""

    chart: TargetBars
    caption: Sayable
    alternative: Sayable
