"""The end of the questions: every answer with the way back to it, who settles what is open, and the result."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.wizard.answers import answer
from app.wizard.page_question import QuestionView
from app.wizard.page_summary import SummaryView
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, MACHINE_BUILDER, answered
from tests.wizard.visitor import Visitor

WHOLE = answered(MACHINE_BUILDER)


def question(somebody: Visitor) -> str:
    view = somebody.page.view
    return view.question.id if isinstance(view, QuestionView) else ""


def test_the_summary_leads_to_every_answer_and_back(visit: Open) -> None:
    somebody = visit(WHOLE)
    view = somebody.page.view
    assert isinstance(view, SummaryView)
    assert set(view.links) == set(MACHINE_BUILDER)
    somebody.click(view.links["headcount"])
    assert question(somebody) == "headcount"
    somebody.enter()
    assert isinstance(somebody.page.view, SummaryView)
    somebody.back()
    assert question(somebody) == "since_start"


def test_a_change_from_the_summary_asks_only_what_is_new(visit: Open) -> None:
    somebody = visit(WHOLE)
    view = somebody.page.view
    assert isinstance(view, SummaryView)
    somebody.click(view.links["since_start"])
    somebody.press("Nein")
    somebody.enter()
    assert question(somebody) == "since"
    somebody.type("1.5.2026")
    somebody.enter()
    assert isinstance(somebody.page.view, SummaryView)


def test_the_summary_notes_who_settles_an_open_point(visit: Open) -> None:
    somebody = visit(WHOLE)
    view = somebody.page.view
    assert isinstance(view, SummaryView)
    view.tasks["kritis"].owner.edit.setFocus()
    somebody.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    somebody.type("Frau Öz")
    assert somebody.saved[-1].tasks["kritis"].owner == "Frau Öz"


def test_the_summary_never_says_at_once_that_all_is_answered_and_that_something_is_open(visit: Open) -> None:
    assert "Das war die letzte Frage" in visit(WHOLE).words()
    somebody = visit(answer(WHOLE, "kritis", False))
    assert "Alle Fragen sind beantwortet" in somebody.words()
    assert "noch offen" not in somebody.words()


def test_where_there_is_one_field_one_figure_is_asked_for(visit: Open) -> None:
    somebody = visit(answered(GROUP, "group_turnover"))
    somebody.enter()
    assert "Bitte geben Sie eine Zahl ein" in somebody.words()


def test_the_end_is_the_result(visit: Open) -> None:
    somebody = visit(WHOLE)
    assert somebody.focus.accessibleName() == "Ergebnis ansehen"
    somebody.enter()
    assert somebody.finished == [WHOLE]
