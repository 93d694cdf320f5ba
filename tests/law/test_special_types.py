"""Every special type of the facts has its question, its explanation and its source."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.citation import in_english
from app.law.facts import Special
from app.law.special_types import SpecialType, all_special_types, in_group, special_type

every_special = pytest.mark.parametrize("one", all_special_types(), ids=lambda one: str(one.id))


def test_all_special_types_of_the_facts_are_there() -> None:
    assert [one.id for one in all_special_types()] == list(Special)


@pytest.mark.parametrize("special", Special)
def test_a_special_type_is_found_by_its_name(special: Special) -> None:
    assert special_type(special).id is special


def test_every_special_type_is_asked_in_one_group() -> None:
    groups = (in_group("critical"), in_group("public"), in_group("digital"), in_group("sector"))
    assert sorted(one.id for group in groups for one in group) == sorted(Special)
    assert [one.id for one in in_group("public")] == ["federal_admin", "municipality", "eigenbetrieb", "s28_8"]


@every_special
def test_a_question_is_a_question_and_an_explanation_a_sentence(one: SpecialType) -> None:
    for language in ("de", "en"):
        assert getattr(one.question, language).endswith("?")
        assert getattr(one.plain, language).endswith(".")
        assert getattr(one.effect, language).endswith(".")
        assert len(getattr(one.label, language)) <= 65


@every_special
def test_a_special_type_is_dated_and_cited(one: SpecialType) -> None:
    assert one.in_force_from == date(2025, 12, 6)
    assert "BSIG" in one.citations[0].de
    assert not any("§" in in_english(citation.de) for citation in one.citations)


def test_the_two_open_questions_are_told_as_open() -> None:
    assert {one.id for one in all_special_types() if one.doubt} == {Special.KRITIS_OPERATOR, Special.TRUST}
