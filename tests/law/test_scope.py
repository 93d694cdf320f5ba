"""Single cases that a property cannot say."""

from __future__ import annotations

from typing import Any

import pytest

from app.law.outcome import Assessment, Class, Question, left_open
from app.law.scope import assess
from tests.law.strategies import read

BIG = {"headcount_awu": 300, "turnover_eur": 80_000_000, "balance_sheet_eur": 60_000_000}
SMALL = {"headcount_awu": 20, "turnover_eur": 2_000_000, "balance_sheet_eur": 1_000_000}
MEDIUM = {"headcount_awu": 60, "turnover_eur": 9_000_000, "balance_sheet_eur": 4_000_000}
MACHINES = {"annex": 2, "no": "5.4.1"}
MSP = {"annex": 1, "no": "6.1.10"}


def answer(**facts: Any) -> Assessment:
    return assess(read(facts))


def test_the_demo_company_is_at_least_important() -> None:
    found = answer(activities=[MACHINES, {**MSP, "doubtful": True}], own=BIG)
    assert found.code is Class.BWE
    assert [(o.code, o.question) for o in found.alternatives] == [(Class.WE, Question.TYPE_DOUBTFUL)]
    assert found.certain is Class.WE


def test_two_doubtful_rows_are_also_read_together() -> None:
    found = answer(activities=[{**MACHINES, "doubtful": True}, {**MSP, "doubtful": True}], own=BIG)
    assert {o.code for o in found.alternatives} == {Class.WE, Class.NONE}


def test_questions_of_different_kinds_are_also_read_together() -> None:
    found = answer(activities=[{**MACHINES, "doubtful": True}, {**MSP, "negligible": None}], own=BIG)
    assert {o.code for o in found.alternatives} == {Class.WE, Class.NONE}


def test_a_large_trust_service_provider_may_be_read_as_important() -> None:
    found = answer(special=["trust"], own=BIG)
    assert found.code is Class.BWE
    assert [(o.code, o.question) for o in found.alternatives] == [(Class.WE, Question.TRUST_LARGE)]


def test_a_claim_of_negligibility_is_not_followed_for_dns() -> None:
    assert answer(activities=[{"annex": 1, "no": "6.1.2", "negligible": True}], own=SMALL).code is Class.BWE


@pytest.mark.parametrize(
    ("years", "code"),
    [
        ([60, 40], Class.NONE),
        ([40, 60], Class.WE),
        ([60, 60, 40], Class.WE),
        ([40, 40, 60], Class.NONE),
        ([60, 40, 60], Class.WE),
        ([40, 60, 40], Class.NONE),
        ([40, 60, 60, 40], Class.WE),
    ],
)
def test_one_year_on_the_other_side_changes_nothing_two_do(years: list[int], code: Class) -> None:
    periods = [{**SMALL, "fy": 2025 - i, "headcount_awu": heads} for i, heads in enumerate(years)]
    found = answer(activities=[MACHINES], periods=periods)
    assert found.code is code


def test_the_year_that_ends_the_status_says_so() -> None:
    periods = [{**SMALL, "fy": 2025 - i, "headcount_awu": heads} for i, heads in enumerate([40, 40, 60])]
    assert "deregister" in answer(activities=[MACHINES], periods=periods).flags


def test_energy_is_carved_out_only_while_nothing_else_counts() -> None:
    grid = {"annex": 1, "no": "1.1.2"}
    alone = answer(activities=[grid], special=["energy_enwg"], own=BIG)
    assert "30" in alone.not_applicable
    assert alone.regime == "enwg"
    both = answer(activities=[grid, {"annex": 1, "no": "5.1.1"}], special=["energy_enwg"], own=BIG)
    assert both.not_applicable == ()
    assert any(step.text == "carve_out_not_whole" for step in both.steps)


def test_carve_outs_add_up_in_the_order_of_the_law() -> None:
    found = answer(special=["telecom", "dora"], own=BIG)
    assert found.not_applicable == ("30", "31", "32", "35", "36", "38", "39", "61", "62")
    assert found.regime == "tkg"


def test_federal_administration_has_its_own_regime() -> None:
    found = answer(special=["federal_admin"], own=BIG)
    assert (found.code, found.regime) == (Class.SPECIAL, "federal")
    assert found.not_applicable == ("38", "40(3)", "61", "65")
    assert answer(special=["federal_admin", "kritis_operator"]).code is Class.BWE


@pytest.mark.parametrize("word", ["s28_8", "municipality"])
def test_state_law_takes_the_place_of_the_act(word: str) -> None:
    found = answer(special=[word], activities=[MACHINES], own=BIG)
    assert (found.code, found.regime, found.flags) == (Class.NONE, "land_law", ())


def test_what_is_led_from_abroad_does_not_hide_what_is_done_here() -> None:
    here = {"germany": True, "eu_main": "FR"}
    found = answer(activities=[MSP, MACHINES], own=BIG, establishment=here)
    assert (found.code, found.regime) == (Class.WE, "one_stop_shop")
    assert "s34_registration" not in found.flags
    small = answer(activities=[MSP], own=SMALL, establishment=here)
    assert (small.code, small.regime) == (Class.NONE, None)


def test_a_machine_builder_abroad_is_not_covered() -> None:
    abroad = {"germany": False, "eu_main": "FR"}
    assert answer(activities=[MACHINES], own=BIG, establishment=abroad).code is Class.NONE


def test_an_eigenbetrieb_never_adds_related_figures() -> None:
    related = [{"relation": "linked", **BIG}]
    found = answer(activities=[{"annex": 1, "no": "5.2.1"}], special=["eigenbetrieb"], own=MEDIUM, related=related)
    assert found.code is Class.WE
    assert found.size_used.related[0].factor == 0


def test_independent_it_leaves_the_group_out() -> None:
    related = [{"relation": "linked", **BIG}]
    assert answer(activities=[MACHINES], own=SMALL, related=related, it_independent=True).code is Class.NONE
    open_question = answer(activities=[MACHINES], own=SMALL, related=related)
    assert open_question.possible == (Class.WE, Class.NONE)
    assert open_question.missing == ("it_independent",)


def test_an_unknown_main_activity_can_decide() -> None:
    found = answer(activities=[{"annex": 2, "no": "2.1.1", "main_activity": None}], own=MEDIUM)
    assert found.possible == (Class.WE, Class.NONE)
    assert found.missing == ("activities[0].main_activity",)
    side = answer(activities=[{"annex": 2, "no": "2.1.1", "main_activity": False}], own=MEDIUM)
    assert side.code is Class.NONE


def test_a_telecom_ceiling_is_cited_by_its_own_rule() -> None:
    for row in ({"special": ["telecom"]}, {"activities": [{"annex": 1, "no": "6.1.8"}]}):
        big, small = answer(**row, own=MEDIUM), answer(**row, own=SMALL)
        assert "§ 28 Abs. 1 Satz 1 Nr. 3 BSIG" in [step.citation for step in big.steps]
        assert "§ 28 Abs. 2 Satz 1 Nr. 2 BSIG" in [step.citation for step in small.steps]
        assert "carve_out_telecom" in [step.text for step in big.steps]


def test_hospitals_are_asked_for_evidence_later() -> None:
    care = {"annex": 1, "no": "4.1.1"}
    assert str(answer(activities=[care], own=BIG).evidence_not_before) == "2028-12-06"
    assert str(answer(activities=[care], own=BIG, special=["hospital"]).evidence_not_before) == "2030-12-06"


def test_money_alone_decides_by_both_amounts() -> None:
    own = {"headcount_awu": 10, "turnover_eur": 12_000_000, "balance_sheet_eur": 11_000_000}
    lines = answer(activities=[MACHINES], own=own).deciding
    assert [(line.fact, line.operator, line.outcome) for line in lines] == [
        ("turnover_eur", ">", "reached"),
        ("balance_sheet_eur", ">", "reached"),
    ]
    below = answer(activities=[MACHINES], own=SMALL).deciding
    assert [line.outcome for line in below] == ["not_reached"] * 3


def test_a_registrar_without_a_class_has_its_own_regime() -> None:
    found = answer(special=["registrar"], own=SMALL)
    assert (found.code, found.regime, found.flags) == (Class.SPECIAL, "registrar", ("s34_registration",))


def test_a_registrar_with_a_class_from_elsewhere_registers_under_section_34_too() -> None:
    found = answer(special=["registrar"], activities=[MACHINES], own=MEDIUM)
    assert (found.code, found.regime) == (Class.WE, "registrar")
    assert "s34_registration" in found.flags


def test_a_registrar_too_small_for_a_class_is_not_explained_by_its_size() -> None:
    found = answer(special=["registrar"], activities=[MACHINES], own=SMALL)
    assert (found.code, found.deciding) == (Class.SPECIAL, ())


def test_what_the_facts_cannot_say_leaves_the_class_open() -> None:
    nothing_listed = answer(own=BIG)
    still = left_open(nothing_listed, (Class.BWE, Class.WE, Class.NONE))
    assert (still.code, still.possible, still.deciding) == (None, (Class.BWE, Class.WE, Class.NONE), ())
    assert [step.text for step in still.steps if step.text.startswith("class_")] == ["class_open"]
    assert left_open(nothing_listed, (Class.NONE,)) is nothing_listed
    assert left_open(nothing_listed, ()) is nothing_listed
