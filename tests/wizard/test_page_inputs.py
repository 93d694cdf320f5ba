"""Each kind of field, as somebody uses it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.wizard.answers import go_to
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_question import QuestionView
from app.wizard.values import Amounts
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, MACHINE_BUILDER, answered
from tests.wizard.visitor import CONTROL, Visitor


def value(somebody: Visitor) -> object:
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    return somebody.page.answers.get(view.question.id)


def retype(somebody: Visitor, text: str) -> None:
    somebody.key(Qt.Key.Key_A, CONTROL)
    somebody.type(text)


def test_a_figure_shows_how_it_was_understood(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "turnover"))
    for text, said in (("12.500.000", "12.500.000"), ("12,5 Mio", "12.500.000"), ("12.5m", "12.500.000")):
        retype(somebody, text)
        assert f"verstanden als {said}\u00a0€" in somebody.words()
        assert value(somebody) == Amounts((("2025", Decimal(12_500_000)), ("2024", None)))
    retype(somebody, "zwölf")
    assert "Diese Zahl verstehen wir nicht" in somebody.words()
    assert value(somebody) is None


def test_one_figure_that_is_not_understood_stops_the_next_step_but_not_the_other_figure(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "turnover"))
    somebody.type("80 Mio")
    somebody.key(Qt.Key.Key_Tab)
    somebody.type("?")
    somebody.enter()
    assert "Bitte berichtigen Sie" in somebody.words()
    assert value(somebody) == Amounts((("2025", Decimal(80_000_000)), ("2024", None)))


def test_heads_become_positions(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "headcount"))
    somebody.press("Einblenden")
    for name, heads in (("Vollzeit", "50"), ("Teilzeit", "14"), ("Leiharbeit und Saison", "4")):
        somebody.field(f"{name}, Köpfe").setFocus()
        somebody.type(heads)
    somebody.field("Mitarbeitende Inhaber, Köpfe").setFocus()
    somebody.type("1")
    assert value(somebody) == Amounts((("2025", Decimal(60)), ("2024", None)))
    assert "Summe 2025" in somebody.words()
    somebody.press("Geschäftsjahr 2024")
    somebody.field("Vollzeit, Köpfe").setFocus()
    somebody.type("57")
    assert value(somebody) == Amounts((("2025", Decimal(60)), ("2024", Decimal(57))))


def test_the_conversion_is_there_again_after_going_back(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "headcount"))
    somebody.press("Einblenden")
    somebody.field("Teilzeit, Köpfe").setFocus()
    somebody.type("10")
    somebody.key(Qt.Key.Key_Tab)
    retype(somebody, "viel")
    assert somebody.field("Teilzeit, Umfang").toolTip()
    somebody.back()
    somebody.enter()
    assert somebody.field("Teilzeit, Köpfe").text() == "10"
    assert somebody.field("Teilzeit, Umfang").text() == "viel"
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, FiguresInput)
    somebody.press("Ausblenden")
    assert not view.input.fields["2025"].isHidden()
    assert somebody.focus.accessibleName() == "Einblenden: Umrechnungshilfe"


def test_a_day_is_said_back_with_its_month_in_letters(visit: Open) -> None:
    somebody = visit(answered(GROUP, "since"))
    somebody.type("1.5.26")
    assert "verstanden als 1. Mai 2026" in somebody.words()
    assert value(somebody) == date(2026, 5, 1)
    retype(somebody, "gestern")
    somebody.enter()
    assert "Dieses Datum verstehen wir nicht" in somebody.words()
    retype(somebody, "1.5.2024")
    somebody.enter()
    assert "Das Gesetz gilt seit" in somebody.words()
    assert value(somebody) is None


def test_an_empty_day_is_asked_for(visit: Open) -> None:
    somebody = visit(answered(GROUP, "since"))
    somebody.enter()
    assert "Bitte geben Sie ein Datum" in somebody.words()


def test_a_letter_leads_to_the_next_entry_of_many(visit: Open) -> None:
    somebody = visit(answered(GROUP, "eu_country"))
    somebody.type("l")
    first = value(somebody)
    somebody.type("l")
    assert [first, value(somebody)] == ["LT", "LU"]
    somebody.key(Qt.Key.Key_Right)
    assert value(somebody) == "LV"
    somebody.type("7")
    assert value(somebody) == "LV"


def test_none_of_these_and_the_others_take_turns(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "without_size"))
    somebody.enter()
    assert "Bitte wählen Sie" in somebody.words()
    somebody.press("Vertrauensdienste")
    somebody.press("Namensauflösung (DNS) für andere")
    assert value(somebody) == ("dns", "trust")
    somebody.press("Nichts davon")
    assert value(somebody) == ()
    somebody.press("Vertrauensdienste")
    assert value(somebody) == ("trust",)
    somebody.press("Vertrauensdienste")
    assert value(somebody) is None


def test_reasons_keep_every_letter_and_line(visit: Open) -> None:
    somebody = visit(answered(GROUP, "row/1/6.1.4/reasons"))
    assert isinstance(somebody.focus, QPlainTextEdit)
    somebody.type("<b>Zwei</b> & mehr 🙂")
    somebody.enter()
    somebody.type("x" * 200)
    assert value(somebody) == "<b>Zwei</b> & mehr 🙂\n" + "x" * 200
    somebody.key(Qt.Key.Key_Return, CONTROL)
    somebody.back()
    assert isinstance(somebody.focus, QPlainTextEdit)
    assert somebody.focus.toPlainText().startswith("<b>Zwei</b> & mehr 🙂\n")


def test_too_many_words_are_kept_on_the_screen_and_said_to_be_too_many(visit: Open) -> None:
    somebody = visit(answered(GROUP, "row/1/6.1.4/reasons"))
    assert isinstance(somebody.focus, QPlainTextEdit)
    somebody.focus.setPlainText("y" * 10_001)
    assert value(somebody) is None
    somebody.key(Qt.Key.Key_Return, CONTROL)
    assert "Höchstens 10.000 Zeichen" in somebody.words()
    somebody.back()
    somebody.key(Qt.Key.Key_Return, CONTROL)
    assert isinstance(somebody.focus, QPlainTextEdit)
    assert len(somebody.focus.toPlainText()) == 10_001


def test_the_question_about_a_row_says_who_is_meant(visit: Open) -> None:
    somebody = visit(go_to(answered(MACHINE_BUILDER), "row/1/6.1.10/role"))
    assert "Fernwartung" in somebody.words()
    assert "Anlage 1 Nr. 6.1.10 BSIG".replace(" ", "\u00a0") in somebody.words().replace(" ", "\u00a0")
