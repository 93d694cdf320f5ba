"""What somebody has answered so far, and nothing else: no position, no history, no result.

Answers are a value. Every answer gives a new one, so going back is choosing another question and never loses a
later answer. An answer whose question is not asked any more stays here, but does not count (see `flow`); it is
there again when the path returns to it. "I don't know" is an answer; who settles it until when is noted beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.wizard.json_answers import BadAnswer
from app.wizard.shapes import fault
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related, Value


@dataclass(frozen=True, slots=True)
class Task:
    """Who settles an open question, and until when."""

    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of one questionnaire, begun on one day. `current` is the question somebody jumped to."""

    begun: date
    values: Mapping[str, Value] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    current: str | None = None

    def get(self, question: str) -> Value | None:
        """Return the answer, `None` if there is none yet."""
        return self.values.get(question)

    def known(self, question: str) -> bool:
        """Tell whether the question is answered with something else than "I don't know"."""
        return self.values.get(question, UNKNOWN) is not UNKNOWN

    def word(self, question: str) -> str:
        """Return an answer in words or a choice; empty if there is none."""
        value = self.values.get(question)
        return value if isinstance(value, str) else ""

    def flag(self, question: str) -> bool | None:
        """Return yes or no; `None` if not answered or unknown."""
        value = self.values.get(question)
        return value if isinstance(value, bool) else None

    def several(self, question: str) -> tuple[str, ...]:
        """Return the chosen entries; none if not answered or unknown."""
        value = self.values.get(question)
        return value if isinstance(value, tuple) else ()

    def amounts(self, question: str) -> Amounts:
        """Return the figures; all unknown if not answered."""
        value = self.values.get(question)
        return value if isinstance(value, Amounts) else Amounts(())

    def enterprises(self, question: str) -> tuple[Related, ...]:
        """Return the rows of the table of related enterprises."""
        value = self.values.get(question)
        return value.rows if isinstance(value, Enterprises) else ()

    def day(self, question: str) -> date | None:
        """Return a date; `None` if not answered or unknown."""
        value = self.values.get(question)
        return value if isinstance(value, date) else None


def answer(answers: Answers, question: str, value: Value) -> Answers:
    """Return the answers with one more, and no question chosen by hand any longer.

    Figures of other years that were given before are kept: the accounts in question may change again.
    Raises BadAnswer if the value does not answer the question.
    """
    wrong = fault(question, value)
    if wrong:
        raise BadAnswer(question, wrong)
    before = answers.values.get(question)
    if isinstance(value, Amounts) and isinstance(before, Amounts):
        value = Amounts(tuple({**dict(before.figures), **dict(value.figures)}.items()))
    return replace(answers, values={**answers.values, question: value}, current=None)


def forget(answers: Answers, question: str) -> Answers:
    """Return the answers without this one."""
    return replace(answers, values={name: value for name, value in answers.values.items() if name != question})


def go_to(answers: Answers, question: str | None) -> Answers:
    """Return the answers with another question in view; nothing is forgotten."""
    return replace(answers, current=question)


def assign(answers: Answers, question: str, task: Task) -> Answers:
    """Return the answers with a note who settles an open question until when; an empty note removes it."""
    others = {name: noted for name, noted in answers.tasks.items() if name != question}
    return replace(answers, tasks=others if task == Task() else {**others, question: task})
