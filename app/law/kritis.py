"""Am I an operator of critical installations? The categories and thresholds of the BSI-KritisV, to look up.

The list answers nothing by itself: it has a date, the ordinance has changed since, and a new one is to come. It is
shown together with that doubt, so that somebody near a threshold reads the version in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content

_FILE = "kritis_thresholds.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One measure of an installation: a `threshold`, or a `level` where the ordinance names no number.

    `then` joins it to the next criterion of the same category: `or`, or `otherwise` where this one cannot be measured.
    """

    text: Bilingual
    threshold: Decimal | None = None
    level: Bilingual | None = None
    note: Bilingual | None = None
    then: Literal["or", "otherwise"] | None = None

    def __post_init__(self) -> None:
        """Refuse a criterion that nothing can be compared with."""
        if (self.threshold is None) == (self.level is None):
            raise content.ContentError(f"{_FILE}: either a threshold or a level is expected: {self.text.de}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One kind of installation in an Anhang of the BSI-KritisV, and what makes it critical."""

    anhang: int
    no: str
    sector: Bilingual
    service: Bilingual
    name: Bilingual
    criteria: tuple[Criterion, ...]

    @property
    def citation(self) -> Citation:
        """Return where the category stands in the ordinance."""
        return Citation(f"Anhang {self.anhang} Nr. {self.no} BSI-KritisV")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinance:
    """The ordinance as it was read: its date, its yardstick, what is doubtful about it today, and its categories."""

    state: date
    source: Bilingual
    doubt: Bilingual
    yardstick: Bilingual
    category: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """All categories of one sector, in the order of the ordinance."""

    name: Bilingual
    categories: tuple[Category, ...]


@cache
def ordinance() -> Ordinance:
    """Return the ordinance."""
    return content.record(content.load(_FILE), Ordinance, _FILE)


@cache
def sectors() -> tuple[Sector, ...]:
    """Return the nine sectors with their categories."""
    categories = ordinance().category
    names = dict.fromkeys(category.sector for category in categories)
    return tuple(Sector(name, tuple(one for one in categories if one.sector == name)) for name in names)
