"""Every kind of change that the code knows has its sentence; what it does not know is shown to the letter."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shell.models.history import clock_was_set_back, history_line, verdict_words
from app.shell.models.history_words import NAMES, REGISTERS, broken, change_name, register_name, why_not
from app.system.languages import language
from database.chain import Entry, Head, Item
from database.verifying import Broken, Verdict
from tests.architecture.sources import files, named, tree
from tests.shell.worlds import NOW

ENGLISH = language("en")
NAME = re.compile(r"[a-z_]+\.[a-z_]+")
NO_CHANGE = re.compile(r".*\.(db|icc|jsonl?|lock|md|po|py|svg|toml|txt)|trial\.nachweis|unnamed\.event")
WRITES = ("app/registers/", "app/shell/", "database/")
"""Where a change can be made."""


def names_in_code() -> Iterator[str]:
    """Yield every text in the code that has the form of a change's name and is no file and no line of the log."""
    for file in files():
        if named(file).startswith(WRITES) and named(file) != "app/shell/models/history_words.py":
            logged = {id(word) for call in ast.walk(tree(file)) if is_log(call) for word in ast.walk(call)}
            words = (node for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and id(node) not in logged)
            texts = (word.value for word in words if isinstance(word.value, str))
            yield from (text for text in texts if NAME.fullmatch(text) and not NO_CHANGE.fullmatch(text))


def is_log(call: ast.AST) -> bool:
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "log"
    )


def entry(sequence: int, name: str = "company.amended", at: datetime = NOW, *items: Item) -> Entry:
    return Entry(sequence, at, "m", name, items)


def test_every_change_in_the_code_has_a_sentence() -> None:
    found = set(names_in_code())
    assert {"vault.created", "draft.saved", "schema.migrated", "device.removed", "backup.proven"} <= found
    assert found - set(NAMES) == set()


def test_every_register_has_a_name() -> None:
    from app.registers.schema import SCHEMA  # noqa: PLC0415 - it brings the tables along

    assert set(SCHEMA.tables().tables) == set(REGISTERS)


@given(st.text())
def test_an_unknown_name_is_shown_to_the_letter(name: str) -> None:
    if name not in NAMES:
        assert ENGLISH.say(change_name(name)) == name
    if name not in REGISTERS:
        assert ENGLISH.say(register_name(name)) == name


@pytest.mark.parametrize("reason", ["gap", "hash", "form", "image", "record", "signature"])
def test_the_first_broken_entry_is_named(reason: str) -> None:
    assert "17" in ENGLISH.say(broken(reason, 17))


@pytest.mark.parametrize("reason", ["never_changed", "unchangeable", "other_form", "file_gone", "needed", "superseded"])
def test_every_reason_against_taking_back_has_a_sentence(reason: str) -> None:
    assert ENGLISH.say(why_not(reason)).endswith(".")


def test_a_line_names_its_register_if_it_touched_only_one() -> None:
    company, draft = Item("companies", "a", None, "x"), Item("drafts", "b", None, "x")
    assert history_line(entry(1, "company.amended", NOW, company, company)).register == REGISTERS["companies"]
    assert history_line(entry(1, "schema.migrated", NOW, company, draft)).register == ""
    assert history_line(entry(1, "vault.created")).register == ""


def test_a_clock_that_was_set_back_is_noticed() -> None:
    later = entry(1, at=NOW + timedelta(hours=1))
    assert clock_was_set_back(entry(2), later)
    assert not clock_was_set_back(later, entry(2))
    assert not clock_was_set_back(entry(2), entry(1))


def test_times_are_local() -> None:
    assert history_line(entry(1, at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))).at.utcoffset() is not None


def test_a_history_that_holds_says_what_was_looked_at_and_who_signed() -> None:
    words = verdict_words(Verdict(Head(214, "a" * 64), None, 7, 3, ("ab" * 32,)))
    assert words.holds
    assert [ENGLISH.say(one) for one in words.seen] == ["214 entries", "7 records compared", "3 signatures"]
    assert words.signers[0].startswith("abab abab")


def test_a_history_that_does_not_hold_names_the_entry() -> None:
    words = verdict_words(Verdict(Head(214, "a" * 64), Broken(9, "hash"), 7, 3, ()))
    assert not words.holds
    assert "Entry 9" in ENGLISH.say(words.sentence)
