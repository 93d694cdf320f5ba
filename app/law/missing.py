"""Which unknown facts could still change the class, and which of them tells most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.law.classes import CAUTIOUS, Reading, classify, key, profile, side_activity_readings
from app.law.facts import Activity, Facts
from app.law.outcome import Class
from app.law.possible import possible, reachable_levels
from app.law.regimes import MAIN_ACTIVITY_ONLY
from app.law.sides import Pairs
from app.law.size import counted, factor
from app.law.swaying import Differs, figure_matters, it_independence_matters
from app.law.unknowns import Unknown, candidates, fixed, unknown_figures

Table = Mapping[Reading, tuple[Class, ...]]
"""The class at each of the three size levels, for every way unknown main activities can turn out."""


def missing(facts: Facts) -> tuple[str, ...]:
    """Return the paths of the unknown facts that could still change the class, the most telling first.

    First comes the fact after which, at worst, the fewest classes remain; equals stay in the order of the format.
    """
    return tuple(path for path, _ in sorted(_relevant(facts), key=lambda entry: entry[1]))


def _relevant(facts: Facts) -> Iterator[tuple[str, int]]:
    table = _table(facts)

    def differs(levels: Pairs) -> bool:
        return any(classes[one] is not classes[other] for one, other in levels for classes in table.values())

    yield from _main_activities(facts, table)
    figures = dict(_figures(facts, differs))
    yield from ((one.path, left) for one, left in figures.items() if one.place != "periods")
    if facts.it_independent is None and counted(facts) and it_independence_matters(facts, differs):
        yield "it_independent", _worst([replace(facts, it_independent=value) for value in (True, False)])
    yield from ((one.path, left) for one, left in figures.items() if one.place == "periods")


def _worst(outcomes: list[Facts]) -> int:
    return max(len(possible(facts)) for facts in outcomes)


def _table(facts: Facts) -> Table:
    ways = side_activity_readings(facts, CAUTIOUS)
    return {way: tuple(classify(facts, profile(facts, way), size) for size in range(3)) for way in ways}


def _main_activities(facts: Facts, table: Table) -> Iterator[tuple[str, int]]:
    sizes = reachable_levels(facts, CAUTIOUS)
    for index, activity in enumerate(facts.activities):
        if _main_activity_matters(activity, table, sizes):
            ways = [_with_main_activity(facts, index, value=value) for value in (True, False)]
            yield f"activities[{index}].main_activity", _worst(ways)


def _main_activity_matters(activity: Activity, table: Table, sizes: frozenset[int]) -> bool:
    row = key(activity)
    if activity.main_activity is not None or row not in MAIN_ACTIVITY_ONLY:
        return False
    pairs = ((classes, table[replace(way, not_main=way.not_main | {row})]) for way, classes in table.items())
    return any(one[size] is not other[size] for one, other in pairs for size in sizes)


def _with_main_activity(facts: Facts, index: int, *, value: bool) -> Facts:
    before, activity, after = facts.activities[:index], facts.activities[index], facts.activities[index + 1 :]
    return replace(facts, activities=(*before, replace(activity, main_activity=value), *after))


def _figures(facts: Facts, differs: Differs) -> Iterator[tuple[Unknown, int]]:
    """Yield each figure that matters with the number of classes left at worst; alike figures are tried once."""
    left: dict[object, int | None] = {}
    for unknown in unknown_figures(facts):
        alike = _alike(facts, unknown)
        if alike not in left:
            matters = figure_matters(facts, unknown, differs)
            left[alike] = _worst([fixed(facts, unknown, v) for v in candidates(facts, unknown)]) if matters else None
        if (worst := left[alike]) is not None:
            yield unknown, worst


def _alike(facts: Facts, unknown: Unknown) -> object:
    """Return what makes two unknown figures say the same: added in full or in part, they enter the same sum."""
    if unknown.place != "related":
        return unknown
    enterprise = facts.related[unknown.index]
    return unknown.field, None if factor(enterprise) is not None else enterprise.figures
