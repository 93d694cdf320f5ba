"""How big a company is in the sense of § 28 BSIG: aggregation, the two ceilings, the two-year rule.

Figures follow Recommendation 2003/361/EC, Annex Art. 3 to 6, without its Art. 3(4) (§ 28 Abs. 4 BSIG). An unknown
figure is an interval from what is known upwards. Every unknown can only raise a sum, continuously, and the size
level rises with every sum; so all levels between the lowest and the highest are possible, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from app.law.facts import Facts, Figures, RelatedEnterprise, Relation, Special
from app.law.json_values import MAXIMUM

ENDLESS = MAXIMUM
ZERO = Decimal(0)
ONE = Decimal(1)


class Ceiling(NamedTuple):
    """A size ceiling: annual work units reached, or both amounts (in euros) exceeded."""

    headcount_awu: int
    turnover_eur: int
    balance_sheet_eur: int


MEDIUM = Ceiling(50, 10_000_000, 10_000_000)
"""§ 28 Abs. 2 Satz 1 Nr. 3 and Abs. 1 Satz 1 Nr. 3 BSIG."""
LARGE = Ceiling(250, 50_000_000, 43_000_000)
"""§ 28 Abs. 1 Satz 1 Nr. 4 BSIG."""


class Totals(NamedTuple):
    """Annual work units, turnover and balance sheet total in euros, all known (or all at one end of their interval)."""

    headcount_awu: Decimal
    turnover_eur: Decimal
    balance_sheet_eur: Decimal


@dataclass(frozen=True, slots=True)
class Year:
    """The totals of one accounting period after aggregation: at least `low`, at most `high`."""

    low: Totals
    high: Totals


def reaches(totals: Totals, ceiling: Ceiling) -> bool:
    """Tell whether the ceiling is passed: "mindestens" is >=, "über" is >, the two amounts go together."""
    return totals.headcount_awu >= ceiling.headcount_awu or (
        totals.turnover_eur > ceiling.turnover_eur and totals.balance_sheet_eur > ceiling.balance_sheet_eur
    )


def status(years: Sequence[Totals], ceiling: Ceiling) -> bool:
    """Apply the two-year rule (Annex Art. 4(2)) to one ceiling; years newest first.

    The oldest year is the starting status; two consecutive years on the other side change it. That is the side of
    the latest two equal neighbours, or of the oldest year where no two neighbours are equal.
    """
    sides = [reaches(totals, ceiling) for totals in years]
    return next((newer for newer, older in pairwise(sides) if newer == older), sides[-1])


def level(years: Sequence[Totals]) -> int:
    """Return 0 below the medium ceiling, 1 from there on, 2 from the large ceiling on."""
    return int(status(years, MEDIUM)) + int(status(years, LARGE))


def counted(facts: Facts, without: frozenset[int] = frozenset()) -> tuple[RelatedEnterprise, ...]:
    """Return the enterprises to add unless the IT is independent; `without` are positions to leave out."""
    if Special.EIGENBETRIEB in facts.special:
        return ()
    return tuple(
        enterprise
        for index, enterprise in enumerate(facts.related)
        if enterprise.relation in (Relation.LINKED, Relation.PARTNER) and index not in without
    )


def factor(enterprise: RelatedEnterprise) -> Decimal | None:
    """Return how much of an enterprise counts: 1, its share, 0, or None while a partner's share is unknown."""
    if enterprise.relation is Relation.LINKED:
        return ONE
    return enterprise.share if enterprise.relation is Relation.PARTNER else ZERO


def years(facts: Facts, related: Iterable[RelatedEnterprise]) -> tuple[Year, ...]:
    """Return every accounting period, newest first, with the figures of the given enterprises added."""
    own = [period.figures for period in facts.periods] or [facts.own]
    related = tuple(related)
    low, high = _sum(related, ends=0), _sum(related, ends=1)
    return tuple(Year(_added(figures, low, ZERO), _added(figures, high, ENDLESS)) for figures in own)


def _added(own: Figures, more: Totals, unknown: Decimal) -> Totals:
    return Totals(*(more[i] + (unknown if value is None else value) for i, value in enumerate(amounts(own))))


def _sum(related: tuple[RelatedEnterprise, ...], *, ends: int) -> Totals:
    sums = [ZERO, ZERO, ZERO]
    for enterprise in related:
        share = factor(enterprise)
        weight = Decimal(ends) if share is None else share
        for i, value in enumerate(amounts(enterprise.figures)):
            if weight:
                sums[i] += weight * ((ENDLESS if ends else ZERO) if value is None else value)
    return Totals(*sums)


def amounts(figures: Figures) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return the three figures in the order of the law."""
    return figures.headcount_awu, figures.turnover_eur, figures.balance_sheet_eur


def levels(all_years: Sequence[Year]) -> range:
    """Return every level that the unknown figures still allow."""
    lowest = level([year.low for year in all_years])
    highest = level([year.high for year in all_years])
    return range(lowest, highest + 1)
