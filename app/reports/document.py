"""A paper before it is typeset: what it says, in which order, and nothing about how it looks or in which language.

A report composes these values; `app.reports.typeset.render` sets them. Words are `Sayable`, so one document can be
set in German and in English. A plain `str` is somebody's own text and appears to the letter, whatever it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.core.text import Sayable
from app.reports.history_head import HistoryHead
from app.reports.parts import Breach, Cite, Line, Muted, Part, Plain, Strong, parts
from app.reports.tabular import (
    Bar,
    Blank,
    Cell,
    Column,
    Figure,
    Kind,
    State,
    StateMark,
    Table,
    TargetBars,
    TickBoxes,
)

__all__ = [
    "Annex", "Bar", "Beside", "Blank", "Block", "Breach", "BulletList", "Cell", "Cite", "Column", "Digest",
    "Document", "Figure", "HistoryHead", "KeepTogether", "KeyGroups", "Kind", "Line", "Muted", "NumberedList",
    "PageBreak", "Paragraph", "Part", "Plain", "Reasoning", "Result", "Section", "Signatures", "SmallPrint",
    "Source", "State", "StateCode", "StateMark", "Step", "Strong", "Subheading", "Table", "TargetBars", "TickBoxes",
    "parts",
]  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to be signed by hand: pairs of labels such as place and date, name and signature."""

    pairs: tuple[tuple[Sayable, Sayable], ...]


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """A key to be typed in by hand: large, in numbered groups."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A checksum or fingerprint in small groups, to be compared by eye."""

    digits: str


@dataclass(frozen=True, slots=True)
class StateCode:
    """The QR code of the vault's state, in the margin beside blocks that say the same in words."""

    head: HistoryHead


@dataclass(frozen=True, slots=True)
class Beside:
    """Two short tables beside each other over the full width; they do not divide."""

    left: Table
    right: Table


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
    | KeyGroups
    | Digest
    | StateCode
    | Beside
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
    """A whole paper. `created` is the only time it knows, so that equal contents give equal bytes.

    `head` is the state of the vault it was made from, if it was made from one. It stands at the end of the paper unless
    a section shows it.
    """

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
    head: HistoryHead | None = None

    @property
    def shows_state(self) -> bool:
        """Whether a section shows the state of the vault."""
        return any(isinstance(block, StateCode) for section in self.sections for block in section.blocks)
