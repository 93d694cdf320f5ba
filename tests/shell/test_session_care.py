"""The session keeps the vault open as long as somebody works in it, knows its author, and takes a change back."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.registers.schema import SCHEMA
from app.shell.session import Session, open_vault
from app.ui.task import Cancelled
from app.wizard.answers import answer
from app.wizard.flow import is_complete
from database.author import system_user
from database.errors import ReadOnlyVault
from database.history import entries
from database.undoing import NotUndoable
from database.vault import create
from tests.shell.conftest import CHEAP
from tests.shell.test_session import all_of
from tests.shell.worlds import NOW, PASSPHRASE


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "muster.nachweis"
    create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
    return place


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    made = open_vault(place, PASSPHRASE, lambda: NOW)
    yield made
    made.close()


def test_every_entry_names_the_user_of_the_system_and_the_clock_of_the_program(session: Session) -> None:
    session.keep(answer(session.answers, "company", "Muster"))
    newest = entries(session.vault, limit=1)[0]
    assert (newest.name, newest.user, newest.at) == ("draft.begun", system_user(), NOW)


def test_a_vault_that_can_only_be_read_says_so_when_something_is_to_be_saved(place: Path, demo: Session) -> None:
    with_result = open_vault(place, PASSPHRASE, lambda: NOW)
    with_result.keep(all_of(demo))
    with_result.close()
    session = open_vault(place, PASSPHRASE, lambda: NOW, read_only=True)
    assert session.read_only
    assert is_complete(session.answers)
    with pytest.raises(ReadOnlyVault):
        session.keep(answer(session.answers, "company", "Anders"))
    session.close()


def test_an_answer_that_is_taken_back_is_the_one_before_it_again(session: Session) -> None:
    session.keep(answer(session.answers, "company", "Erst"))
    session.keep(answer(session.answers, "company", "Dann"))
    [item] = entries(session.vault, limit=1)[0].items
    session.take_back(item.table, item.record)
    assert session.company == "Erst"
    session.take_back(item.table, item.record)
    assert session.company == "Dann"


def test_taking_back_the_first_answer_begins_anew_and_the_next_answer_is_kept(session: Session) -> None:
    session.keep(answer(session.answers, "company", "Erst"))
    [item] = entries(session.vault, limit=1)[0].items
    session.take_back(item.table, item.record)
    assert (session.company, session.saved_at) == ("", None)
    session.keep(answer(session.answers, "company", "Noch einmal"))
    assert session.company == "Noch einmal"


def test_a_recorded_assessment_is_not_taken_back(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    with pytest.raises(NotUndoable):
        session.take_back("assessments", session.records[0].id)
    assert len(session.records) == 1


def test_closing_waits_for_whoever_changes_the_vault_and_lets_nobody_begin_afterwards(session: Session) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work() -> None:
        with session.undisturbed() as vault:
            begun.set()
            time.sleep(0.2)
            vault.note("test.noted")
            ended.set()

    threading.Thread(target=work).start()
    begun.wait()
    session.close()
    assert ended.is_set()
    with pytest.raises(Cancelled), session.undisturbed():
        raise AssertionError


def test_what_is_to_be_done_before_closing_is_done_once_with_the_vault_open(session: Session) -> None:
    seen: list[bool] = []
    session.before_closing.append(lambda: seen.append(session.vault.is_open))
    session.before_closing.append(session.close)
    session.close()
    session.close()
    assert seen == [True]
