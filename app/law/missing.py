"""Which unknown facts could still change the class, and which of them tells most.

A fact matters if some values of everything else exist under which it changes the class. Because every sum only
rises with an unknown figure, it is enough to try each figure at nothing, at its most, and, where one figure counts
in several years at once, at the points where one of those years crosses a ceiling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product
from math import prod

from app.law.classes import CAUTIOUS, Reading, classify, key, profile, side_activity_readings
from app.law.facts import Activity, Facts
from app.law.outcome import Class
from app.law.possible import possible
from app.law.regimes import MAIN_ACTIVITY_ONLY
from app.law.size import ZERO, counted, level, years
from app.law.unknowns import Unknown, candidates, fixed, sum_of, unknown_figures

_MOST_TRIALS = 2048

Trial = Mapping[Unknown, Decimal]
Table = Mapping[Reading, tuple[Class, ...]]
"""The class at each of the three size levels, for every way unknown main activities can turn out."""


def missing(facts: Facts) -> tuple[str, ...]:
    """Return the paths of the unknown facts that could still change the class, the most telling first.

    First comes the fact after which, at worst, the fewest classes remain; equals stay in the order of the format.
    """
    return tuple(path for path, _ in sorted(_relevant(facts), key=lambda entry: entry[1]))


def _relevant(facts: Facts) -> Iterator[tuple[str, int]]:
    table = _table(facts)
    figures = unknown_figures(facts)
    yield from _main_activities(facts, table, figures)
    yield from _figures(facts, table, figures, lambda unknown: unknown.place != "periods")
    if facts.it_independent is None and _it_matters(facts, table, figures):
        yield "it_independent", _worst([replace(facts, it_independent=value) for value in (True, False)])
    yield from _figures(facts, table, figures, lambda unknown: unknown.place == "periods")


def _worst(outcomes: list[Facts]) -> int:
    return max(len(possible(facts)) for facts in outcomes)


def _table(facts: Facts) -> Table:
    ways = side_activity_readings(facts, CAUTIOUS)
    return {way: tuple(classify(facts, profile(facts, way), size) for size in range(3)) for way in ways}


def _main_activities(facts: Facts, table: Table, figures: tuple[Unknown, ...]) -> Iterator[tuple[str, int]]:
    sizes = {size for pair in _sizes(facts, figures, None) for size in pair}
    for index, activity in enumerate(facts.activities):
        if _main_activity_matters(activity, table, sizes):
            ways = [_with_main_activity(facts, index, value=value) for value in (True, False)]
            yield f"activities[{index}].main_activity", _worst(ways)


def _main_activity_matters(activity: Activity, table: Table, sizes: set[int]) -> bool:
    row = key(activity)
    if activity.main_activity is not None or row not in MAIN_ACTIVITY_ONLY:
        return False
    pairs = ((classes, table[replace(way, not_main=way.not_main | {row})]) for way, classes in table.items())
    return any(one[size] is not other[size] for one, other in pairs for size in sizes)


def _with_main_activity(facts: Facts, index: int, *, value: bool) -> Facts:
    before, activity, after = facts.activities[:index], facts.activities[index], facts.activities[index + 1 :]
    return replace(facts, activities=(*before, replace(activity, main_activity=value), *after))


def _figures(
    facts: Facts, table: Table, figures: tuple[Unknown, ...], chosen: Callable[[Unknown], bool]
) -> Iterator[tuple[str, int]]:
    for unknown in filter(chosen, figures):
        if any(
            classes[low] is not classes[high]
            for low, high in _sizes(facts, figures, unknown)
            for classes in table.values()
        ):
            yield unknown.path, _worst([fixed(facts, unknown, value) for value in candidates(facts, unknown)])


def _it_matters(facts: Facts, table: Table, figures: tuple[Unknown, ...]) -> bool:
    joined, alone = replace(facts, it_independent=False), replace(facts, it_independent=True)
    return bool(counted(facts)) and any(
        classes[_level(joined, trial)] is not classes[_level(alone, trial)]
        for trial in _trials(facts, figures)
        for classes in table.values()
    )


def _sizes(facts: Facts, figures: tuple[Unknown, ...], varied: Unknown | None) -> Iterator[tuple[int, int]]:
    """Yield the levels with the varied figure at nothing and at its most, for every trial of the others."""
    others = tuple(unknown for unknown in figures if unknown != varied)
    ways = (True, False) if facts.it_independent is None else (facts.it_independent,)
    for trial in _trials(facts, others):
        for independent in ways:
            company = replace(facts, it_independent=independent)
            if varied is None:
                yield (_level(company, trial),) * 2
            else:
                ends = ({**trial, varied: ZERO}, {**trial, varied: varied.most})
                yield _level(company, ends[0]), _level(company, ends[1])


def _trials(facts: Facts, figures: tuple[Unknown, ...]) -> Iterator[Trial]:
    """Yield value combinations of unknown figures; figures that only ever count as one sum move together."""
    groups: dict[object, list[Unknown]] = {}
    for unknown in figures:
        groups.setdefault(sum_of(facts, unknown), []).append(unknown)
    choices = [_choices(facts, group, several=len(facts.periods) > 1) for group in groups.values()]
    if prod(map(len, choices)) > _MOST_TRIALS:
        choices = [(each[0], each[-1]) for each in choices]
    if prod(map(len, choices)) > _MOST_TRIALS:
        choices = _tied_over_years(groups.values())
    for parts in product(*choices):
        yield {unknown: value for part in parts for unknown, value in part.items()}


def _tied_over_years(groups: Iterable[list[Unknown]]) -> list[tuple[Trial, ...]]:
    """Return the settings for a very long history: a figure is nothing or the most in all years alike."""
    tied: dict[str, list[Unknown]] = {}
    for group in groups:
        tied.setdefault(group[0].field, []).extend(group)
    return [(dict.fromkeys(group, ZERO), {unknown: unknown.most for unknown in group}) for group in tied.values()]


def _choices(facts: Facts, group: list[Unknown], *, several: bool) -> tuple[Trial, ...]:
    """Return the settings of one sum: nothing, the crossings that couple several years, the most."""
    first = group[0]
    values = candidates(facts, first) if several and first.everywhere else (ZERO, first.most)
    rest = dict.fromkeys(group[1:], ZERO)
    between = [{first: value, **rest} for value in values[1:-1]]
    nothing = dict.fromkeys(group, ZERO)
    return (nothing, *between, {unknown: unknown.most for unknown in group})


def _level(facts: Facts, trial: Trial) -> int:
    for unknown, value in trial.items():
        facts = fixed(facts, unknown, value)
    added = () if facts.it_independent else counted(facts)
    return level([year.low for year in years(facts, added)])
