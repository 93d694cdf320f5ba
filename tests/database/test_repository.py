"""A record comes back as it was given, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, StatementError

from database.repository import Kept, Touched, new_id
from database.vault import Vault, in_memory
from tests.database.notes import MARKS, NOTES, SCHEMA, Mark, Note, write

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
RECORDS = st.builds(
    Note,
    id=st.builds(new_id),
    words=WORDS,
    on=st.none() | st.dates(),
    at=st.none() | st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])),
    amount=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    answers=st.none() | st.dictionaries(WORDS, WORDS | st.integers() | st.none() | st.booleans(), max_size=4),
)


@pytest.fixture
def memory() -> Iterator[Vault]:
    with in_memory(SCHEMA) as vault:
        yield vault


@given(record=RECORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_record_comes_back_equal(memory: Vault, record: Note) -> None:
    with memory.change("note.added") as tx:
        tx.add(NOTES, record)
    with memory.reading() as view:
        assert view.get(NOTES, record.id) == record


@pytest.mark.parametrize("words", ["<b>&amp;", "'; DROP TABLE notes; --", "\u202eRTL", "🔐\0x", "x" * 10_000])
def test_somebody_s_own_text_stays_to_the_letter(memory: Vault, words: str) -> None:
    with memory.change("note.added") as tx:
        tx.add(NOTES, Note("1", words))
    with memory.reading() as view:
        assert view.get(NOTES, "1") == Note("1", words)


def test_records_can_be_chosen_counted_and_ordered(memory: Vault) -> None:
    write(memory, "b", "a", "c")
    with memory.reading() as view:
        assert [note.words for note in view.all(NOTES)] == ["a", "b", "c"]
        assert [note.words for note in view.all(NOTES, newest="words")] == ["c", "b", "a"]
        assert [note.words for note in view.all(NOTES, NOTES.table.c.words > "a")] == ["b", "c"]
        assert view.count(NOTES) == 3
        assert view.get(NOTES, "nobody") is None


def test_a_record_can_be_replaced_and_removed(memory: Vault) -> None:
    write(memory, "old", "gone")
    with memory.change("notes.tidied") as tx:
        tx.replace(NOTES, Note("old", "new", amount=Decimal("0.1")))
        tx.remove(NOTES, "gone")
        assert tx.touched == (Touched("notes", "gone"), Touched("notes", "old"))
        assert tx.all(NOTES) == (Note("old", "new", amount=Decimal("0.1")),)


def test_what_is_not_there_cannot_be_replaced_or_removed(memory: Vault) -> None:
    with pytest.raises(LookupError), memory.change("note.replaced") as tx:
        tx.replace(NOTES, Note("nobody", "x"))
    with pytest.raises(LookupError), memory.change("note.removed") as tx:
        tx.remove(NOTES, "nobody")


def test_an_id_is_taken_once(memory: Vault) -> None:
    write(memory, "one")
    with pytest.raises(DBAPIError):
        write(memory, "one")
    assert new_id() != new_id()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE marks SET words = 'edited'",
        "DELETE FROM marks",
        "INSERT OR REPLACE INTO marks VALUES ('1', 'edited')",
        "INSERT INTO marks VALUES ('1', 'edited') ON CONFLICT DO UPDATE SET words = 'edited'",
    ],
)
def test_the_database_itself_refuses_to_change_an_unchangeable_row(memory: Vault, deed: str) -> None:
    with memory.change("mark.made") as tx:
        tx.add(MARKS, Mark("1", "kept"))
    with pytest.raises(DBAPIError, match="never changed"), memory.change("mark.edited") as tx:
        tx._connection.exec_driver_sql(deed)
    with memory.reading() as view:
        assert view.all(MARKS) == (Mark("1", "kept"),)


def test_an_error_does_not_repeat_what_was_to_be_written(memory: Vault) -> None:
    canary = "Kanarienvogel"
    write(memory, canary)
    with pytest.raises(DBAPIError) as caught:
        write(memory, canary)
    assert canary not in str(caught.value)


def test_a_moment_without_a_time_zone_is_refused(memory: Vault) -> None:
    with pytest.raises(StatementError, match="time zone"), memory.change("note.added") as tx:
        tx.add(NOTES, Note("1", "x", at=datetime(2026, 11, 22)))  # noqa: DTZ001 - on purpose


def test_moments_sort_as_they_happened(memory: Vault) -> None:
    early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(minutes=59)))
    with memory.change("notes.added") as tx:
        tx.add(NOTES, replace(Note("early", ""), at=early))
        tx.add(NOTES, replace(Note("late", ""), at=late))
    with memory.reading() as view:
        assert [note.id for note in view.all(NOTES, newest="at")] == ["late", "early"]


def test_a_record_that_does_not_fit_its_table_is_found_at_once() -> None:
    @dataclass(frozen=True)
    class Other:
        id: str

    with pytest.raises(TypeError, match="does not fit"):
        Kept(Other, NOTES.table)
