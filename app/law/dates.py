"""Days and periods with their names: what the year's calendar and the incident clock write beside a date.

The arithmetic is in `deadlines`. A calendar joins the days of one company's duties with the days that the law fixes
for everybody, so that nobody has to look in two lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.deadlines import months_after
from app.law.facts import Special
from app.law.obligations import Duty
from app.law.outcome import Assessment, Class

_FILE = "deadlines.toml"

Concerns = Literal["all", "manufacturers", "kritis", "bwe", "hospitals"]

_RISK_ANALYSIS_MONTHS = 9
_RESILIENCE_MONTHS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One statutory period in words; `kind` is its word in the JSON form of deadline facts."""

    id: str
    kind: str
    name: Bilingual
    limit: Bilingual
    content: Bilingual
    citation: Citation
    in_force_from: date
    in_force_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedDay:
    """A day the law itself names."""

    id: str
    on: date
    what: Bilingual
    citation: Citation
    concerns: Concerns


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar; `duty` is the id of the duty it belongs to, if any."""

    on: date
    what: Bilingual
    citation: Citation
    duty: str | None = None


@cache
def periods() -> tuple[Period, ...]:
    """Return every period, in the order in which an incident meets them, then the others."""
    return content.rows(_FILE, "period", Period)


def period(name: str) -> Period:
    """Return one period, such as `early_warning`."""
    return next(one for one in periods() if one.id == name)


@cache
def fixed_days() -> tuple[FixedDay, ...]:
    """Return the days the law names, in their order."""
    return content.rows(_FILE, "day", FixedDay)


def calendar(
    duties: Iterable[Duty],
    assessment: Assessment,
    special: frozenset[Special],
    first: date,
    last: date,
) -> tuple[Entry, ...]:
    """Return what falls between two days, both included: ends of periods first, then the days of the law."""
    own = [Entry(duty.next_due, duty.short, duty.citation, duty.id) for duty in duties if duty.next_due is not None]
    concerned = _concerned(assessment, special)
    named = [Entry(day.on, day.what, day.citation) for day in fixed_days() if day.concerns in concerned]
    return tuple(sorted((e for e in (*own, *named) if first <= e.on <= last), key=lambda entry: entry.on))


def _concerned(assessment: Assessment, special: frozenset[Special]) -> set[Concerns]:
    """Product law concerns manufacturers in and out of scope; the rest only who is in scope."""
    found: set[Concerns] = {"manufacturers"}
    if {Class.BWE, Class.WE}.intersection(assessment.possible):
        found.add("all")
    if assessment.evidence_not_before is not None:
        found.add("hospitals" if Special.HOSPITAL in special else "bwe")
    if Special.KRITIS_OPERATOR in special:
        found.add("kritis")
    return found


def kritis_umbrella_days(registered_on: date) -> tuple[date, date]:
    """Return when the first risk analysis, and the first resilience measures, are due (§ 8 Abs. 7 KRITISDachG).

    Raises OverflowError past the end of the calendar.
    """
    return months_after(registered_on, _RISK_ANALYSIS_MONTHS), months_after(registered_on, _RESILIENCE_MONTHS)
