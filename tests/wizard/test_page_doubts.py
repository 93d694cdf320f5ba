"""A figure that is hardly meant is asked about below its field, and never stops anybody."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.languages import language
from app.wizard.answers import answer, go_to
from app.wizard.page_doubts import doubt
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_question import QuestionView
from app.wizard.values import MEASURES, UNKNOWN
from tests.wizard.conftest import Open
from tests.wizard.samples import GROUP, MACHINE_BUILDER, answered, years

WHOLE = answered(MACHINE_BUILDER)
FRESH = answer(answered(MACHINE_BUILDER, "turnover"), "headcount", years(75, 70))
AMOUNTS = st.decimals(min_value=0, max_value=10**14, places=2)


def said(measure: str, figure: str, people: int | None = None) -> str:
    found = doubt(measure, Decimal(figure), None if people is None else Decimal(people))
    return language("de").say(found).replace("\u00a0", " ") if found else ""


@pytest.mark.parametrize(
    ("figure", "people", "words"),
    [
        ("13.2", 75, "Nur 13,20 €? Gemeint: 13,2 Mio. €?"),
        ("13.2", None, "Nur 13,20 €? Gemeint: 13,2 Mio. €?"),
        ("800", 5, "Nur 800 €? Gemeint: 800.000 €?"),
        ("80000", 300, "Nur 80.000 €? Gemeint: 80 Mio. €?"),
        ("0.01", 75, "Nur 0,01 €? Stimmt das?"),
        ("900000000", 75, "Stimmt das? Das sind 12.000.000 € je Beschäftigten."),
    ],
)
def test_a_turnover_that_does_not_fit_the_company_is_asked_about(figure: str, people: int | None, words: str) -> None:
    assert said("turnover_eur", figure, people) == words


def test_a_balance_sheet_may_be_large_but_not_tiny() -> None:
    assert said("balance_sheet_eur", "900000000", 75) == ""
    assert said("balance_sheet_eur", "9", 75) == "Nur 9 €? Gemeint: 9 Mio. €?"


def test_more_people_than_almost_any_company_has_are_asked_about() -> None:
    assert said("headcount_awu", "600000") == "600.000? So viele hat kaum ein Unternehmen."
    assert said("headcount_awu", "75") == ""


@pytest.mark.parametrize(("figure", "people"), [("0", 75), ("13200000", 75), ("90000", 8), ("500000", None), ("0", 0)])
def test_usual_amounts_are_not_asked_about(figure: str, people: int | None) -> None:
    assert said("turnover_eur", figure, people) == ""


@given(st.sampled_from(MEASURES), AMOUNTS, st.none() | AMOUNTS)
def test_every_doubt_can_be_said(measure: str, figure: Decimal, people: Decimal | None) -> None:
    found = doubt(measure, figure, people)
    for code in ("de", "en") if found else ():
        assert language(code).say(found or "")


def fields(view: object) -> FiguresInput:
    assert isinstance(view, QuestionView)
    assert isinstance(view.input, FiguresInput)
    return view.input


def test_a_doubt_stands_below_its_field_and_does_not_stop_the_next_step(visit: Open) -> None:
    somebody = visit(FRESH)
    somebody.type("13,2")
    hint = fields(somebody.page.view).fields["2025"].hint
    assert hint.text.replace("\u00a0", " ") == "Nur 13,20 €? Gemeint: 13,2 Mio. €?"
    somebody.type(" Mio")
    assert hint.text.replace("\u00a0", " ") == "verstanden als 13.200.000 €"
    somebody.enter()
    assert "Umsatz" not in somebody.title


def test_a_doubt_is_there_again_when_somebody_comes_back(visit: Open) -> None:
    somebody = visit(go_to(answer(WHOLE, "balance", years(60_000, 58_000_000)), "balance"))
    assert "Gemeint: 60 Mio. €?" in somebody.words().replace("\u00a0", " ")


def test_the_staff_beside_a_figure_decides_whether_it_is_odd(visit: Open) -> None:
    somebody = visit(go_to(answer(answered(GROUP), "older_year", UNKNOWN), "older_year"))
    shown = fields(somebody.page.view).fields
    shown["turnover_eur"].set_text("20.000")
    assert shown["turnover_eur"].hint.text.startswith("verstanden")
    shown["headcount_awu"].set_text("75")
    assert shown["turnover_eur"].hint.text.startswith("Nur")


def test_the_figures_of_a_related_enterprise_are_asked_about_too(visit: Open) -> None:
    somebody = visit(answered(GROUP, "related_list"))
    for name, text in (("Umsatz", "20.000"), ("Beschäftigte", "600.000")):
        somebody.field(name).setFocus()
        somebody.type(text)
    said_now = somebody.words().replace("\u00a0", " ")
    assert "600.000? So viele hat kaum ein Unternehmen." in said_now
    assert "Nur 20.000 €?" in said_now
