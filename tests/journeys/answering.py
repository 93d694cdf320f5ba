"""How somebody answers each kind of question in the wizard, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shell.wizard_scene import WizardScene
from app.wizard import flow
from app.wizard.page import WizardPage
from app.wizard.page_inputs.choosing import ChoiceInput, PillsInput, SeveralInput, YesNoInput
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_inputs.words import LineInput
from app.wizard.page_question import QuestionView
from tests.journeys.user import User

Answer = object


def answer_all(user: User, answers: Mapping[str, Answer]) -> list[str]:
    """Answer every question that comes, and return the ids in their order. The summary is then on the screen."""
    asked: list[str] = []
    while True:
        page = user.find(WizardScene).wizard
        if not isinstance(page.view, QuestionView):
            return asked
        question = page.view.question.id
        assert question not in asked, f"asked twice: {question}"
        assert question in answers, f"nobody prepared for the question {question}"
        asked.append(question)
        answer(user, page.view, answers[question])
        user.click(page.foot.next)
        user.wait(partial(_is_past, page, question))


def _is_past(page: WizardPage, question: str) -> bool:
    now = flow.current(page.answers)
    return now is None or now.id != question


def answer(user: User, view: QuestionView, given: Answer) -> None:
    """Answer one question; `None` is "I don't know"."""
    if given is None:
        user.click(user.find(WizardScene).wizard.foot.unknown)
        return
    match view.input:
        case LineInput():
            user.type(view.input.field.edit, str(given))
        case YesNoInput():
            user.click(view.input.list.rows[0 if given else 1])
        case ChoiceInput():
            user.click(next(row for row in view.input.list.rows if row.choice.key == given))
        case PillsInput():
            user.click(view.input.pills[str(given)])
        case SeveralInput():
            user.click(next(row for row in view.input.list.rows if row.choice.key == given))
        case FiguresInput():
            assert isinstance(given, tuple)
            for field, text in zip(view.input.fields.values(), given, strict=True):
                user.type(field.edit, text)
        case RowsInput():
            assert isinstance(given, dict)
            for words, key in given.items():
                choose_row(user, view.input, words, key)
        case other:
            raise AssertionError(f"nobody knows how to answer with {type(other).__name__}")


def choose_row(user: User, rows: RowsInput, words: str, key: str) -> None:
    """Search in everyday words, go down to the hit and choose it with the space bar."""
    field, hits = rows.search.field, rows.search.hits
    field.selectAll()
    QTest.keyClicks(field, words)
    user.wait(lambda: any(hit.key == key for hit in hits.hits))
    place = next(number for number, hit in enumerate(hits.hits) if hit.key == key)
    QTest.keyClick(field, Qt.Key.Key_Down)
    for _ in range(place):
        QTest.keyClick(hits, Qt.Key.Key_Down)
    QTest.keyClick(hits, Qt.Key.Key_Space)
    user.wait(lambda: key in rows.chosen)
