"""The inequalities that settle the class, written as they are true, and the figures they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from app.law.classes import WITHOUT_SIZE, Profile, class_of_rows
from app.law.facts import Facts
from app.law.outcome import Class, Inequality, RelatedLine, SizeUsed
from app.law.size import LARGE, MEDIUM, ZERO, Ceiling, Totals, Year, amounts, counted, factor, reaches, status, years

_FACTS = ("headcount_awu", "turnover_eur", "balance_sheet_eur")


def size_used(facts: Facts) -> SizeUsed:
    """Return the newest figures after aggregation; with unknown IT independence the related figures are added."""
    added = () if facts.it_independent else counted(facts)
    year = years(facts, added)[0]
    awu, turnover, balance = (low if low == high else None for low, high in zip(year.low, year.high, strict=True))
    lines = (
        RelatedLine(
            relation=enterprise.relation.value,
            factor=factor(enterprise) if any(enterprise is one for one in added) else ZERO,
            via=enterprise.via,
            **dict(zip(_FACTS, amounts(enterprise.figures), strict=True)),
        )
        for enterprise in facts.related
    )
    return SizeUsed(awu, turnover, balance, tuple(lines))


def deciding(facts: Facts, code: Class | None, rows: Profile) -> tuple[Inequality, ...]:
    """Return the inequalities that settle a decided class; none while it is open or where size does not matter."""
    if code is None or not rows.here or facts.special & WITHOUT_SIZE:
        return ()
    by_level = [class_of_rows(rows.here, rows, level) or Class.NONE for level in range(3)]
    if code not in by_level:
        return ()
    all_years = years(facts, () if facts.it_independent else counted(facts))
    found: list[Inequality] = []
    for ceiling, (below, above) in zip((MEDIUM, LARGE), pairwise(by_level), strict=True):
        if below is not above:
            found += _for_ceiling(all_years, ceiling)
            if code is below:
                break
    return tuple(found)


def _for_ceiling(all_years: tuple[Year, ...], ceiling: Ceiling) -> Iterator[Inequality]:
    if status([year.low for year in all_years], ceiling):
        totals = next(year.low for year in all_years if reaches(year.low, ceiling))
        yield from _reached(totals, ceiling)
    else:
        totals = next(year.high for year in all_years if not reaches(year.high, ceiling))
        yield from _not_reached(totals, ceiling)


def _reached(totals: Totals, ceiling: Ceiling) -> Iterator[Inequality]:
    if totals.headcount_awu >= ceiling.headcount_awu:
        yield _line(totals, ceiling, 0, ">=", "reached")
    else:
        yield _line(totals, ceiling, 1, ">", "reached")
        yield _line(totals, ceiling, 2, ">", "reached")


def _not_reached(totals: Totals, ceiling: Ceiling) -> Iterator[Inequality]:
    yield _line(totals, ceiling, 0, "<", "not_reached")
    for i in (1, 2):
        if totals[i] <= ceiling[i]:
            yield _line(totals, ceiling, i, "<=", "not_reached")


def _line(totals: Totals, ceiling: Ceiling, i: int, operator: str, outcome: str) -> Inequality:
    value: Decimal = totals[i]
    return Inequality(_FACTS[i], value, operator, ceiling[i], outcome)
