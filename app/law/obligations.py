"""The duties that bind one company on one day, with their dates.

Nothing here knows what the company has done; whether a duty is fulfilled is for the registers. "Overdue" therefore
means: if it has not been done by now. A duty without a date of its own (the measures) binds since the first day in
scope and is never counted in days. § 31 Abs. 3 VwVfG is left aside: the strict date is the deadline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.text import Bilingual, Citation
from app.law.binding import Footing, binds, binds_surely, cautious, firm
from app.law.deadlines import months_after
from app.law.duty_rules import DutyRule, Kind, duty_rules
from app.law.facts import Facts
from app.law.outcome import Assessment
from app.law.validity import in_force

ON_THE_BOARD_PAPER = 8
NEXT_STEPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One duty of one company on one day.

    `first_due` is the day from which it has to be met, or the end of its period; `next_due` the same while it still
    lies ahead. `not_before` is the earliest day the BSI may set. `overdue_since` is the day a period ended,
    `days_overdue` the days since. `certain` is false where another class or reading is still possible under which
    the duty would not bind. `measure` is the number in § 30 Abs. 2 BSIG, `rank` and `step` are orders.
    """

    id: str
    kind: Kind
    name: Bilingual
    short: Bilingual
    action: Bilingual
    plain: Bilingual
    effort: Bilingual
    citation: Citation
    certain: bool
    rank: int
    step: int
    first_due: date | None = None
    next_due: date | None = None
    not_before: date | None = None
    overdue_since: date | None = None
    days_overdue: int = 0
    trigger: Bilingual | None = None
    recurrence: Bilingual | None = None
    recurs_months: int | None = None
    violation: str | None = None
    measure: int | None = None


@dataclass(frozen=True, slots=True)
class _Dates:
    first_due: date | None = None
    not_before: date | None = None
    counted: bool = False

    def ahead(self, on: date) -> date | None:
        return self.first_due if self.first_due is not None and self.first_due >= on else None

    def missed(self, on: date) -> date | None:
        return self.first_due if self.counted and self.first_due is not None and self.first_due < on else None

    def days_late(self, on: date) -> int:
        missed = self.missed(on)
        return (on - missed).days if missed else 0


def duties(facts: Facts, assessment: Assessment, on: date) -> tuple[Duty, ...]:
    """Return every duty that binds the company on a day, measures first; empty for who is not in scope.

    While the class is open, the duties of every possible class are listed; those common to all are `certain`.
    """
    listed, sure = cautious(facts, assessment), firm(facts, assessment)
    return tuple(
        _duty(rule, facts, on, certain=_is_certain(rule, assessment, sure))
        for rule in in_force(duty_rules(), on)
        if any(binds(rule, code, listed) for code in assessment.possible)
    )


def order_of_importance(found: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return duties as the board paper lists them; what is only arguable comes after what is certain."""
    return tuple(sorted(found, key=lambda duty: (not duty.certain, duty.rank)))


def most_important(found: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the few duties for the front of the board paper."""
    return order_of_importance(found)[:ON_THE_BOARD_PAPER]


def next_steps(found: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return what to do first: what is overdue, then by effect per effort.

    Pass the duties that are not proven yet. What only waits for an event asks for preparation and is ordered with
    the rest; change notices and orders of the BSI are no steps.
    """
    steps = [duty for duty in found if duty.first_due is not None or duty.kind == "reporting"]
    steps.sort(key=lambda duty: (duty.overdue_since is None, not duty.certain, duty.step))
    return tuple(steps[:NEXT_STEPS])


def _is_certain(rule: DutyRule, assessment: Assessment, sure: Footing) -> bool:
    arguable = {*assessment.possible, *(other.code for other in assessment.alternatives)}
    return all(binds_surely(rule, code, sure) for code in arguable)


def _duty(rule: DutyRule, facts: Facts, on: date, *, certain: bool) -> Duty:
    dates = _dates(rule, max(facts.in_scope_since, rule.in_force_from))
    return Duty(
        id=rule.id,
        kind=rule.kind,
        name=rule.name,
        short=rule.short,
        action=rule.action,
        plain=rule.plain,
        effort=rule.effort,
        citation=rule.citation,
        certain=certain,
        rank=rule.importance,
        step=rule.step,
        first_due=dates.first_due,
        next_due=dates.ahead(on),
        not_before=dates.not_before,
        overdue_since=dates.missed(on),
        days_overdue=dates.days_late(on),
        trigger=rule.trigger if dates.first_due is None else None,
        recurrence=rule.recurrence,
        recurs_months=rule.recurs_months,
        violation=rule.violation,
        measure=rule.measure,
    )


def _dates(rule: DutyRule, start: date) -> _Dates:
    if rule.due == "since":
        return _Dates(start)
    if rule.due == "months":
        return _Dates(_months(rule, start), counted=True)
    if rule.due == "by_authority":
        return _Dates(not_before=_months(rule, start))
    if rule.due == "fixed" and rule.due_on is not None and start <= rule.due_on:
        return _Dates(rule.due_on, counted=True)
    return _Dates()


def _months(rule: DutyRule, start: date) -> date | None:
    """Return the end of the rule's period; none past the end of the calendar."""
    try:
        return months_after(start, rule.months or 0)
    except OverflowError:
        return None
