"""The unknown figures of a company: where each stands, what it can be, and the facts with it filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from app.law.facts import Facts, Figures, Relation
from app.law.json_values import MAXIMUM
from app.law.sides import settings
from app.law.size import LARGE, MEDIUM, ONE, ZERO, Year, counted, factor, years

T = TypeVar("T")

NAMES = ("headcount_awu", "turnover_eur", "balance_sheet_eur")
"""The three figures, in the order of the law."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """One unknown figure: `own`, a `periods` year or a `related` enterprise at `index`, and its field."""

    place: str
    index: int
    field: str

    @property
    def path(self) -> str:
        """Return the path as it stands in the JSON form."""
        return f"own.{self.field}" if self.place == "own" else f"{self.place}[{self.index}].{self.field}"

    @property
    def most(self) -> Decimal:
        """Return the highest value that the format allows."""
        return ONE if self.field == "share" else MAXIMUM


def unknown_figures(facts: Facts) -> tuple[Unknown, ...]:
    """Return every unknown figure that is counted, in the order of the format."""
    found = [] if facts.periods else _unknown_in(facts.own, "own", 0)
    counting = () if facts.it_independent else counted(facts)
    for index, enterprise in enumerate(facts.related):
        if not any(enterprise is one for one in counting):
            continue
        if enterprise.relation is Relation.PARTNER and enterprise.share is None:
            found.append(Unknown("related", index, "share"))
        if factor(enterprise) != ZERO:
            found += _unknown_in(enterprise.figures, "related", index)
    for index, period in enumerate(facts.periods):
        found += _unknown_in(period.figures, "periods", index)
    return tuple(found)


def _unknown_in(figures: Figures, place: str, index: int) -> list[Unknown]:
    return [Unknown(place, index, name) for name in NAMES if getattr(figures, name) is None]


def fixed(facts: Facts, unknown: Unknown, value: Decimal) -> Facts:
    """Return the facts with the unknown figure filled in."""
    if unknown.place == "own":
        return replace(facts, own=_filled(facts.own, unknown.field, value))
    if unknown.place == "periods":
        period = facts.periods[unknown.index]
        changed_period = replace(period, figures=_filled(period.figures, unknown.field, value))
        return replace(facts, periods=_put(facts.periods, unknown.index, changed_period))
    enterprise = facts.related[unknown.index]
    if unknown.field == "share":
        changed = replace(enterprise, share=value)
    else:
        changed = replace(enterprise, figures=_filled(enterprise.figures, unknown.field, value))
    return replace(facts, related=_put(facts.related, unknown.index, changed))


def _filled(figures: Figures, field: str, value: Decimal) -> Figures:
    values = {name: getattr(figures, name) for name in NAMES}
    return Figures(**{**values, field: value})


def _put(entries: tuple[T, ...], index: int, entry: T) -> tuple[T, ...]:
    return (*entries[:index], entry, *entries[index + 1 :])


def candidates(facts: Facts, unknown: Unknown) -> tuple[Decimal, ...]:
    """Return values of one figure that stand for all: the ends, where a sum meets a ceiling, and between."""
    empty = fixed(facts, unknown, ZERO)
    points: set[Decimal] = set()
    for added in ((), counted(facts)):
        for year in _years_touched(years(empty, added), unknown):
            for i, name in enumerate(NAMES):
                weight = _weight(facts, unknown, name)
                if weight:
                    points |= {(c[i] - end[i]) / weight for c in (MEDIUM, LARGE) for end in (year.low, year.high)}
    return settings(points, unknown.most)


def _years_touched(all_years: tuple[Year, ...], unknown: Unknown) -> tuple[Year, ...]:
    return all_years if unknown.place != "periods" else all_years[unknown.index : unknown.index + 1]


def _weight(facts: Facts, unknown: Unknown, name: str) -> Decimal | None:
    """Return by how much the total of a figure grows when the unknown one grows by one."""
    if unknown.place != "related":
        return ONE if unknown.field == name else ZERO
    enterprise = facts.related[unknown.index]
    if unknown.field == "share":
        value: Decimal | None = getattr(enterprise.figures, name)
        return value
    share = factor(enterprise)
    return (ONE if share is None else share) if unknown.field == name else ZERO
