"""Hours are real hours, months are those of the Civil Code."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from app.law.deadline_facts import answer_deadline
from app.law.deadlines import is_working_day, months_after, next_working_day
from app.law.json_values import BadFacts
from app.law.open_questions import open_questions

ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), ZONES)  # noqa: DTZ001 - local times are the input
def test_a_deadline_is_exactly_24_and_72_real_hours_later(local: datetime, zone: str) -> None:
    written = local.strftime("%Y-%m-%dT%H:%M")
    try:
        answer = answer_deadline({"kind": "incident", "knowledge_at": written, "tz": zone})
    except BadFacts as refused:
        assert refused.path == "knowledge_at"
        return
    early = datetime.fromisoformat(answer["early_warning_due"])
    final = datetime.fromisoformat(answer["notification_due"])
    assert final.astimezone(UTC) - early.astimezone(UTC) == timedelta(hours=48)


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)), st.integers(1, 60))
def test_a_period_of_months_ends_on_the_same_number_or_the_last_day(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end + timedelta(days=1)).month != end.month
    assert end == day + relativedelta(months=months)


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)))
def test_the_next_working_day_is_soon_and_works(day: date) -> None:
    found = next_working_day(day)
    assert day <= found <= day + timedelta(days=6)
    assert is_working_day(found)


def test_a_period_moves_by_four_days_at_most_as_the_open_question_says() -> None:
    days = [date(2025, 12, 6) + timedelta(days=n) for n in range(365 * 20)]
    assert max(next_working_day(day) - day for day in days) == timedelta(days=4)
    shift = next(one for one in open_questions() if one.id == "weekend_shift").readings[1]
    assert shift.consequence.de.startswith("Ein bis vier Tage")


def test_holidays_of_all_laender_are_no_working_days() -> None:
    days = ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-12-25"]
    assert not any(is_working_day(date.fromisoformat(day)) for day in days)
    assert is_working_day(date(2026, 11, 2))


def test_the_hour_lost_in_spring_is_refused_and_the_doubled_one_is_the_first() -> None:
    with pytest.raises(BadFacts):
        answer_deadline({"kind": "incident", "knowledge_at": "2027-03-28T02:30"})
    doubled = answer_deadline({"kind": "incident", "knowledge_at": "2026-10-25T02:30"})
    assert doubled["early_warning_due"] == "2026-10-26T01:30+01:00"


def test_seconds_are_kept_only_where_they_were_given() -> None:
    answer = answer_deadline({"kind": "gdpr_notification", "knowledge_at": "2026-03-10T09:15:30"})
    assert answer == {"due": "2026-03-13T09:15:30+01:00"}


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ([], ""),
        ({}, "kind"),
        ({"kind": "party"}, "kind"),
        ({"kind": "incident"}, "knowledge_at"),
        ({"kind": "incident", "knowledge_at": "2026-03-10"}, "knowledge_at"),
        ({"kind": "incident", "knowledge_at": "2026-03-10T09:15+01:00"}, "knowledge_at"),
        ({"kind": "incident", "knowledge_at": "2026-13-10T09:15"}, "knowledge_at"),
        ({"kind": "incident", "knowledge_at": "9999-12-31T09:15"}, "knowledge_at"),
        ({"kind": "incident", "knowledge_at": "2026-03-10T09:15", "tz": "../../etc/passwd"}, "tz"),
        ({"kind": "incident", "knowledge_at": "2026-03-10T09:15", "tz": "Europe"}, "tz"),
        ({"kind": "final_report"}, "notification_submitted_on"),
        ({"kind": "final_report", "notification_submitted_on": "9999-12-31"}, "notification_submitted_on"),
        ({"kind": "registration", "learned_on": "2026-01-01"}, "learned_on"),
        ({"kind": "evidence_order_bwe", "hospital": 1}, "hospital"),
    ],
)
def test_wrong_deadline_facts_are_refused_with_their_place(facts: object, path: str) -> None:
    with pytest.raises(BadFacts) as refused:
        answer_deadline(facts)
    assert refused.value.path == path


def test_hospitals_have_two_more_years() -> None:
    assert answer_deadline({"kind": "evidence_order_bwe", "hospital": True}) == {"earliest": "2030-12-06"}
