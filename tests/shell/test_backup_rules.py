"""A backup is made after changes, at most every half hour, and no change stays without one. No clock can break that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.shell.backup_rules import AGAIN, EVERY, Backlog, is_due, is_due_on_leaving

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TICK = timedelta(minutes=1)

moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - see timezones


@given(moments | st.none(), moments, moments | st.none())
def test_nothing_is_due_while_nothing_has_changed(
    made_at: datetime | None, now: datetime, failed_at: datetime | None
) -> None:
    backlog = Backlog(made_at, is_current=True, failed_at=failed_at)
    assert not is_due(backlog, now)
    assert not is_due_on_leaving(backlog)


@given(moments | st.none(), moments | st.none())
def test_on_leaving_every_change_is_backed_up(made_at: datetime | None, failed_at: datetime | None) -> None:
    assert is_due_on_leaving(Backlog(made_at, is_current=False, failed_at=failed_at))


def test_the_first_change_of_a_vault_without_a_backup_is_backed_up_at_once() -> None:
    assert is_due(Backlog(None, is_current=False), NOON)


@given(st.timedeltas(timedelta(), timedelta(days=400)))
def test_a_change_is_backed_up_when_half_an_hour_has_passed_and_not_before(passed: timedelta) -> None:
    assert is_due(Backlog(NOON, is_current=False), NOON + passed) is (passed >= EVERY)


@given(st.timedeltas(timedelta(), timedelta(hours=1)))
def test_after_a_failure_it_is_tried_again_in_a_while(passed: timedelta) -> None:
    backlog = Backlog(NOON - 2 * EVERY, is_current=False, failed_at=NOON)
    assert is_due(backlog, NOON + passed) is (passed >= AGAIN)


@given(
    st.lists(st.integers(0, 600), max_size=60, unique=True),
    st.dictionaries(st.integers(0, 600), st.timedeltas(timedelta(days=-400), timedelta(days=400)), max_size=3),
)
def test_over_a_day_every_change_is_covered_and_there_is_no_burst_however_often_the_clock_is_set(
    changes: list[int], jumps: dict[int, timedelta]
) -> None:
    clock, made_at, made, current = NOON, None, list[int](), True
    waited = 0
    for minute in range(700):
        clock += TICK + jumps.get(minute, timedelta())
        current = current and minute not in changes
        if is_due(Backlog(made_at, current), clock):
            made_at, current = clock, True
            made.append(minute)
        waited = 0 if current else waited + 1
        assert waited <= 30 * (1 + len(jumps))
    pauses = [later - earlier for earlier, later in pairwise(made)]
    assert sum(pause < 30 for pause in pauses) <= len(jumps)
