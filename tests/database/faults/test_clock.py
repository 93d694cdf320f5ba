"""A clock that was set back or forward: nothing is lost by it, and the order of what happened stays the order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.author import Author
from database.backup import is_current, thin_out, write_backup
from database.backup_file import found_in
from database.history import entries, head
from database.key_slots import change_passphrase, renew_recovery_key
from database.restoring import restore
from database.thinning import kept
from database.vault import Vault, create, unlock
from database.verifying import verify
from tests.database.faults.ways_in import TODAY
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
CLOCKS = [NOON, NOON - timedelta(days=2000), NOON + timedelta(days=9000), datetime(1970, 1, 1, tzinfo=UTC)]


class Clock:
    """A clock that anybody may set."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        """Return what it shows."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(place: Path, clock: Clock) -> Vault:
    """Return a vault whose author has this clock."""
    return create(place, PASSPHRASE, SCHEMA, cost=CHEAP, author=Author("Erika", clock.now))


def test_what_was_written_under_any_clock_stands_in_the_order_in_which_it_was_written(
    timed: Vault, place: Path, clock: Clock
) -> None:
    with timed:
        for number, clock.time in enumerate(CLOCKS * 2):
            write(timed, f"{number}")
            timed.checkpoint()
        history = entries(timed)
        assert [entry.sequence for entry in history] == list(range(len(CLOCKS) * 2 + 1, 0, -1))
        assert [entry.at for entry in reversed(history)] == [NOON, *CLOCKS, *CLOCKS]
        assert verify(timed).broken is None
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {f"{number}" for number in range(len(CLOCKS) * 2)}
        assert verify(vault).broken is None


def test_keys_are_changed_under_a_clock_that_was_set_back(timed: Vault, place: Path, clock: Clock) -> None:
    with timed:
        renew_recovery_key(timed, TODAY)
        clock.time = CLOCKS[1]
        sheet = renew_recovery_key(timed, TODAY.replace(year=1999))
        change_passphrase(timed, "another", cost=CHEAP)
    for credential in (sheet, "another"):
        unlock(place, credential, SCHEMA).close()


@pytest.mark.parametrize("set_to", CLOCKS)
def test_a_backup_made_under_a_wrong_clock_costs_no_other_and_is_not_thinned_out(
    timed: Vault, tmp_path: Path, clock: Clock, set_to: datetime
) -> None:
    folder = tmp_path / "Sicherungen"
    with timed:
        before = write_backup(timed, folder)
        write(timed, "later")
        clock.time = set_to
        after = write_backup(timed, folder)
        thin_out(folder, timed.id, clock.now())
        assert {one.path for one in found_in(folder).backups} == {before.path, after.path}
        assert is_current(timed, after)
        assert not is_current(timed, before)
        clock.time = NOON + timedelta(hours=1)
        thin_out(folder, timed.id, clock.now())
        assert after.path in {one.path for one in found_in(folder).backups}
        end = head(timed)
    restore(after.path, PASSPHRASE, tmp_path / "Wieder.nachweis")
    with unlock(tmp_path / "Wieder.nachweis", PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"later"}
        assert head(vault) == end


MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - given after


@given(st.lists(MOMENTS, min_size=1, max_size=80), MOMENTS)
def test_whatever_the_clock_shows_the_newest_and_all_that_claim_to_be_newer_are_kept(
    made: list[datetime], now: datetime
) -> None:
    left = kept(made, now)
    assert max(made) in left
    assert {moment for moment in made if moment >= now} <= left
