"""The whole wizard for the machine builder, by clicks and keys, in both languages."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.law.outcome import Class
from app.law.scope import assess
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_question import QuestionView
from app.wizard.to_facts import facts
from app.wizard.values import UNKNOWN
from tests.wizard.conftest import Open
from tests.wizard.samples import MACHINE_BUILDER, TODAY
from tests.wizard.visitor import Visitor


def test_the_machine_builder_answers_everything_in_german(visit: Open) -> None:
    somebody = visit(code="de")
    begin(somebody, "Nein", "In Deutschland")
    choose_rows(somebody, "maschinenbau", "fernwartung")
    for words in ("Das gehört zu unserem Geschäft", "Unklar, ob die Beschreibung auf uns passt"):
        choose(somebody, words)
    choose(somebody, "Nichts davon")
    choose(somebody, "Geschäftsjahr 2025")
    figures(somebody, "300", "290")
    figures(somebody, "80 Mio", "78.000.000")
    figures(somebody, "60 Mio. €", "59,5m")
    choose(somebody, "Nein")
    somebody.press("Weiß ich nicht")
    somebody.type("A. Weber")
    somebody.key(Qt.Key.Key_Tab)
    somebody.type("4.12.2026")
    somebody.enter()
    choose(somebody, "Nichts davon")
    choose(somebody, "Ja")
    check_result(somebody)


def test_the_machine_builder_answers_everything_in_english(visit: Open) -> None:
    somebody = visit(code="en")
    begin(somebody, "No", "In Germany")
    choose_rows(somebody, "machinery", "remote maintenance")
    choose(somebody, "It is part of our business")
    choose(somebody, "Unclear whether the description fits us")
    choose(somebody, "None of these")
    choose(somebody, "Financial year 2025")
    figures(somebody, "300", "290")
    figures(somebody, "80 million", "78,000,000")
    figures(somebody, "60m", "59.5 million")
    choose(somebody, "No")
    somebody.press("I don’t know")
    somebody.enter()
    choose(somebody, "None of these")
    choose(somebody, "Yes")
    check_result(somebody)


def begin(somebody: Visitor, private: str, seat: str) -> None:
    somebody.type("Muster Maschinenbau GmbH")
    somebody.enter()
    somebody.press("GmbH")
    somebody.enter()
    choose(somebody, private)
    choose(somebody, seat)


def choose(somebody: Visitor, words: str) -> None:
    somebody.press(words)
    somebody.enter()


def choose_rows(somebody: Visitor, first: str, second: str) -> None:
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, RowsInput)
    search = view.input.search
    for query, wanted in ((first, "2/5.4.1"), (second, "1/6.1.10")):
        search.field.clear()
        search.field.setFocus()
        somebody.type(query)
        row = next(place for place, hit in enumerate(search.hits.hits) if hit.key == wanted)
        somebody.enter()
        for _ in range(row):
            somebody.key(Qt.Key.Key_Down)
        somebody.key(Qt.Key.Key_Space)
    somebody.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def figures(somebody: Visitor, newest: str, before: str) -> None:
    somebody.type(newest)
    somebody.key(Qt.Key.Key_Tab)
    somebody.type(before)
    somebody.enter()


def check_result(somebody: Visitor) -> None:
    assert somebody.page.live.result
    assert somebody.finished == []
    somebody.enter()
    answers = somebody.finished[0]
    assert {name: type(value) for name, value in answers.values.items()} == {
        name: type(value) for name, value in MACHINE_BUILDER.items()
    }
    assert answers.values["rows"] == MACHINE_BUILDER["rows"]
    assert answers.values["kritis"] is UNKNOWN
    found = assess(facts(answers, TODAY))
    assert found.certain is Class.WE
    assert somebody.saved[-1] == answers
