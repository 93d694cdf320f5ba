"""What would come out with other figures, and from when on."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.language import Language
from app.law.facts import Facts, Figures
from app.law.outcome import Class
from app.wizard.to_facts import facts
from app.wizard.values import Amounts
from app.wizard.what_if import what_if
from tests.wizard.companies import BEFORE_SIZE, answers, by_year
from tests.wizard.walks import TODAY, euros, people

ENGLISH = Language("en", NullTranslations())


def builder() -> Facts:
    return facts(answers(), TODAY)


def test_the_picture_of_the_result_page_comes_out() -> None:
    result = what_if(builder(), headcount=Decimal(46))
    assert result.assessment.code is Class.NONE
    assert ENGLISH.say(result.effect) == "That only takes effect after two years in a row."
    assert result.reason is not None
    assert "46" in ENGLISH.say(result.reason)


def test_one_smaller_year_changes_nothing_yet() -> None:
    result = what_if(builder(), headcount=Decimal(46), history=1)
    assert result.assessment.code is Class.WE
    assert ENGLISH.say(result.effect) == "That does not change the result."


def test_a_second_year_on_the_other_side_takes_effect_with_the_next_accounts() -> None:
    crossing = facts(answers(headcount=by_year("60", "45")), TODAY)
    result = what_if(crossing, headcount=Decimal(70))
    assert result.assessment.code is Class.WE
    assert ENGLISH.say(result.effect) == "That takes effect with the next annual accounts."


def test_a_new_company_has_no_history() -> None:
    figures = {q: Amounts((("2026", Decimal(40)),)) for q in ("headcount", "turnover", "balance")}
    new = facts(answers({**BEFORE_SIZE, "accounts": "none", **figures}), TODAY)
    assert what_if(new, headcount=Decimal(60)).assessment.code is Class.WE


def test_figures_without_a_year_are_those_of_the_year_before() -> None:
    company = facts(answers(), TODAY)
    alone = Facts(
        as_of=TODAY, activities=company.activities, own=Figures(Decimal(60), Decimal(1_000_000), Decimal(1_000_000))
    )
    assert what_if(alone, headcount=Decimal(40)).assessment.code is Class.NONE
    assert what_if(alone, headcount=Decimal(40), history=1).assessment.code is Class.WE


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(people, euros, euros, st.integers(1, 3))
def test_the_figures_as_they_are_change_nothing(
    heads: Decimal, turnover: Decimal, balance: Decimal, years: int
) -> None:
    same = {q: by_year(str(v), str(v)) for q, v in (("headcount", heads), ("turnover", turnover), ("balance", balance))}
    company = facts(answers(**same), TODAY)
    assert ENGLISH.say(what_if(company, history=years).effect) == "That does not change the result."
