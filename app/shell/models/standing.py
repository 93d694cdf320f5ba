"""Where one company stands on one day: the single value from which every page is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.law.facts import Facts
from app.law.headline import base_class, other_class
from app.law.obligations import Duty, duties
from app.law.outcome import Assessment, Class, left_open
from app.law.reading import read_facts
from app.law.scope import assess
from app.wizard.flow import OpenPoint


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts, what the law makes of them, the duties, and what somebody still has to find out."""

    facts: Facts
    assessment: Assessment
    duties: tuple[Duty, ...]
    open_points: tuple[OpenPoint, ...]
    today: date

    @property
    def base(self) -> Class | None:
        """Return the class that amounts are first shown for."""
        return base_class(self.assessment)

    @property
    def other(self) -> Class | None:
        """Return the class that an open question could lead to instead."""
        return other_class(self.assessment)

    @property
    def in_scope(self) -> bool:
        """Tell whether the company is an entity under § 28 BSIG, by the class amounts are shown for."""
        return self.base in (Class.BWE, Class.WE)


def standing(
    given: Mapping[str, object], open_points: tuple[OpenPoint, ...], today: date, possible: tuple[Class, ...] = ()
) -> Standing:
    """Return where a company stands by its stored facts. BadFacts if they are not facts.

    `possible` are the classes that the answers still allow, where the facts cannot say what is unknown.
    """
    facts = read_facts(given, today)
    assessment = left_open(assess(facts), possible)
    return Standing(facts, assessment, duties(facts, assessment, today), open_points, today)
