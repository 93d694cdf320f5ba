"""Odd answers are pointed out, usual ones are not, and none is forbidden."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from app.wizard.answers import Answers, answer, go_to
from app.wizard.page_plausible import odd_answers
from app.wizard.page_summary import SummaryView
from app.wizard.values import UNKNOWN, Amounts
from tests.wizard.conftest import Open
from tests.wizard.samples import MACHINE_BUILDER, answered, years
from tests.wizard.walks import walks

WHOLE = answered(MACHINE_BUILDER)


def test_the_machine_builder_is_not_odd() -> None:
    assert odd_answers(WHOLE) == ()


def test_a_turnover_in_thousands_of_euros_is_odd() -> None:
    found = odd_answers(answer(WHOLE, "turnover", years(80_000, 78_000)))
    assert [odd.question for odd in found] == ["turnover", "turnover"]


def test_a_leap_between_two_years_is_odd() -> None:
    assert [odd.question for odd in odd_answers(answer(WHOLE, "headcount", years(300, 30)))] == ["headcount"]
    assert [odd.question for odd in odd_answers(answer(WHOLE, "balance", years(60_000_000, 6_000)))] == ["balance"]


def test_small_and_unknown_figures_are_not_odd() -> None:
    few = Amounts((("2025", Decimal(8)), ("2024", Decimal(1))))
    assert odd_answers(answer(answer(WHOLE, "headcount", few), "turnover", years(90_000, 9_000))) == ()
    assert odd_answers(answer(WHOLE, "turnover", UNKNOWN)) == ()


@given(walks())
def test_whatever_is_answered_can_be_looked_at(walk: tuple[Answers, ...]) -> None:
    for odd in odd_answers(walk[-1]):
        assert odd.question in {"headcount", "turnover", "balance"}


def test_the_summary_leads_to_the_odd_answer(visit: Open) -> None:
    somebody = visit(go_to(answer(WHOLE, "turnover", years(80_000, 80_000_000)), None))
    assert isinstance(somebody.page.view, SummaryView)
    assert "Stimmt der Umsatz für 2025?" in somebody.words()
    somebody.press("Prüfen: Stimmt der Umsatz für 2025?")
    assert "Wie hoch war Ihr Umsatz?" in somebody.words()
