"""What related enterprises may add to a company's sums, where their figures or a partner's share are unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from app.law.facts import Facts, Figures
from app.law.json_values import MAXIMUM
from app.law.sides import settings
from app.law.size import LARGE, MEDIUM, ONE, ZERO, amounts, counted, factor

Sums = tuple[Decimal, ...]
"""Annual work units, turnover and balance sheet total."""
Columns = Sequence[Sequence[Decimal]]
"""For each of the three figures what the company itself has in its years, nothing standing for the unknown."""

NOTHING: Sums = (ZERO, ZERO, ZERO)
_MOST_WAYS = 3000
_MOST_SHARES = 50
_MOST_APART = 3


@dataclass(frozen=True, slots=True)
class Group:
    """`known` is added anyhow; where `free`, anything may come on top; `loose` are scaled by unknown shares."""

    known: Sums
    free: tuple[bool, ...]
    loose: tuple[Sums, ...]

    @property
    def most(self) -> Sums:
        """Return the most that the enterprises can add."""
        return total((self.known, *self.loose, tuple(MAXIMUM if free else ZERO for free in self.free)))


def group(facts: Facts, without: frozenset[int] = frozenset()) -> Group:
    """Return what the related enterprises add, those at the positions `without` left out."""
    counting = [(factor(one), one.figures) for one in counted(facts, without)]
    known = total(scaled(share, figures) for share, figures in counting if share is not None)
    loose = tuple(scaled(ONE, figures) for share, figures in counting if share is None)
    free = (any(share != ZERO and amounts(figures)[i] is None for share, figures in counting) for i in range(3))
    return Group(known, tuple(free), loose)


def total(parts: Iterable[Sums]) -> Sums:
    """Return the sums added up, each figure by itself."""
    return tuple(sum(column, ZERO) for column in zip(NOTHING, *parts, strict=True))


def scaled(share: Decimal, figures: Figures) -> Sums:
    """Return the known figures times the share."""
    return tuple(share * (figure or ZERO) for figure in amounts(figures))


def ways(these: Group, columns: Columns, more: Sums = NOTHING, shut: int | None = None) -> Iterator[Sums]:
    """Yield sums that stand for all that the enterprises can add, alone and with something `more` beside them.

    Nothing unknown is added to the figure `shut`.
    """
    for shares in _shares(these, columns, more):
        partners = (tuple(share * x for x in one) for share, one in zip(shares, these.loose, strict=True))
        base = total((these.known, *partners))
        options = [
            settings(_gaps(base, columns, more, i)) if free and i != shut else (ZERO,)
            for i, free in enumerate(these.free)
        ]
        for unknown in _combined(options, _MOST_WAYS // len(columns[0])):
            yield total((base, unknown))


def _shares(these: Group, columns: Columns, more: Sums) -> Iterator[Sums]:
    gaps = [_gaps(these.known, columns, more, i) for i in range(3)]
    options = [settings((gap / one[i] for i in range(3) if one[i] for gap in gaps[i]), ONE) for one in these.loose]
    yield from _combined(options, _MOST_SHARES)


def _gaps(base: Sums, columns: Columns, more: Sums, i: int) -> list[Decimal]:
    """Return what each year lacks to each ceiling, alone and with more beside it."""
    have = [own + base[i] + extra for own in columns[i] for extra in {ZERO, more[i]}]
    return [ceiling[i] - amount for amount in have for ceiling in (MEDIUM, LARGE)]


def _combined(options: Sequence[Sums], most: int) -> Iterator[Sums]:
    """Yield the combinations; where they are too many, of fewer values each, of many options only the common ends."""
    if len(options) > _MOST_APART:
        yield from zip(*([each[0], each[-1]] for each in options), strict=True)
        return
    while prod(map(len, options)) > most:
        longest = max(options, key=len)
        options = [(*each[:-1:2], each[-1]) if each is longest else each for each in options]
    yield from product(*options)
