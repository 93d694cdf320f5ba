"""The duties page as values: each duty with its date, its state in one word, and everything worth knowing about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.core.text import Bilingual, Citation, Sayable, Text
from app.law.measures import Measure, measure
from app.law.obligations import Duty, order_of_importance
from app.shell.models.standing import Standing

Tone = Literal["breach", "due", "accent", "neutral"]
Kind = Literal["all", "measures", "dated", "overdue"]


@dataclass(frozen=True, slots=True)
class State:
    """A word for where a duty stands in time, with the tone of its chip."""

    word: Text
    tone: Tone


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence with its examples."""

    title: Text
    examples: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty as the page shows it, in the table and beside it."""

    id: str
    name: Bilingual
    short: Bilingual
    citation: Citation
    due: Sayable
    rhythm: Sayable
    state: State
    certain: bool
    kinds: frozenset[Kind]
    plain: Bilingual
    action: Bilingual
    effort: Bilingual
    builder: Bilingual | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DutiesModel:
    """All duties in the order of their importance, what is overdue first."""

    rows: tuple[DutyRow, ...]
    overdue: int
    """How many are certainly overdue; what only a cautious reading asks for is not counted."""


def duties_model(now: Standing) -> DutiesModel:
    """Return the duties page for a company as it stands."""
    ordered = sorted(order_of_importance(now.duties), key=_lateness)
    return DutiesModel(tuple(map(_row, ordered)), overdue_for_certain(now))


def overdue_for_certain(now: Standing) -> int:
    """Return how many duties are overdue whichever way an open question is answered."""
    return sum(duty.certain and duty.overdue_since is not None for duty in now.duties)


def _row(duty: Duty) -> DutyRow:
    about = measure(duty.measure) if duty.measure else None
    return DutyRow(
        id=duty.id,
        name=duty.name,
        short=duty.short,
        citation=duty.citation,
        due=_due(duty),
        rhythm=duty.recurrence or duty.trigger or "",
        state=_state(duty),
        certain=duty.certain,
        kinds=_kinds(duty),
        plain=duty.plain,
        action=duty.action,
        effort=duty.effort,
        builder=about.builder if about else None,
        evidence=_evidence(about) if about else (),
    )


def _kinds(duty: Duty) -> frozenset[Kind]:
    kinds: set[Kind] = {"all"}
    if duty.measure:
        kinds.add("measures")
    if duty.certain and duty.overdue_since:
        kinds.add("overdue")
    if duty.overdue_since or duty.next_due:
        kinds.add("dated")
    return frozenset(kinds)


def _lateness(duty: Duty) -> int:
    if duty.overdue_since is None:
        return 2
    return 0 if duty.certain else 1


def _evidence(about: Measure) -> tuple[Evidence, ...]:
    return (
        Evidence(Text("Shows the intention"), about.intention),
        Evidence(Text("Shows that it is done"), about.implementation),
        Evidence(Text("Shows that it works"), about.effectiveness),
    )


def _due(duty: Duty) -> Sayable:
    if duty.first_due is not None:
        return duty.first_due
    if duty.not_before is not None:
        return Text("not before {day}", day=duty.not_before)
    return Text("when it happens")


def _state(duty: Duty) -> State:
    if not duty.certain and duty.overdue_since is not None:
        return State(Text("read cautiously"), "due")
    if not duty.certain:
        return State(Text("open question"), "due")
    if duty.overdue_since is not None:
        return State(Text("overdue unless done"), "breach")
    if duty.next_due is not None:
        return State(Text("still ahead"), "accent")
    if duty.first_due is not None:
        return State(Text("applies now"), "accent")
    return State(Text("be ready"), "neutral")
