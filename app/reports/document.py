"""A paper before it is typeset: what it says, in which order, and nothing about how it looks or in which language.

A report composes these values; `app.reports.typeset.render` sets them. Words are `Sayable`, so one document can be
set in German and in English. A plain `str` is somebody's own text and appears to the letter, whatever it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from app.core.text import Sayable

WIDE_FROM = 5
"""Tables with this many columns or more take the full width, margin column included."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words in one tone. Parts are set with a space between them, unless a part is `glued`."""

    words: Sayable
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Plain(Part):
    """Words as they are."""


@dataclass(frozen=True, slots=True)
class Strong(Part):
    """The deciding words."""


@dataclass(frozen=True, slots=True)
class Breach(Part):
    """The one phrase in red: something is overdue. Rare, and it says so in words."""


@dataclass(frozen=True, slots=True)
class Muted(Part):
    """A side remark."""


@dataclass(frozen=True, slots=True)
class Cite(Part):
    """A legal source, kept on one line where it fits."""


Line: TypeAlias = Sayable | Part | tuple[Part, ...]
"""Words in one or several tones; a bare `Sayable` is plain."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in the text column."""

    line: Line


@dataclass(frozen=True, slots=True)
class Result:
    """The answer in large type, with its source below."""

    headline: Sayable
    citation: Sayable


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section; it stays with what follows."""

    words: Sayable


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """Caveats and sources in small type."""

    line: Line


@dataclass(frozen=True, slots=True)
class Source:
    """A line of small print that leads to a web address."""

    words: Sayable
    address: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items of equal weight."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items in an order that matters."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain of reasoning: its topic in bold, the sentence, and where the law says so."""

    topic: Sayable
    line: Line
    citation: Sayable = ""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """A chain of numbered steps."""

    steps: tuple[Step, ...]


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


Cell: TypeAlias = Line | StateMark | TickBoxes


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


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to be signed by hand: pairs of labels such as place and date, name and signature."""

    pairs: tuple[tuple[Sayable, Sayable], ...]


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


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page if they fit on one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Paragraph
    | Result
    | Subheading
    | SmallPrint
    | Source
    | BulletList
    | NumberedList
    | Reasoning
    | Table
    | Signatures
    | Figure
    | PageBreak
    | KeepTogether
)

_OPENINGS = (Paragraph, Result, SmallPrint, BulletList, NumberedList, Reasoning)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section whose heading stands in the margin beside its first words.

    The first block must therefore be text: a heading beside a table would collide with it.
    """

    number: str
    heading: Sayable
    blocks: tuple[Block, ...]
    new_page: bool = False

    def __post_init__(self) -> None:
        """Refuse a section without a sentence beside its heading."""
        if not self.blocks or not isinstance(self.blocks[0], _OPENINGS):
            raise ValueError(f"section {self.number} does not begin with text")


@dataclass(frozen=True, slots=True)
class Annex:
    """Sections under a title of their own, from a new page."""

    title: Sayable
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole paper. `created` is the only time it knows, so that equal contents give equal bytes."""

    title: Sayable
    kicker: Sayable
    under_title: tuple[Sayable, ...]
    subject: Sayable
    author: Sayable
    footer: tuple[Sayable, ...]
    head_note: Sayable = ""
    created: datetime
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...] = ()


def parts(line: Line) -> tuple[Part, ...]:
    """Return a line as parts, whichever way it was written."""
    if isinstance(line, tuple):
        return line
    return (line,) if isinstance(line, Part) else (Plain(line),)
