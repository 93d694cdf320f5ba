"""Backups get fewer with age and never too few."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from database.thinning import ALL, DAYS, MONTHS, WEEKS, kept

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
AGES = st.timedeltas(timedelta(days=-30), timedelta(days=900))
MADE = st.lists(AGES.map(lambda age: NOW - age), max_size=300)


@given(MADE)
def test_the_newest_and_all_of_two_days_are_kept_and_nothing_is_invented(made: list[datetime]) -> None:
    keep = kept(made, NOW)
    assert keep <= set(made)
    assert {moment for moment in made if NOW - moment < ALL} <= keep
    assert not made or max(made) in keep


@given(MADE)
def test_a_second_thinning_on_the_same_day_removes_nothing_more(made: list[datetime]) -> None:
    keep = kept(made, NOW)
    assert kept(keep, NOW) == keep


@given(MADE)
def test_older_than_two_days_there_are_never_more_than_a_year_s_worth(made: list[datetime]) -> None:
    older = {moment for moment in kept(made, NOW) if NOW - moment >= ALL}
    assert len(older) <= DAYS + WEEKS + MONTHS + 1


@given(MADE, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_clock_that_was_set_back_removes_no_backup_of_later(made: list[datetime], back: timedelta) -> None:
    then = NOW - back
    assert {moment for moment in made if moment > then} <= kept(made, then)


def test_a_backup_every_half_hour_for_two_years_leaves_days_weeks_and_months() -> None:
    keep, now = frozenset[datetime](), NOW - timedelta(days=730)
    while now <= NOW:
        keep = kept(keep | {now}, now)
        now += timedelta(minutes=30)
    ages = sorted((NOW - moment).days for moment in keep)
    assert sum(age < 2 for age in ages) == 96
    assert {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13} <= set(ages)
    assert 300 < max(ages) < 400
    assert len(keep) < 96 + DAYS + WEEKS + MONTHS + 2
    gaps = [later - earlier for earlier, later in pairwise(ages)]
    assert max(gaps) <= 35
