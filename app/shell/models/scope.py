"""The result page as values: class, what decides, the reasoning, what follows, what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from app.core.text import Citation, Joined, Sayable, Text
from app.law.entity_types import by_key
from app.law.headline import deciding_lines, headline
from app.law.open_questions import questions_for
from app.law.outcome import Alternative, Assessment, Class, Question
from app.law.size import LARGE, MEDIUM, Ceiling
from app.law.wording import SIGNS, class_in_sentence, comparison, figure, missing_name, sentence
from app.shell.models.next_step import NextStep, next_step
from app.shell.models.standing import Standing
from app.wizard.consequences import consequences
from app.wizard.flow import OpenPoint

State = Literal["reached", "not_reached", "unknown"]


@dataclass(frozen=True, slots=True)
class Measured:
    """One of the three measures against its threshold; `joiner` is how it hangs together with the one above."""

    joiner: Text | None
    name: Text
    value: Sayable
    sign: str
    threshold: Sayable
    state: State


@dataclass(frozen=True, slots=True)
class Decides:
    """What settles the class: the inequality set large, its caption, and all three measures."""

    figure: Text
    caption: Text
    measures: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A name and a value beside it."""

    name: Text
    value: Sayable


@dataclass(frozen=True, slots=True)
class OpenReading:
    """An open legal question, and the classes that follow from either answer."""

    question: Sayable
    text: Text


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One step of the reasoning with its source."""

    sentence: Text
    citation: Citation


@dataclass(frozen=True, slots=True)
class ScopeModel:
    """Everything the result page shows."""

    company: str
    headline: Text
    provisional: bool
    as_of: date
    readings: tuple[OpenReading, ...]
    decides: Decides | None
    follows: tuple[Row, ...]
    reasons: tuple[Reasoned, ...]
    next_step: NextStep | None
    open_points: tuple[OpenPoint, ...]
    missing: tuple[Text, ...]


def scope_model(now: Standing) -> ScopeModel:
    """Return the result page for a company as it stands."""
    found = now.assessment
    return ScopeModel(
        company=now.facts.company,
        headline=headline(found),
        provisional=bool(found.alternatives or found.missing or now.open_points),
        as_of=now.facts.as_of,
        readings=tuple(_reading(now, other) for other in found.alternatives),
        decides=_decides(found),
        follows=_follows(now),
        reasons=tuple(Reasoned(sentence(step, _row_name), Citation(step.citation)) for step in found.steps),
        next_step=next_step(now),
        open_points=now.open_points,
        missing=tuple(missing_name(path) for path in found.missing),
    )


def _row_name(annex: int, no: str) -> Sayable:
    return by_key(annex, no).short


def _reading(now: Standing, other: Alternative) -> OpenReading:
    explained = (one for one in questions_for(now.facts, now.assessment) if one.asked_by is other.question)
    known = next(explained, None)
    otherwise = class_in_sentence(other.code)
    text = Text("Read the other way: {other}.", other=otherwise)
    if now.assessment.code:
        cautious = class_in_sentence(now.assessment.code)
        text = Text("Read cautiously: {cautious}. Read the other way: {other}.", cautious=cautious, other=otherwise)
    return OpenReading(known.question if known else _question(other.question), text)


def _question(question: Question) -> Text:
    return {
        Question.TYPE_DOUBTFUL: Text("Does one of your activities really fall under a type of Annex 1 or 2?"),
        Question.NEGLIGIBLE: Text("May an activity be left out as negligible?"),
        Question.NEW_GROUP_MEMBER: Text("Does a change of ownership count at once, or only after two years?"),
        Question.TRUST_LARGE: Text("Does size raise a trust service provider that is not qualified?"),
    }[question]


def _decides(found: Assessment) -> Decides | None:
    lines = deciding_lines(found)
    if not lines:
        return None
    first = lines[0]
    ceiling = LARGE if first.threshold in LARGE else MEDIUM
    shown = lines[:1] if first.outcome == "not_reached" else lines
    words = Joined(tuple(comparison(line) for line in shown))
    return Decides(Text("{inequalities}", inequalities=words), _caption(first.fact), _measures(found, ceiling))


def _caption(fact: str) -> Text:
    return {
        "headcount_awu": Text("full-time employees"),
        "turnover_eur": Text("turnover and balance sheet total"),
        "balance_sheet_eur": Text("balance sheet total"),
    }[fact]


def _measures(found: Assessment, ceiling: Ceiling) -> tuple[Measured, ...]:
    used = found.size_used
    return (
        _measured(None, Text("Employees"), "headcount_awu", used.headcount_awu, ceiling.headcount_awu),
        _measured(Text("or"), Text("Turnover"), "turnover_eur", used.turnover_eur, ceiling.turnover_eur),
        _measured(
            Text("and"), Text("Balance sheet"), "balance_sheet_eur", used.balance_sheet_eur,
            ceiling.balance_sheet_eur,
        ),
    )  # fmt: skip


def _measured(joiner: Text | None, name: Text, fact: str, value: Decimal | None, threshold: int) -> Measured:
    at_least = fact == "headcount_awu"
    if value is None:
        return Measured(
            joiner, name, Text("unknown"), SIGNS[">=" if at_least else ">"], figure(fact, threshold), "unknown"
        )
    reached = value >= threshold if at_least else value > threshold
    sign = (">=" if reached else "<") if at_least else (">" if reached else "<=")
    return Measured(
        joiner, name, figure(fact, value), SIGNS[sign], figure(fact, threshold), "reached" if reached else "not_reached"
    )


def _follows(now: Standing) -> tuple[Row, ...]:
    follows = consequences(now.facts, now.assessment, now.today)
    if follows is None:
        return (Row(Text("Duties"), len(now.duties)),) if now.duties else ()
    rows = [Row(Text("Duties"), len(now.duties))]
    if follows.fine:
        rows.append(Row(Text("Fine frame up to"), follows.fine.said))
    if follows.other:
        if_other = Text("in the higher class") if now.other is Class.BWE else Text("in the lower class")
        rows.append(Row(if_other, follows.other.said))
    return (*rows, Row(Text("Applies since"), now.facts.in_scope_since))
