"""Answers as JSON, for the vault after every answer.

The form is versioned and read back to the letter: a file from a newer program, a question this program does not
know, an answer it would not have accepted are refused, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.core.text import Text
from app.wizard import json_answers as read
from app.wizard.answers import Answers, Task
from app.wizard.json_answers import BadAnswer
from app.wizard.shapes import fault, shape_of
from app.wizard.values import UNKNOWN, Value

VERSION = 1
_KEYS = ("version", "begun", "answers", "tasks", "current")


def to_json(answers: Answers) -> dict[str, object]:
    """Return all answers as JSON values."""
    return {
        "version": VERSION,
        "begun": answers.begun.isoformat(),
        "answers": {question: read.encode(value) for question, value in answers.values.items()},
        "tasks": {
            question: {"owner": task.owner, "due": task.due.isoformat() if task.due else None}
            for question, task in answers.tasks.items()
        },
        "current": answers.current,
    }


def from_json(value: object) -> Answers:
    """Return the answers as they were stored.

    Raises BadAnswer for anything that `to_json` does not write.
    """
    if isinstance(value, Mapping) and value.get("version") != VERSION:
        raise BadAnswer("version", Text("These answers were written by another version of the program."))
    given = read.keys(value, "", _KEYS)
    return Answers(
        begun=read.calendar_day(given["begun"], "begun"),
        values={question: _value(question, raw) for question, raw in _entries(given, "answers")},
        tasks={question: _task(question, raw) for question, raw in _entries(given, "tasks")},
        current=_current(given["current"]),
    )


def _entries(given: Mapping[str, object], key: str) -> list[tuple[str, object]]:
    entries = given[key]
    if not isinstance(entries, dict):
        raise BadAnswer(key, Text("Expected an object in braces."))
    for question in entries:
        _known(question, f"{key}.{question}")
    return list(entries.items())


def _known(question: str, path: str) -> None:
    if shape_of(question) is None:
        raise BadAnswer(path, Text("This program does not ask such a question."))


def _value(question: str, raw: object) -> Value:
    shape = shape_of(question)
    if raw is None or shape is None:
        return UNKNOWN
    path = f"answers.{question}"
    value = shape.decode(raw, path)
    wrong = fault(question, value)
    if wrong:
        raise BadAnswer(path, wrong)
    return value


def _task(question: str, raw: object) -> Task:
    path = f"tasks.{question}"
    given = read.keys(raw, path, ("owner", "due"))
    owner, due = given["owner"], given["due"]
    if not isinstance(owner, str):
        raise BadAnswer(f"{path}.owner", Text("Expected text in quotation marks."))
    return Task(owner, None if due is None else read.calendar_day(due, f"{path}.due"))


def _current(raw: object) -> str | None:
    if raw is None:
        return None
    if not isinstance(raw, str):
        raise BadAnswer("current", Text("Expected text in quotation marks."))
    _known(raw, "current")
    return raw
