"""How somebody answers each kind of question in the wizard, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shell.wizard_scene import WizardScene
from app.wizard import flow
from app.wizard.page import WizardPage
from app.wizard.page_inputs.answering import Input
from app.wizard.page_inputs.choosing import ChoiceInput, PillsInput, SeveralInput, YesNoInput
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_inputs.related import RelatedInput
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_inputs.words import LineInput, LinesInput
from app.wizard.page_question import QuestionView
from tests.journeys.user import User

Answer = object


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Nobody knows yet, and somebody is to find out."""

    owner: str


def answer_all(
    user: User, answers: Mapping[str, Answer], before: Callable[[str], object] = lambda _: None
) -> list[str]:
    """Answer every question that comes, and return the ids in their order. The summary is then on the screen.

    `before` is called with the id of each question that is not answered yet.
    """
    asked: list[str] = []
    while True:
        page = user.find(WizardScene).wizard
        if not isinstance(page.view, QuestionView):
            return asked
        question = page.view.question.id
        assert question not in asked, f"asked twice: {question}"
        assert question in answers, f"nobody prepared for the question {question}"
        asked.append(question)
        before(question)
        answer(user, page.view, answers[question])
        user.click(page.foot.next)
        user.wait(partial(_is_past, page, question))


def _is_past(page: WizardPage, question: str) -> bool:
    now = flow.current(page.answers)
    return now is None or now.id != question


def answer(user: User, view: QuestionView, given: Answer) -> None:
    """Answer one question; `None` is "I don't know"."""
    if given is None or isinstance(given, Unsettled):
        user.click(user.find(WizardScene).wizard.foot.unknown)
        if given is not None:
            user.type(user.find(QuestionView).task.owner.edit, given.owner)
    elif not _written(user, view.input, given):
        _choose(user, view.input, given)


def _written(user: User, field: Input, given: Answer) -> bool:
    """Type an answer; False if this kind of question wants a choice."""
    match field, given:
        case LineInput(), str():
            user.type(field.field.edit, given)
        case LinesInput(), str():
            user.type(field.area.edit, given)
        case FiguresInput(), tuple():
            for figure, text in zip(field.fields.values(), given, strict=True):
                user.type(figure.edit, text)
        case RelatedInput(), dict():
            for name, control in given.items():
                user.type(field.form.name.edit, name)
                user.click(field.form.control[control])
                user.click(field.form.ready)
        case _:
            return False
    return True


def _choose(user: User, field: Input, given: Answer) -> None:
    match field, given:
        case YesNoInput(), _:
            user.click(field.list.rows[0 if given else 1])
        case ((ChoiceInput() | SeveralInput()), _):
            user.click(next(row for row in field.list.rows if row.choice.key == given))
        case PillsInput(), _:
            user.click(field.pills[str(given)])
        case RowsInput(), dict():
            for words, key in given.items():
                choose_row(user, field, words, key)
        case other:
            raise AssertionError(f"nobody knows how to answer {other}")


def choose_row(user: User, rows: RowsInput, words: str, key: str) -> None:
    """Search in everyday words, go down to the hit and choose it with the space bar."""
    field, hits = rows.search.field, rows.search.hits
    user.type(field, words)
    user.wait(lambda: any(hit.key == key for hit in hits.hits))
    place = next(number for number, hit in enumerate(hits.hits) if hit.key == key)
    QTest.keyClick(field, Qt.Key.Key_Down)
    for _ in range(place):
        QTest.keyClick(hits, Qt.Key.Key_Down)
    QTest.keyClick(hits, Qt.Key.Key_Space)
    user.wait(lambda: key in rows.chosen)
