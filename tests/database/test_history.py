"""Every committed change is an entry, and an entry cannot be changed, removed or slipped in without being found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.author import Author
from database.chain import Entry, Item, entry_from, spelled
from database.history import entries, head, versions
from database.signing import fingerprint
from database.undoing import NotUndoable, undo, why_not
from database.vault import Vault, create, in_memory, unlock
from database.verifying import verify
from tests.database.notes import CHEAP, MARKS, NOTES, PASSPHRASE, SCHEMA, Mark, Note, words, write

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _rewrite(vault: Vault, key: str, text: str) -> None:
    with vault.change("note.rewritten") as tx:
        tx.replace(NOTES, Note(key, text))


def _fail(vault: Vault) -> None:
    with vault.change("failing") as tx:
        tx.add(NOTES, Note("b", "b"))
        raise ZeroDivisionError


def test_an_entry_says_who_did_what_when_and_to_which_record(place: Path) -> None:
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP, author=Author("anna", lambda: NOON)) as vault:
        write(vault, "first")
        latest = entries(vault)[0]
    assert (latest.sequence, latest.user, latest.at, latest.name) == (2, "anna", NOON, "notes.written")
    [item] = latest.items
    assert (item.table, item.record, item.before) == ("notes", "first", None)
    assert item.after is not None


def test_a_change_that_fails_or_changes_nothing_is_no_entry(vault: Vault) -> None:
    write(vault, "a")
    before = head(vault)
    with pytest.raises(ZeroDivisionError):
        _fail(vault)
    with vault.change("nothing"):
        pass
    _rewrite(vault, "a", "a")
    with vault.change("there and back") as tx:
        tx.add(NOTES, Note("c", "c"))
        tx.remove(NOTES, "c")
    assert head(vault) == before
    assert verify(vault).broken is None


def test_a_record_is_shown_as_it_was_before_and_after_every_change(vault: Vault) -> None:
    write(vault, "a")
    _rewrite(vault, "a", "b")
    _rewrite(vault, "a", "c")
    with vault.change("note.removed") as tx:
        tx.remove(NOTES, "a")
    seen = [versions(vault, entry.sequence, "notes", "a") for entry in entries(vault, table="notes", record="a")]
    assert [(old and old["words"], new and new["words"]) for old, new in seen] == [
        ("c", None), ("b", "c"), ("a", "b"), (None, "a"),
    ]  # fmt: skip
    with pytest.raises(LookupError):
        versions(vault, 1, "notes", "a")


def test_the_history_can_be_read_in_parts_and_by_register(vault: Vault) -> None:
    write(vault, *"abc")
    with vault.change("marked") as tx:
        tx.add(MARKS, Mark("m", "m"))
    assert [entry.sequence for entry in entries(vault, limit=2)] == [3, 2]
    assert [entry.sequence for entry in entries(vault, before=2)] == [1]
    assert [entry.sequence for entry in entries(vault, table="marks")] == [3]
    assert [entry.sequence for entry in entries(vault, table="notes", record="b")] == [2]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["write", "remove", "undo"]), WORDS), max_size=12))
@settings(max_examples=40)
def test_whatever_is_done_the_history_holds_and_knows_every_state(deeds: list[tuple[str, str, str]]) -> None:
    with in_memory(SCHEMA) as vault:
        states: dict[str, list[str | None]] = {key: [None] for key in "abc"}
        for key, deed, text in deeds:
            now = states[key][-1]
            if deed == "undo" and len(states[key]) > 1:
                undo(vault, "notes", key)
                states[key].append(states[key][-2])
            elif deed == "remove" and now is not None:
                with vault.change("removed") as tx:
                    tx.remove(NOTES, key)
                states[key].append(None)
            elif deed == "write" and now != text:
                with vault.change("written") as tx:
                    (tx.add if now is None else tx.replace)(NOTES, Note(key, text))
                states[key].append(text)
        verdict = verify(vault)
        assert verdict.broken is None
        assert verdict.head == head(vault)
        assert verdict.records == sum(known[-1] is not None for known in states.values())
        for key, known in states.items():
            seen = [
                versions(vault, entry.sequence, "notes", key)[1] for entry in entries(vault, table="notes", record=key)
            ]
            assert [row and row["words"] for row in reversed(seen)] == known[1:]


def test_undoing_twice_brings_the_change_back(vault: Vault) -> None:
    write(vault, "a")
    _rewrite(vault, "a", "b")
    undo(vault, "notes", "a")
    assert words(vault) == {"a"}
    undo(vault, "notes", "a")
    assert words(vault) == {"b"}
    assert verify(vault).broken is None


def test_what_must_not_change_is_not_undone(vault: Vault) -> None:
    with vault.change("marked") as tx:
        tx.add(MARKS, Mark("m", "m"))
    for table, key, why in (("marks", "m", "unchangeable"), ("notes", "nobody", "never_changed")):
        with pytest.raises(NotUndoable) as caught:
            undo(vault, table, key)
        assert caught.value.why == why == why_not(vault, table, key)
    assert verify(vault).broken is None


def test_it_is_known_before_whether_a_change_can_be_taken_back(vault: Vault) -> None:
    write(vault, "a")
    assert why_not(vault, "notes", "a") is None
    assert words(vault) == {"a"}


def test_a_record_in_another_form_is_not_put_back(vault: Vault) -> None:
    write(vault, "a")
    _rewrite(vault, "a", "b")
    with vault.transaction(writing=True) as connection:
        connection.exec_driver_sql("ALTER TABLE notes ADD COLUMN colour TEXT")
    with pytest.raises(NotUndoable) as caught:
        undo(vault, "notes", "a")
    assert caught.value.why == "other_form"


def test_a_clock_that_was_set_back_changes_nothing_of_the_order(place: Path) -> None:
    times = iter([NOON, NOON - timedelta(days=9), NOON, NOON - timedelta(hours=1)])
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP, author=Author("a", lambda: next(times, NOON))) as vault:
        for word in "abc":
            write(vault, word)
        assert [entry.sequence for entry in entries(vault)] == [4, 3, 2, 1]
        assert entries(vault)[1].at > entries(vault)[0].at
        assert verify(vault).broken is None


def test_closing_signs_the_history_once(place: Path) -> None:
    create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
    for _ in range(2):
        unlock(place, PASSPHRASE, SCHEMA).close()
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        verdict = verify(vault)
        assert (verdict.checkpoints, verdict.signers) == (1, (fingerprint(vault),))
        write(vault, "more")
    with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as vault:
        assert verify(vault).checkpoints == 2
        assert len(fingerprint(vault)) == 64


ITEMS = st.builds(Item, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS)
ENTRIES = st.builds(
    Entry,
    st.integers(1, 2**40),
    st.datetimes(timezones=st.just(UTC)),
    WORDS,
    WORDS,
    st.lists(ITEMS, max_size=3).map(tuple),
)


@given(ENTRIES)
def test_an_entry_comes_back_from_its_text(entry: Entry) -> None:
    if entry.at.year >= 1000:  # the machine's C library writes earlier years in fewer digits
        assert entry_from(spelled(entry)) == entry


@given(st.text(max_size=60) | st.sampled_from(["null", "[]", "{}", '{"at":1}', "[" * 9000, '{"items":[1]}']))
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an entry"):
        entry_from(text)


def test_two_vaults_with_the_same_changes_have_different_heads(tmp_path: Path) -> None:
    heads: set[str] = set()
    for number in range(2):
        author = Author("a", lambda: NOON)
        with create(tmp_path / f"{number}.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP, author=author) as vault:
            heads.add(head(vault).hash)
    assert len(heads) == 2
