"""Where two worlds come out when they differ in one fact: size levels before and after, through all years.

Of a sum only matters how many of the two ceilings it has passed: 0, 1 or 2. A year's level follows from its three
sums, and the level of a history from its years. So the worlds that unknown figures allow are few however many
figures are unknown, and "does this fact matter" is answered by counting all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, product

from app.law.json_values import MAXIMUM
from app.law.size import LARGE, MEDIUM, ZERO

Pair = tuple[int, int]
"""The same thing in both worlds: before and after."""
Pairs = frozenset[Pair]
State = tuple[int, int]
"""The status reached so far and the level of the latest year."""

BOTH = 2
_TWO = Decimal(2)


def passed(i: int, amount: Decimal) -> int:
    """Return how many ceilings one sum has passed: staff at the number itself, euros only above it."""
    if i == 0:
        return (amount >= MEDIUM[0]) + (amount >= LARGE[0])
    return (amount > MEDIUM[i]) + (amount > LARGE[i])


def settings(points: Iterable[Decimal], most: Decimal = MAXIMUM) -> tuple[Decimal, ...]:
    """Return values that stand for all from nothing to the most: the ends, the points, and one between each two."""
    ends = sorted({ZERO, most, *(point for point in points if ZERO < point < most)})
    between = ((low + high) / _TWO for low, high in pairwise(ends))
    return tuple(sorted({*ends, *between}))


def cell(own: Decimal | None, i: int, before: Decimal, after: Decimal) -> Pairs:
    """Return where one sum of a year can come out when this much is added before and after."""
    values = (own,) if own is not None else settings(c[i] - more for c in (MEDIUM, LARGE) for more in (before, after))
    return frozenset((passed(i, value + before), passed(i, value + after)) for value in values)


@cache
def year(cells: tuple[Pairs, ...]) -> Pairs:
    """Return the levels of a year from its three sums: staff passes a ceiling alone, the two amounts together."""
    return frozenset(
        (max(staff[0], min(turnover[0], balance[0])), max(staff[1], min(turnover[1], balance[1])))
        for staff, turnover, balance in product(*cells)
    )


def history(years: Sequence[Pairs]) -> Pairs:
    """Return the levels that the two-year rule (Annex Art. 4(2)) makes of all years, the newest first."""
    states = frozenset(((before, before), (after, after)) for before, after in years[-1])
    for levels in reversed(years[:-1]):
        states = _year_later(states, levels)
    return frozenset((before[0], after[0]) for before, after in states)


@cache
def _year_later(states: frozenset[tuple[State, State]], levels: Pairs) -> frozenset[tuple[State, State]]:
    return frozenset((_next(one, before), _next(other, after)) for one, other in states for before, after in levels)


@cache
def _next(state: State, level: int) -> State:
    """Move on by one year: each ceiling's status changes where two consecutive years lie on its other side."""
    status, before = state
    sides = ((level >= n) if (level >= n) == (before >= n) else (status >= n) for n in (1, BOTH))
    return sum(sides), level
