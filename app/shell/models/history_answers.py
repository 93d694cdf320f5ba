"""Which answers a change has changed, in the words of the questions.

Answers that this program cannot read, and questions that are on no path any more, are shown to the letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress

from app.core.canonical import parsed
from app.core.text import Joined, Plural, Sayable, Text
from app.wizard.answers import Answers, Task
from app.wizard.flow import questions
from app.wizard.in_words import in_words
from app.wizard.json_answers import BadAnswer, encode
from app.wizard.question import Question
from app.wizard.stored import from_json
from app.wizard.values import Value

Change = tuple[Sayable, Sayable, Sayable]
"""What is asked, the answer before, the answer after."""


def answer_changes(before: object, after: object) -> tuple[Change, ...]:
    """Return the answers that differ between two states of a draft, each as its column holds it."""
    old, new = _read(before), _read(after)
    if (before is not None and old is None) or (after is not None and new is None):
        return ((Text("Answers"), _count(old), _count(new)),)
    return tuple(_differences(old, new)) or ((Text("Place in the questions"), "", Text("another question")),)


def _differences(old: Answers | None, new: Answers | None) -> Iterator[Change]:
    asked = {question.id: question for known in (old, new) if known for question in questions(known)}
    for question in _ids(old, new, asked):
        before, after = (known.get(question) if known else None for known in (old, new))
        if before != after:
            yield _title(question, asked), _words(question, before, asked), _words(question, after, asked)
        was, now = (known.tasks.get(question, Task()) if known else Task() for known in (old, new))
        if was != now:
            yield Text("{question} – settled by", question=_title(question, asked)), _task(was), _task(now)


def _ids(old: Answers | None, new: Answers | None, asked: dict[str, Question]) -> list[str]:
    """Return the questions with an answer or a task, in the order in which they are asked."""
    held = {name for known in (old, new) if known for name in (*known.values, *known.tasks)}
    return [*(name for name in asked if name in held), *sorted(held - set(asked))]


def _title(question: str, asked: dict[str, Question]) -> Sayable:
    return asked[question].title if question in asked else question


def _words(question: str, value: Value | None, asked: dict[str, Question]) -> Sayable:
    if value is None:
        return ""
    if question in asked:
        return in_words(asked[question], value)
    return json.dumps(encode(value), ensure_ascii=False)


def _task(task: Task) -> Sayable:
    if task.due is None:
        return task.owner
    return Joined((task.owner, task.due) if task.owner else (task.due,), "")


def _count(answers: Answers | None) -> Sayable:
    if answers is None:
        return Text("not readable by this version of the program")
    return Plural("{n} answer", "{n} answers", n=len(answers.values))


def _read(column: object) -> Answers | None:
    with suppress(BadAnswer, ValueError, TypeError, RecursionError):
        return from_json(parsed(column)) if isinstance(column, str) else None
    return None
