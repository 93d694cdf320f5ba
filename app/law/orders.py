"""What the BSI may order a company to do. Nothing of it binds before an order exists, so these are no duties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.outcome import Assessment, Class
from app.law.validity import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """One power of the authority; `not_before` is the earliest day it may be used against this company."""

    id: str
    name: Bilingual
    plain: Bilingual
    citation: Citation
    section: str
    classes: tuple[Class, ...]
    in_force_from: date
    in_force_to: date | None = None
    violation: str | None = None
    dated_by_assessment: bool = False
    not_before: date | None = None


@cache
def powers() -> tuple[Power, ...]:
    """Return every power the program knows."""
    return content.rows("duties.toml", "power", Power)


def orders(assessment: Assessment, on: date) -> tuple[Power, ...]:
    """Return what the BSI may order this company, under any class still possible."""
    return tuple(
        replace(power, not_before=assessment.evidence_not_before) if power.dated_by_assessment else power
        for power in in_force(powers(), on)
        if set(power.classes).intersection(assessment.possible)
        and power.section not in assessment.not_applicable
        and not (power.dated_by_assessment and assessment.evidence_not_before is None)
    )
