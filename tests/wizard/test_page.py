"""Moving through the wizard: on, back, across, with keys and clicks, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.wizard.answers import Answers, Task, go_to
from app.wizard.flow import current
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_question import QuestionView
from app.wizard.values import UNKNOWN, Amounts
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, MACHINE_BUILDER, TODAY, answered, years
from tests.wizard.visitor import Visitor

WHOLE = answered(MACHINE_BUILDER)


def question(somebody: Visitor) -> str:
    view = somebody.page.view
    return view.question.id if isinstance(view, QuestionView) else ""


def figures(somebody: Visitor) -> FiguresInput:
    view = somebody.page.view
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, FiguresInput)
    return view.input


def test_the_keyboard_is_in_the_first_field_of_every_question(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "company"))
    for _ in range(len(MACHINE_BUILDER) - 1):
        assert somebody.page.view.isAncestorOf(somebody.focus), question(somebody)
        somebody.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question(somebody) == "since_start"


def test_every_key_is_kept_at_once(visit: Open) -> None:
    somebody = visit()
    somebody.type("Müller & Söhne <b>")
    assert somebody.saved[-1].values == {"company": "Müller & Söhne <b>"}
    assert len(somebody.saved) == len("Müller & Söhne <b>")


def test_going_back_loses_nothing_not_even_what_is_no_answer(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "turnover"))
    figures(somebody).fields["2024"].edit.setFocus()
    somebody.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    somebody.type("viel")
    somebody.enter()
    assert question(somebody) == "turnover"
    somebody.back()
    assert question(somebody) == "headcount"
    somebody.enter()
    assert [field.text() for field in figures(somebody).fields.values()] == ["80.000.000", "viel"]
    assert somebody.page.answers.values["turnover"] == years(80_000_000, None)


def test_what_is_no_answer_survives_a_change_of_language(visit: Open) -> None:
    typed: dict[str, object] = {}
    first = visit(go_to(WHOLE, "turnover"), typed=typed)
    first.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    first.type("sehr viel")
    second = visit(first.saved[-1], "en", typed=typed)
    assert [field.text() for field in figures(second).fields.values()] == ["sehr viel", "78,000,000"]


def test_a_question_without_an_answer_says_why_one_cannot_go_on(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "public_body"))
    somebody.enter()
    assert question(somebody) == "public_body"
    assert "Bitte wählen Sie" in somebody.words()
    somebody.key(Qt.Key.Key_Space)
    assert "Bitte wählen Sie" not in somebody.words()
    somebody.enter()
    assert question(somebody) == "seat"


def test_clearing_a_field_takes_the_answer_back(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "company"))
    somebody.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    somebody.key(Qt.Key.Key_Delete)
    assert "company" not in somebody.page.answers.values
    somebody.enter()
    assert "Bitte geben Sie den Namen ein." in somebody.words()


def test_a_click_on_a_topic_goes_there_and_the_rail_shows_the_answers(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "company"))
    rail = somebody.page.rail.rail
    place = next(n for n, step in enumerate(rail.steps) if step.key == "staff")
    assert rail.steps[place].second == "300"
    somebody.click_row(rail, place)
    assert question(somebody) == "accounts"
    assert somebody.saved[-1].current == "accounts"


def test_a_topic_that_is_not_needed_says_why(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "company"))
    rail = somebody.page.rail.rail
    somebody.click_row(rail, next(n for n, step in enumerate(rail.steps) if step.key == "it"))
    assert question(somebody) == "company"
    assert somebody.page.rail.reason.text().startswith("Unabhängige IT: ")


def test_the_wizard_opens_where_somebody_stopped(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "related"))
    assert question(somebody) == "related"
    assert question(visit(go_to(WHOLE, "seat"))) == "seat"


def test_i_do_not_know_is_an_answer_with_an_owner_and_a_day(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "kritis"))
    somebody.press("Weiß ich nicht")
    assert somebody.focus.accessibleName() == "Wer klärt das?"
    somebody.type("A. Weber")
    somebody.key(Qt.Key.Key_Tab)
    somebody.type("4.12.26")
    assert somebody.saved[-1].tasks["kritis"] == Task("A. Weber", date(2026, 12, 4))
    assert somebody.saved[-1].values["kritis"] is UNKNOWN
    somebody.enter()
    assert question(somebody) == "carve_outs"


def test_an_answer_comes_back_after_i_do_not_know(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "headcount"))
    somebody.press("Weiß ich nicht")
    assert somebody.page.answers.get("headcount") is UNKNOWN
    somebody.press("Doch beantworten")
    assert somebody.page.answers.get("headcount") == years(300, 290)
    somebody.press("Weiß ich nicht")
    somebody.press("Weiß ich nicht")
    somebody.press("Doch beantworten")
    assert somebody.page.answers.get("headcount") == years(300, 290)


def test_answering_after_all_without_an_answer_from_before_asks_again(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "kritis"))
    somebody.press("Weiß ich nicht")
    somebody.press("Doch beantworten")
    assert "kritis" not in somebody.page.answers.values
    assert question(somebody) == "kritis"
    somebody.press("Ja")
    assert somebody.page.answers.values["kritis"] is True


def test_answering_puts_the_note_away(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "kritis"))
    assert "Wird noch geklärt" in somebody.words()
    somebody.press("Nein")
    assert "Wird noch geklärt" not in somebody.words()


def test_enter_on_a_button_presses_that_button(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "seat"))
    somebody.page.foot.back.setFocus()
    somebody.enter()
    assert question(somebody) == "public_body"


def test_escape_leaves_the_wizard(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "seat"))
    somebody.key(Qt.Key.Key_Escape)
    assert somebody.left == [True]


def test_there_is_nothing_before_the_first_question(visit: Open) -> None:
    somebody = visit()
    assert not somebody.page.foot.back.isEnabled()
    somebody.back()
    assert question(somebody) == "company"


def test_every_control_has_a_name(visit: Open) -> None:
    for values in (MACHINE_BUILDER, GROUP):
        for asked in values:
            somebody = visit(go_to(answered(values), asked))
            buttons = [one for one in somebody.page.findChildren(QPushButton) if one.isVisible()]
            assert [one for one in buttons if not one.accessibleName()] == []
            assert somebody.focus.accessibleName()


def test_a_narrow_window_shows_the_topics_on_demand(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "seat"), size=(700, 500))
    assert not somebody.page.rail.isVisible()
    somebody.press("Alle Themen")
    assert somebody.page.rail.isVisible()
    assert not somebody.page.view.isVisible()
    place = next(n for n, step in enumerate(somebody.page.rail.rail.steps) if step.key == "offer")
    somebody.click_row(somebody.page.rail.rail, place)
    assert question(somebody) == "rows"
    assert somebody.page.view.isVisible()


def test_the_result_stands_below_the_question_where_there_is_no_room_beside(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "seat"), size=(900, 600))
    assert somebody.page.view.isAncestorOf(somebody.page.live)
    somebody.enter()
    assert somebody.page.view.isAncestorOf(somebody.page.live)
    somebody.page.window().resize(1280, 700)
    somebody.page.resize(1280, 700)
    assert not somebody.page.view.isAncestorOf(somebody.page.live)


def test_figures_may_be_partly_unknown(visit: Open) -> None:
    somebody = visit(answered(MACHINE_BUILDER, "headcount"))
    somebody.type("49,6")
    assert somebody.page.answers.values["headcount"] == Amounts((("2025", Decimal("49.6")), ("2024", None)))
    somebody.enter()
    assert question(somebody) == "turnover"


def test_the_path_is_the_one_of_the_flow(visit: Open) -> None:
    somebody = visit(Answers(TODAY))
    now = current(somebody.page.answers)
    assert now is not None
    assert now.id == question(somebody) == "company"


def test_the_tab_key_goes_as_one_reads_and_back(visit: Open) -> None:
    somebody = visit(go_to(WHOLE, "rows"))
    way = []
    while somebody.focus.accessibleName() not in way:
        way.append(somebody.focus.accessibleName())
        somebody.key(Qt.Key.Key_Tab)
    tags = ["Maschinenbau entfernen", "Managed Services Provider entfernen"]
    assert way[1] == "Alle 67"
    assert way[-7:-2] == ["Nichts davon ist unser Geschäft", "Zurück", "Weiß ich nicht", "Weiter", "Themen"]
    assert way[-2:] == tags
    somebody.key(Qt.Key.Key_Backtab)
    assert somebody.focus.accessibleName() == tags[-1]
