"""Whether an unknown fact could still change the class: two worlds that differ in it alone, set side by side.

Sums only rise with a figure and the class only with the sums, so it is enough to compare nothing with the most. What
else is unknown takes every value that makes a difference, the same in both worlds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from app.law.facts import Facts
from app.law.group_sums import NOTHING, Sums, group, scaled, total, ways
from app.law.json_values import MAXIMUM
from app.law.sides import BOTH, Pairs, cell, history, passed, year
from app.law.size import ONE, ZERO, amounts
from app.law.unknowns import NAMES, Unknown

Differs = Callable[[Pairs], bool]


def figure_matters(facts: Facts, unknown: Unknown, differs: Differs) -> bool:
    """Tell whether an unknown figure or share could change the class; `differs` judges pairs of size levels."""
    return any(differs(levels) for levels in _worlds(facts, unknown))


def it_independence_matters(facts: Facts, differs: Differs) -> bool:
    """Tell whether it could make a difference that the related enterprises are added or not."""
    return differs(_history(facts, NOTHING, group(facts).most))


def _worlds(facts: Facts, unknown: Unknown) -> Iterator[Pairs]:
    """Yield the levels with nothing and with the most, in every way the related enterprises could count."""
    columns = [[value or ZERO for value in column] for column in zip(*_own(facts), strict=True)]
    if unknown.place != "related":
        if facts.it_independent is not False:
            yield _history(facts, NOTHING, NOTHING, unknown)
        if facts.it_independent is not True:
            yield from (_history(facts, sums, sums, unknown) for sums in ways(group(facts), columns))
        return
    enterprise = facts.related[unknown.index]
    if unknown.field == "share":
        others, shut = group(facts, frozenset({unknown.index})), None
        more = total((scaled(ONE, enterprise.figures), _where([x is None for x in amounts(enterprise.figures)])))
    else:
        others, shut = group(facts), NAMES.index(unknown.field)
        more = _where([i == shut for i in range(3)])
    for sums in ways(others, columns, more, shut):
        yield _history(facts, sums, total((sums, more)))


def _where(chosen: list[bool]) -> Sums:
    return tuple(MAXIMUM if one else ZERO for one in chosen)


def _own(facts: Facts) -> list[tuple[Decimal | None, ...]]:
    return [amounts(period.figures) for period in facts.periods] or [amounts(facts.own)]


def _history(facts: Facts, before: Sums, after: Sums, varied: Unknown | None = None) -> Pairs:
    """Return the size levels when this much is added before and after, or when one figure of the company varies."""
    years = [[cell(figures[i], i, before[i], after[i]) for i in range(3)] for figures in _own(facts)]
    if varied is not None:
        i = NAMES.index(varied.field)
        years[varied.index][i] = frozenset({(passed(i, before[i]), BOTH)})
    return history([year(tuple(cells)) for cells in years])
