"""The duties as the law content writes them down: what, for whom, from when.

The ten measures stand in their own file and become rules here, so that a duty is the same kind of thing wherever it
comes from. Whom a rule binds is decided in `binding`, its dates in `obligations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.facts import Special
from app.law.measures import Measure, measures
from app.law.outcome import Class

Kind = Literal["measure", "documentation", "registration", "reporting", "management", "kritis", "domains", "other_law"]
"""What a duty is about, for grouping."""

Due = Literal["since", "months", "fixed", "event", "by_authority"]
"""How the first day is found: with the first day in scope, months after it, a fixed day, an event, the BSI."""

_FILE = "duties.toml"
_IN_CLASS = (Class.BWE, Class.WE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRule:
    """One duty of the law, before it is known whom it binds. The fields are explained in `duties.toml`."""

    id: str
    kind: Kind
    name: Bilingual
    short: Bilingual
    action: Bilingual
    plain: Bilingual
    effort: Bilingual
    citation: Citation
    in_force_from: date
    due: Due
    importance: int
    step: int
    in_force_to: date | None = None
    section: str = "-"
    classes: tuple[Class, ...] = ()
    specials: tuple[Special, ...] = ()
    rows: tuple[str, ...] = ()
    regimes: tuple[Special, ...] = ()
    without_class: tuple[str, ...] = ()
    flag: str | None = None
    months: int | None = None
    due_on: date | None = None
    trigger: Bilingual | None = None
    recurrence: Bilingual | None = None
    recurs_months: int | None = None
    violation: str | None = None
    measure: int | None = None


@cache
def duty_rules() -> tuple[DutyRule, ...]:
    """Return every duty the program knows, the ten measures first."""
    return (*map(_of_measure, measures()), *content.rows(_FILE, "duty", DutyRule))


def _of_measure(one: Measure) -> DutyRule:
    return DutyRule(
        id=one.id,
        kind="measure",
        name=one.name,
        short=one.short,
        action=one.action,
        plain=one.plain,
        effort=one.effort,
        citation=one.citation,
        in_force_from=one.in_force_from,
        in_force_to=one.in_force_to,
        due="since",
        importance=one.importance,
        step=one.step,
        section="30",
        classes=_IN_CLASS,
        regimes=(Special.FEDERAL_ADMIN,),
        violation="measures",
        measure=one.no,
    )
