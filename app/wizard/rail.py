"""The rail at the left: every topic with its state and one line below it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.text import Joined, Sayable, Text
from app.law.facts import IN_FORCE
from app.wizard.answers import Answers, Task
from app.wizard.flow import State, Step, counted, current, path, progress
from app.wizard.in_words import newest
from app.wizard.question import TITLES, Question, Topic

_LINES: dict[Topic, tuple[str, ...]] = {
    Topic.COMPANY: ("company",),
    Topic.PUBLIC_BODY: ("public_body",),
    Topic.SEAT: ("eu_country", "seat"),
    Topic.OFFER: ("rows",),
    Topic.STAFF: ("headcount",),
    Topic.MONEY: ("turnover", "balance"),
    Topic.RELATED: ("related_list", "related"),
    Topic.IT: ("it_independent",),
    Topic.TWO_YEARS: ("older_year",),
    Topic.KRITIS: ("kritis",),
    Topic.SPECIAL_RULES: ("carve_outs",),
    Topic.SINCE: (),
    Topic.GROUP: ("group_turnover",),
}
"""Which answer stands below a topic: the first that there is; for money both, for the beginning its day."""


@dataclass(frozen=True, slots=True)
class RailLine:
    """One topic. `question` is where a click leads, `None` for the summary and for what is not asked."""

    topic: Topic
    title: Text
    state: State
    line: Sayable
    reason: Text | None
    question: str | None


def topics(answers: Answers) -> tuple[RailLine, ...]:
    """Return all topics in order, the summary last."""
    steps = path(answers)
    lines = [_line(topic, [step for step in steps if step.topic is topic], answers) for topic in _LINES]
    state = State.NOW if current(answers) is None else State.OPEN
    return (*lines, RailLine(Topic.SUMMARY, TITLES[Topic.SUMMARY], state, "", None, None))


def _line(topic: Topic, steps: list[Step], answers: Answers) -> RailLine:
    state = _state({step.state for step in steps})
    asked = [step.question for step in steps if step.question]
    return RailLine(
        topic=topic,
        title=TITLES[topic],
        state=state,
        line=_words(topic, state, asked, answers),
        reason=next((step.reason for step in steps if step.reason), None) if state is State.NOT_NEEDED else None,
        question=asked[0].id if asked else None,
    )


def _state(states: set[State]) -> State:
    order = (State.NOW, State.OPEN, State.UNKNOWN, State.DONE)
    return next((state for state in order if state in states), State.NOT_NEEDED)


def _words(topic: Topic, state: State, asked: list[Question], answers: Answers) -> Sayable:
    match state:
        case State.NOW:
            place = progress(answers)
            return Text("Question {number} of {total}", number=place.number or place.total, total=place.total)
        case State.UNKNOWN:
            owners = [answers.tasks.get(question.id, Task()).owner for question in asked]
            owner = next(filter(None, owners), "")
            return Text("Task for {owner}", owner=owner) if owner else Text("to be clarified")
        case State.NOT_NEEDED:
            return Text("not needed")
        case State.DONE:
            return _answered(topic, asked, counted(answers))
    return ""


def _answered(topic: Topic, asked: list[Question], known: Answers) -> Sayable:
    if topic is Topic.SINCE:
        return known.day("since") or IN_FORCE
    by_id = {question.id: question for question in asked}
    said = [
        newest(by_id[name], value) for name in _LINES[topic] if name in by_id and (value := known.get(name)) is not None
    ]
    return Joined(tuple(said), "") if topic is Topic.MONEY else said[0] if said else ""
