"""One question as a value: what is asked, in which form it is answered, and why we ask.

A question has no language and no widget. What a page draws follows from the kind of its `form`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.core.text import Citation, Sayable, Text
from app.wizard.numbers import Quantity


class Topic(StrEnum):
    """An entry of the rail, in the order of the rail."""

    COMPANY = "company"
    PUBLIC_BODY = "public_body"
    SEAT = "seat"
    OFFER = "offer"
    STAFF = "staff"
    MONEY = "money"
    RELATED = "related"
    IT = "it"
    TWO_YEARS = "two_years"
    KRITIS = "kritis"
    SPECIAL_RULES = "special_rules"
    SINCE = "since"
    GROUP = "group"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a choice: the word that is stored, what is read, and a plain explanation."""

    value: str
    label: Sayable
    explanation: Sayable = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A field for words; several lines where reasons are wanted."""

    several_lines: bool = False


@dataclass(frozen=True, slots=True)
class YesNo:
    """Two choices, stored as true and false."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several entries; `long` lists (countries) are better drawn as a drop-down."""

    options: tuple[Option, ...]
    long: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Any number of entries; `none` labels the choice of no entry, stored as the empty list."""

    options: tuple[Option, ...]
    none: Text


@dataclass(frozen=True, slots=True)
class Rows:
    """The search over all entity types of the Annexes; stored as `2/5.4.1` in the order they were chosen."""


@dataclass(frozen=True, slots=True)
class Item:
    """One number field of a question, stored under its key."""

    key: str
    label: Sayable
    unit: Text
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Numbers:
    """One or more number fields; `calculator` offers the conversion into full-time positions (see `workforce`)."""

    items: tuple[Item, ...]
    calculator: bool = False


@dataclass(frozen=True, slots=True)
class RelatedTable:
    """The table of related enterprises (see `related`)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""


Form: TypeAlias = Words | YesNo | Choice | Several | Rows | Numbers | RelatedTable | Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to be asked. `task` is what remains to be done after "I don't know"."""

    id: str
    topic: Topic
    title: Text
    explanation: Text
    form: Form
    why: Text
    source: Citation
    task: Text

    @property
    def help_key(self) -> str:
        """Return the name of the help page: one page per kind of question."""
        return "wizard/" + (self.id.rsplit("/", 1)[-1] if "/" in self.id else self.id)


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """A question that this path does not ask, and the reason to be shown."""

    id: str
    topic: Topic
    reason: Text


@dataclass(frozen=True, slots=True)
class Later:
    """A question of which an earlier, open answer decides whether it is asked."""

    id: str
    topic: Topic


Entry: TypeAlias = Question | NotNeeded | Later


TITLES: dict[Topic, Text] = {
    Topic.COMPANY: Text("Company"),
    Topic.PUBLIC_BODY: Text("Public body"),
    Topic.SEAT: Text("Seat"),
    Topic.OFFER: Text("What you offer"),
    Topic.STAFF: Text("Employees"),
    Topic.MONEY: Text("Turnover and balance sheet"),
    Topic.RELATED: Text("Related enterprises"),
    Topic.IT: Text("Independent IT"),
    Topic.TWO_YEARS: Text("Two-year comparison"),
    Topic.KRITIS: Text("Critical installations"),
    Topic.SPECIAL_RULES: Text("Special rules"),
    Topic.SINCE: Text("Since when"),
    Topic.GROUP: Text("Group turnover"),
    Topic.SUMMARY: Text("Summary"),
}
"""The entries of the rail in words."""
