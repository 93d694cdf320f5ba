"""Where somebody stands in the questionnaire: worked out from the answers, stored nowhere.

The path is walked from the start each time. An answer counts if its question is on the path; all others are kept
and ignored. The rail, the progress, the open points and the end are views of the same walk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.text import Text
from app.wizard.answers import Answers, Task
from app.wizard.fitting import fit, partly_unknown
from app.wizard.question import Entry, Later, NotNeeded, Question, Topic
from app.wizard.questionnaire import questionnaire
from app.wizard.values import Value


class State(StrEnum):
    """How far an entry of the path is."""

    DONE = "done"
    NOW = "now"
    OPEN = "open"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the path. `question` is `None` where nothing is asked (yet); `reason` says why not."""

    id: str
    topic: Topic
    state: State
    question: Question | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that remains to be clarified, by whom and until when, as far as that was noted."""

    question: str
    text: Text
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`number` of `total` questions; `number` is `None` at the summary."""

    number: int | None
    total: int


def counted(answers: Answers) -> Answers:
    """Return only the answers whose questions are on the path."""
    return _walked(answers)[1]


def path(answers: Answers) -> tuple[Step, ...]:
    """Return every entry of the path in order, with its state."""
    entries, known = _walked(answers)
    now = _now(entries, known)
    return tuple(_step(entry, known, now) for entry in entries)


def questions(answers: Answers) -> tuple[Question, ...]:
    """Return the questions on the path, answered or not."""
    return tuple(entry for entry in _walked(answers)[0] if isinstance(entry, Question))


def current(answers: Answers) -> Question | None:
    """Return the question in view: the one jumped to, else the first without an answer, `None` at the summary."""
    entries, known = _walked(answers)
    now = _now(entries, known)
    return next((entry for entry in entries if isinstance(entry, Question) and entry.id == now), None)


def next_question(answers: Answers) -> Question | None:
    """Return the first question without an answer, `None` if all are answered."""
    return current(replace(answers, current=None))


def before(answers: Answers, question: str | None) -> str | None:
    """Return the question above this one; above the summary (`None`) it is the last one."""
    ids = [asked.id for asked in questions(answers)]
    place = ids.index(question) if question in ids else len(ids)
    return ids[place - 1] if place else None


def after(answers: Answers, question: str) -> str | None:
    """Return the question below this one, `None` for the summary."""
    ids = [asked.id for asked in questions(answers)]
    place = ids.index(question) + 1 if question in ids else len(ids)
    return ids[place] if place < len(ids) else None


def is_complete(answers: Answers) -> bool:
    """Tell whether every question on the path has an answer, be it "I don't know"."""
    return next_question(answers) is None


def progress(answers: Answers) -> Progress:
    """Return "question 7 of 16": the total is what is known of the path by now."""
    ids = [asked.id for asked in questions(answers)]
    now = current(answers)
    return Progress(ids.index(now.id) + 1 if now else None, len(ids))


def open_points(answers: Answers) -> tuple[OpenPoint, ...]:
    """Return what was answered with "I don't know", in whole or in part."""
    entries, known = _walked(answers)
    return tuple(
        OpenPoint(asked.id, asked.task, noted.owner, noted.due)
        for asked in entries
        if isinstance(asked, Question) and partly_unknown(asked, known.get(asked.id))
        for noted in (answers.tasks.get(asked.id, Task()),)
    )


def _walked(answers: Answers) -> tuple[tuple[Entry, ...], Answers]:
    values: dict[str, Value] = {}
    known = replace(answers, values=values)
    entries = []
    for entry in questionnaire(known):
        entries.append(entry)
        fitting = fit(entry, answers.get(entry.id)) if isinstance(entry, Question) else None
        if fitting is not None:
            values[entry.id] = fitting
    return tuple(entries), known


def _now(entries: tuple[Entry, ...], known: Answers) -> str | None:
    ids = [entry.id for entry in entries if isinstance(entry, Question)]
    if known.current in ids:
        return known.current
    return next((question for question in ids if question not in known.values), None)


def _step(entry: Entry, known: Answers, now: str | None) -> Step:
    match entry:
        case NotNeeded(question, topic, reason):
            return Step(question, topic, State.NOT_NEEDED, reason=reason)
        case Later(question, topic):
            return Step(question, topic, State.OPEN)
    return Step(entry.id, entry.topic, _state(entry, known, now), entry)


def _state(question: Question, known: Answers, now: str | None) -> State:
    if question.id == now:
        return State.NOW
    value = known.get(question.id)
    if value is None:
        return State.OPEN
    return State.UNKNOWN if partly_unknown(question, value) else State.DONE
