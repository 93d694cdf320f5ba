"""From when to when a rule holds.

A rule that changes is not edited: the old one gets a last day, the new one a first day. Whoever asks about an
earlier day gets the rule of that day, so a paper once printed stays true.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, Protocol, TypeVar

Confidence = Literal["high", "medium", "low"]
"""How sure the program is of a statement; anything but high is said on screen and paper."""


class Dated(Protocol):
    """A rule with a first and perhaps a last day."""

    @property
    def in_force_from(self) -> date:
        """Return the first day of the rule."""

    @property
    def in_force_to(self) -> date | None:
        """Return the last day of the rule, if it has one."""


Rule = TypeVar("Rule", bound=Dated)


def in_force(rules: Iterable[Rule], on: date) -> tuple[Rule, ...]:
    """Return the rules that hold on a day, in their order."""
    return tuple(rule for rule in rules if holds(rule, on))


def holds(rule: Dated, on: date) -> bool:
    """Tell whether a rule holds on a day; the last day still counts."""
    return rule.in_force_from <= on and (rule.in_force_to is None or on <= rule.in_force_to)
