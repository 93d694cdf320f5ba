"""An open question is shown to whom it concerns, and to nobody else."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from app.law.open_questions import open_questions, questions_for
from app.law.outcome import Question
from app.law.scope import assess
from tests.law.strategies import companies, read

MACHINES = {"annex": 2, "no": "5.4.1"}
MSP = {"annex": 1, "no": "6.1.10"}


def size(heads: float) -> dict[str, Any]:
    return {"headcount_awu": heads, "turnover_eur": 8_000_000, "balance_sheet_eur": 6_000_000}


def asked(facts: dict[str, Any]) -> list[str]:
    company = read(facts)
    return [one.id for one in questions_for(company, assess(company))]


def test_every_question_of_an_assessment_is_explained() -> None:
    assert {one.asked_by for one in open_questions()} - {None} == set(Question)


def test_every_question_has_at_least_two_readings() -> None:
    assert all(len(one.readings) >= 2 for one in open_questions())


def test_the_demo_company_is_first_asked_about_its_remote_service() -> None:
    demo = {"activities": [MACHINES, {**MSP, "doubtful": True}], "own": size(300)}
    assert asked(demo) == ["msp_remote_maintenance", "change_notice_fine"]


def test_remote_service_matters_below_the_large_size_because_of_its_own_duties() -> None:
    small = {"activities": [MACHINES, {**MSP, "doubtful": True}], "own": size(60)}
    assert "msp_remote_maintenance" in asked(small)


def test_remote_service_does_not_matter_to_who_is_too_small() -> None:
    assert asked({"activities": [MACHINES, {**MSP, "doubtful": True}], "own": size(20)}) == []


def test_a_craft_bakery_is_asked_whether_it_is_industry() -> None:
    bakery = {"activities": [{"annex": 2, "no": "4.1.1", "doubtful": True}], "own": size(80)}
    assert asked(bakery)[0] == "industrial_food"


def test_another_doubtful_row_has_the_general_question() -> None:
    assert asked({"activities": [{**MACHINES, "doubtful": True}], "own": size(80)})[0] == "type_doubtful"


def test_negligibility_that_changes_nothing_is_no_question() -> None:
    plant = {"annex": 1, "no": "1.1.4", "negligible": True}
    assert "negligible" not in asked({"activities": [MACHINES, plant], "own": size(120)})
    assert "negligible" in asked({"activities": [MACHINES, plant], "own": size(300)})


def test_a_new_parent_raises_the_question_of_two_years() -> None:
    parent = {"relation": "linked", "share": 1, **size(5000), "new_since_accounts": True}
    bought = {"activities": [MACHINES], "own": size(30), "related": [parent], "it_independent": False}
    assert "new_group_member" in asked(bought)


def test_a_large_trust_service_is_asked_about_its_class() -> None:
    assert "trust_large" in asked({"special": ["trust"], "own": size(300)})


def years(*heads: int) -> list[dict[str, Any]]:
    return [{"fy": 2025 - index, **size(one)} for index, one in enumerate(heads)]


def test_years_that_disagree_raise_the_question_of_first_application() -> None:
    assert "two_year_first_application" in asked({"activities": [MACHINES], "periods": years(51, 47)})
    assert "two_year_first_application" not in asked({"activities": [MACHINES], "periods": years(51, 52)})
    assert "two_year_first_application" not in asked({"activities": [MACHINES], "periods": years(51)})


def test_less_than_one_unit_below_the_ceiling_is_a_question_of_rounding() -> None:
    assert "awu_fraction" in asked({"activities": [MACHINES], "own": size(49.6)})
    assert "awu_fraction" not in asked({"activities": [MACHINES], "own": size(49)})


def test_a_registration_that_ends_on_a_sunday_asks_about_the_shift() -> None:
    builder = {"activities": [MACHINES], "own": size(60)}
    assert "weekend_shift" in asked({**builder, "in_scope_since": "2026-11-30"})
    assert "weekend_shift" not in asked(builder)
    assert "weekend_shift" not in asked({**builder, "in_scope_since": "9999-12-30"})


def test_only_an_important_entity_wonders_about_a_ban_of_managers() -> None:
    assert "ban_of_managers" in asked({"activities": [MACHINES], "own": size(60)})
    assert "ban_of_managers" not in asked({"special": ["telecom"], "own": size(10)})


def test_operators_learn_of_references_that_lead_nowhere() -> None:
    assert "dangling_references" in asked({"special": ["kritis_operator"]})


def test_a_provider_led_from_abroad_learns_who_is_competent() -> None:
    french = {"activities": [MSP], "own": size(120), "establishment": {"germany": True, "eu_main": "FR"}}
    assert asked(french) == ["one_stop_shop"]


def test_partnerships_learn_that_they_are_covered() -> None:
    builder = {"activities": [MACHINES], "own": size(60)}
    assert "partnership_coverage" in asked({**builder, "legal_form": "KG"})
    assert "partnership_coverage" not in asked({**builder, "legal_form": "GmbH"})


def test_a_code_of_industry_raises_the_question_of_its_version() -> None:
    assert "nace_revision" in asked({"nace_rev2": "28.12", "own": size(60)})


@given(companies())
def test_any_company_gets_the_questions_of_its_assessment(facts: dict[str, Any]) -> None:
    company = read(facts)
    assessment = assess(company)
    found = questions_for(company, assessment)
    explained = {one.asked_by for one in found}
    assert {other.question for other in assessment.alternatives} <= explained
