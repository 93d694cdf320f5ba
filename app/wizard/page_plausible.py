"""Answers that are possible but odd enough to look at again: a slip by a factor of a thousand decides a class.

Nothing here forbids an answer, and nothing says that it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.core.text import Money, Text
from app.wizard.answers import Answers
from app.wizard.flow import counted

_LEAST_PER_HEAD, _MOST_PER_HEAD = Decimal(5_000), Decimal(5_000_000)
_LEAP = 5
_FEW = Decimal(10)
_LITTLE = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Odd:
    """One thing to look at again, and the question where to do so."""

    question: str
    title: Text
    text: Text


def odd_answers(answers: Answers) -> tuple[Odd, ...]:
    """Return what looks odd, for the years that were asked for."""
    known = counted(answers)
    return (*_per_head(known), *_leaps(known))


def _per_head(known: Answers) -> Iterator[Odd]:
    for year, people in known.amounts("headcount").figures:
        turnover = known.amounts("turnover").get(year)
        if people is None or people < 1 or turnover is None:
            continue
        each = round(turnover / people)
        if turnover and not _LEAST_PER_HEAD <= each <= _MOST_PER_HEAD:
            title = Text("Is the turnover for {year} right?", year=year)
            yield Odd("turnover", title, Text("It comes to {amount} for each employee.", amount=Money(each)))


def _leaps(known: Answers) -> Iterator[Odd]:
    limits = {"headcount": _FEW, "turnover": _LITTLE, "balance": _LITTLE}
    for question, limit in limits.items():
        figures = [(year, figure) for year, figure in known.amounts(question).figures if figure is not None]
        for (later, new), (earlier, old) in pairwise(figures):
            low, high = sorted((new, old))
            if high >= limit and high > low * _LEAP:
                yield Odd(question, _LEAP_TITLES[question], Text(
                    "The figures for {later} and {earlier} are far apart.", later=later, earlier=earlier
                ))  # fmt: skip


_LEAP_TITLES = {
    "headcount": Text("Is the number of employees right?"),
    "turnover": Text("Is the turnover right?"),
    "balance": Text("Is the balance sheet total right?"),
}
