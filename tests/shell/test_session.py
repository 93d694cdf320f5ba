"""An open vault at work: answers are kept one by one, assessments are recorded once and stay as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.law.outcome import Class
from app.registers.assessments.commands import record_assessment
from app.registers.assessments.record import verify
from app.registers.company.commands import company_of
from app.registers.schema import SCHEMA
from app.shell.session import Session, demo_company, open_vault
from app.wizard.answers import Answers, answer, assign
from app.wizard.answers import Task as Settled
from app.wizard.json_answers import BadAnswer
from app.wizard.values import UNKNOWN, Amounts
from database.keys import Argon2Cost
from database.vault import create, in_memory
from tests.shell.worlds import NOW, PASSPHRASE

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=64)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "muster.nachweis"


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    made = Session(create(place, PASSPHRASE, SCHEMA, cost=CHEAP), lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def demo() -> Iterator[Session]:
    made = demo_company(lambda: NOW)
    yield made
    made.close()


def all_of(demo: Session) -> Answers:
    return demo.answers


def later(days: int) -> Callable[[], datetime]:
    return lambda: NOW + timedelta(days=days)


def test_every_change_moves_the_head_of_the_history_and_reading_does_not(session: Session, demo: Session) -> None:
    before = session.head
    assert before is not None
    assert session.head == before
    session.keep(all_of(demo))
    after = session.head
    assert after is not None
    assert (after.vault, after.sequence > before.sequence) == (before.vault, True)
    assert after.hash != before.hash


def test_the_demo_company_has_no_history_that_a_paper_could_prove(demo: Session) -> None:
    assert demo.head is None


def test_an_empty_vault_has_no_result_and_asks_from_the_start(session: Session) -> None:
    assert not session.has_result
    assert session.answers.values == {}
    assert session.company == ""
    assert session.saved_at is None


def test_closing_in_the_middle_keeps_every_answer(session: Session, place: Path) -> None:
    session.keep(answer(session.answers, "company", "Erste <b>Zeile</b> & 中 GmbH"))
    session.keep(answer(session.answers, "legal_form", "GmbH"))
    session.close()
    again = open_vault(place, PASSPHRASE, lambda: NOW)
    assert again.company == "Erste <b>Zeile</b> & 中 GmbH"
    assert again.answers.word("legal_form") == "GmbH"
    assert not again.has_result
    again.close()


def test_a_finished_assessment_is_recorded_once(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    session.record()
    assert len(session.records) == 1
    assert verify(session.records[0])
    assert session.records[0].as_of == NOW.date()


def test_an_unfinished_assessment_is_not_recorded(session: Session) -> None:
    session.record()
    assert session.records == ()


def test_a_changed_answer_gives_another_record_and_leaves_the_first_alone(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    first = session.records[0]
    session.keep(answer(session.answers, "headcount", Amounts((("2025", Decimal(40)), ("2024", Decimal(40))))))
    session.record()
    assert len(session.records) == 2
    assert session.records[1] == first


def test_the_company_follows_the_answers(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    session.keep(answer(session.answers, "company", "Neuer Name GmbH"))
    session.record()
    company = company_of(session._vault)
    assert company is not None
    assert (company.name, company.legal_form) == ("Neuer Name GmbH", "GmbH")


def test_an_old_record_stands_as_it_stood(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    then = session.standing_of(session.records[0])
    session.keep(answer(session.answers, "rows", ()))
    session.record()
    assert session.standing().assessment.code is Class.NONE
    assert session.standing_of(session.records[1]).assessment == then.assessment
    assert session.standing_of(session.records[1]).today == date(2026, 11, 22)


def test_while_answers_are_missing_the_last_record_is_shown(session: Session, demo: Session) -> None:
    session.keep(all_of(demo))
    session.record()
    before = session.standing().assessment
    session.keep(Answers(begun=NOW.date(), values={"company": "Nur der Name"}))
    assert session.has_result
    assert session.standing().assessment == before


def test_what_somebody_settles_later_is_said_with_the_standing(session: Session, demo: Session) -> None:
    unknown = answer(all_of(demo), "kritis", UNKNOWN)
    session.keep(assign(unknown, "kritis", Settled("A. Weber", date(2026, 12, 4))))
    points = session.standing().open_points
    assert [(point.question, point.owner, point.due) for point in points] == [("kritis", "A. Weber", date(2026, 12, 4))]


def test_the_standing_is_that_of_today(place: Path, demo: Session) -> None:
    vault = create(place, PASSPHRASE, SCHEMA, cost=CHEAP)
    session = Session(vault, later(400))
    session.keep(all_of(demo))
    assert session.standing().today == (NOW + timedelta(days=400)).date()
    session.close()


def test_the_demo_company_lives_in_memory_and_is_the_promised_one(demo: Session) -> None:
    assert demo.place is None
    assert demo.demo
    found = demo.standing().assessment
    assert (found.code, found.certain) == (Class.BWE, Class.WE)
    assert len(demo.records) == 1


def test_answers_of_another_version_are_refused_and_the_vault_is_closed(place: Path) -> None:
    session = Session(create(place, PASSPHRASE, SCHEMA, cost=CHEAP), lambda: NOW)
    session.keep(answer(session.answers, "company", "Muster"))
    assert session._draft is not None
    with session._vault.change("test.other_version") as tx:
        from app.registers.assessments.table import DRAFTS  # noqa: PLC0415 - only this test looks into the table

        tx.replace(DRAFTS, replace(session._draft, answers={"version": 99}))
    session.close()
    with pytest.raises(BadAnswer, match="version"):
        open_vault(place, PASSPHRASE, lambda: NOW)


def test_a_record_without_answers_still_stands(demo: Session) -> None:
    vault = in_memory(SCHEMA)
    facts = demo.records[0].facts
    made = record_assessment(
        vault, title="x", as_of=NOW.date(), law_version="v", facts=facts, result={"code": "WE"}, now=NOW
    )
    session = Session(vault, lambda: NOW)
    assert session.standing_of(made).open_points == ()
    assert session.reasons_of(made) == ()
    session.close()
