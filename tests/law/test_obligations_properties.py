"""Whatever the company, its duties have ordered dates and respect every carve-out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from app.law.duty_rules import duty_rules
from app.law.facts import IN_FORCE, Special
from app.law.obligations import Duty, duties
from app.law.outcome import Assessment, Class
from app.law.scope import assess
from tests.law.strategies import TODAY, companies, read

days = st.dates(date(2025, 1, 1), date(2031, 12, 31))


@given(companies(), days, days)
def test_any_company_gets_duties_with_ordered_dates(facts: dict[str, Any], since: date, on: date) -> None:
    company = read({**facts, "in_scope_since": since.isoformat()})
    assessment = assess(company)
    found = duties(company, assessment, on)
    assert len({duty.id for duty in found}) == len(found)
    for duty in found:
        assert_dates(duty, on)
    assert_scope(found, assessment, company.special, on)


def assert_dates(duty: Duty, on: date) -> None:
    assert duty.first_due is None or duty.first_due >= IN_FORCE
    assert duty.next_due is None or (duty.next_due == duty.first_due and duty.next_due >= on)
    assert (duty.overdue_since is None) == (duty.days_overdue == 0)
    if duty.overdue_since is not None:
        assert duty.overdue_since == duty.first_due
        assert duty.overdue_since + timedelta(days=duty.days_overdue) == on


def assert_scope(found: tuple[Duty, ...], assessment: Assessment, special: frozenset[Special], on: date) -> None:
    sections = {rule.id: rule.section for rule in duty_rules()}
    bsig = [duty for duty in found if duty.kind != "other_law"]
    assert not {sections[duty.id] for duty in found} & set(assessment.not_applicable)
    if assessment.possible == (Class.NONE,):
        assert bsig == []
    if assessment.code in (Class.BWE, Class.WE) and on >= IN_FORCE:
        assert "registration" in {duty.id for duty in found}
    if assessment.code is Class.SPECIAL and not special & {Special.REGISTRAR, Special.FEDERAL_ADMIN}:
        assert bsig == []


@given(companies(unknown=False))
def test_a_decided_class_without_open_questions_leaves_no_ordinary_duty_in_doubt(facts: dict[str, Any]) -> None:
    certain_rows = [{**row, "doubtful": False, "negligible": False} for row in facts["activities"]]
    company = read({**facts, "activities": certain_rows, "establishment": {"germany": True, "eu_main": "DE"}})
    assessment = assess(company)
    assume(not assessment.alternatives and Special.ENERGY_ENWG not in company.special)
    assert all(duty.certain for duty in duties(company, assessment, TODAY))
