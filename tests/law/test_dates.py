"""Days and periods have names, and a company's calendar holds its own days and those of the law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.law.dates import Entry, calendar, fixed_days, kritis_umbrella_days, period, periods
from app.law.obligations import duties
from app.law.scope import EVIDENCE_NOT_BEFORE, EVIDENCE_NOT_BEFORE_HOSPITAL, assess
from tests.law.strategies import TODAY, read

MACHINES = {"annex": 2, "no": "5.4.1"}
SIZE = {"headcount_awu": 60, "turnover_eur": 8_000_000, "balance_sheet_eur": 6_000_000}


def entries(facts: dict[str, Any], first: date = date(2020, 1, 1), last: date = date(2035, 1, 1)) -> tuple[Entry, ...]:
    company = read(facts)
    assessment = assess(company)
    return calendar(duties(company, assessment, TODAY), assessment, company.special, first, last)


def days_of(facts: dict[str, Any]) -> list[date]:
    return [entry.on for entry in entries(facts)]


def test_the_twelve_months_of_a_machine_builder() -> None:
    found = entries({"activities": [MACHINES], "own": SIZE}, TODAY, date(2027, 11, 21))
    assert [entry.on for entry in found] == [date(2026, 12, 6), date(2026, 12, 9), date(2027, 1, 20)]


def test_a_registration_still_ahead_stands_in_the_calendar_with_its_duty() -> None:
    newly = {"activities": [MACHINES], "own": SIZE, "in_scope_since": "2026-11-13"}
    assert [entry.on for entry in entries(newly) if entry.duty == "registration"] == [date(2027, 2, 13)]


def test_who_is_not_in_scope_meets_only_product_law() -> None:
    assert days_of({}) == [day.on for day in fixed_days() if day.concerns == "manufacturers"]


@pytest.mark.parametrize(
    ("special", "earliest"), [([], EVIDENCE_NOT_BEFORE), (["hospital"], EVIDENCE_NOT_BEFORE_HOSPITAL)]
)
def test_evidence_stands_on_its_earliest_day(special: list[str], earliest: date) -> None:
    care = {"activities": [{"annex": 1, "no": "4.1.1"}], "own": {**SIZE, "headcount_awu": 300}, "special": special}
    assert days_of(care)[-1] == earliest
    assert len({EVIDENCE_NOT_BEFORE, EVIDENCE_NOT_BEFORE_HOSPITAL} & set(days_of(care))) == 1


def test_an_operator_sees_the_umbrella_act() -> None:
    assert date(2026, 3, 17) in days_of({"special": ["kritis_operator"]})
    assert date(2026, 3, 17) not in days_of({"activities": [MACHINES], "own": SIZE})


def test_the_days_of_the_law_are_in_order() -> None:
    assert [day.on for day in fixed_days()] == sorted(day.on for day in fixed_days())


def test_the_umbrella_act_gives_nine_and_ten_months() -> None:
    assert kritis_umbrella_days(date(2026, 12, 1)) == (date(2027, 9, 1), date(2027, 10, 1))


def test_both_first_reports_run_from_the_same_moment() -> None:
    assert "24 Stunden nach Kenntnis" in period("early_warning").limit.de
    assert "72 Stunden nach Kenntnis" in period("notification").limit.de
    assert "nach Übermittlung" in period("final_report").limit.de


def test_every_kind_of_deadline_has_words() -> None:
    assert {one.kind for one in periods()} == {
        "incident",
        "final_report",
        "registration",
        "change_of_registration_data",
        "change_of_section_34_data",
        "management_training",
        "evidence_order_bwe",
        "gdpr_notification",
        "cra_vulnerability",
        "cra_incident",
    }
