"""Answers are kept at every step; an assessment is kept as it was, and nobody can say otherwise unnoticed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from app.core.canonical import Json
from app.registers.assessments.commands import (
    assessment,
    assessments,
    begin_draft,
    discard_draft,
    drafts,
    record_assessment,
    save_answers,
)
from app.registers.assessments.record import AssessmentRecord, digest_of, verify
from app.registers.assessments.table import ASSESSMENTS
from app.registers.schema import SCHEMA
from database.keys import Argon2Cost
from database.vault import Vault, create, in_memory, unlock

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=8)
FACTS: dict[str, Json] = {
    "company": "Muster <b>&amp; 'Söhne' 🔧",
    "activities": [{"annex": 2, "no": "5.4.1", "negligible": None}],
    "own": {"headcount_awu": Decimal("300.5"), "turnover_eur": Decimal("80000000.01"), "balance_sheet_eur": None},
}
RESULT: dict[str, Json] = {"code": "BWE", "possible": ["BWE"], "alternatives": [{"code": "WE"}]}

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.decimals(0, 10**15, places=2) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(WORDS, JSON, max_size=4)


@pytest.fixture
def vault() -> Iterator[Vault]:
    with in_memory(SCHEMA) as made:
        yield made


def _recorded(vault: Vault, facts: dict[str, Json] = FACTS, result: dict[str, Json] = RESULT) -> AssessmentRecord:
    return record_assessment(
        vault, title="Muster", as_of=date(2026, 11, 22), law_version="2026-11", facts=facts, result=result, now=NOW
    )


def test_every_answer_is_kept(vault: Vault) -> None:
    draft = begin_draft(vault, title="Muster", answers={}, now=NOW)
    draft = save_answers(vault, draft, answers={"staff": 300}, now=NOW + timedelta(minutes=1))
    draft = save_answers(vault, draft, answers={"staff": None}, now=NOW + timedelta(minutes=2), title="Muster GmbH")
    assert drafts(vault) == (draft,)
    assert (draft.title, draft.answers) == ("Muster GmbH", {"staff": None})


def test_the_draft_worked_on_last_comes_first_and_a_discarded_one_is_gone(vault: Vault) -> None:
    first, second = (begin_draft(vault, title=title, answers={}, now=NOW) for title in ("first", "second"))
    first = save_answers(vault, first, answers={"staff": 1}, now=NOW + timedelta(seconds=1))
    assert drafts(vault) == (first, second)
    discard_draft(vault, first)
    assert drafts(vault) == (second,)
    with pytest.raises(LookupError):
        save_answers(vault, first, answers={}, now=NOW)


@given(OBJECTS, OBJECTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_assessment_comes_back_as_it_was_and_verifies(
    vault: Vault, facts: dict[str, Json], result: dict[str, Json]
) -> None:
    record = _recorded(vault, facts, result)
    again = assessment(vault, record.id)
    assert again == record
    assert (record.facts, record.result) == (facts, result)
    assert verify(record)


def test_what_the_caller_does_to_his_facts_later_changes_nothing(vault: Vault) -> None:
    facts: dict[str, Json] = {"own": {"headcount_awu": 300}}
    record = _recorded(vault, facts)
    facts["own"] = None
    assert record.facts == {"own": {"headcount_awu": 300}}
    assert verify(record)


@pytest.mark.parametrize("name", [field.name for field in fields(AssessmentRecord)])
def test_a_change_to_any_part_is_noticed(vault: Vault, name: str) -> None:
    others: dict[str, object] = {
        "recorded_at": NOW + timedelta(microseconds=1),
        "as_of": date(2026, 11, 23),
        "facts": {**FACTS, "company": "Andere"},
        "result": {**RESULT, "code": "WE"},
    }
    record = _recorded(vault)
    assert verify(record)
    assert not verify(replace(record, **{name: others.get(name, "other")}))  # type: ignore[arg-type]  # any field


def test_the_digest_does_not_depend_on_the_clock_s_time_zone(vault: Vault) -> None:
    record = _recorded(vault)
    assert digest_of(replace(record, recorded_at=NOW.astimezone(timezone(timedelta(hours=1))))) == record.sha256


def test_the_digest_of_an_old_record_never_changes() -> None:
    record = AssessmentRecord(
        id="1",
        title="Muster",
        recorded_at=NOW,
        as_of=date(2026, 11, 22),
        law_version="2026-11",
        facts=FACTS,
        result=RESULT,
        sha256="",
    )
    assert digest_of(record) == "add2d82d4fc007c75690234070948d50490546997303cdabc67a7bc414f36c5e"


def test_assessments_are_listed_with_the_latest_first(vault: Vault) -> None:
    one = _recorded(vault)
    other = record_assessment(
        vault,
        title="Muster",
        as_of=date(2027, 1, 1),
        law_version="2027-01",
        facts={},
        result={},
        now=NOW + timedelta(days=40),
    )
    assert assessments(vault) == (other, one)
    assert assessment(vault, "nobody") is None


@pytest.mark.parametrize("deed", [update(ASSESSMENTS.table).values(title="edited"), delete(ASSESSMENTS.table)])
def test_the_database_refuses_to_edit_or_delete_an_assessment(vault: Vault, deed: object) -> None:
    record = _recorded(vault)
    with pytest.raises(DBAPIError, match="never changed"), vault.change("assessment.edited") as tx:
        tx._connection.execute(deed)  # type: ignore[call-overload]  # either deed
    assert assessments(vault) == (record,)


def test_a_moment_without_a_time_zone_is_refused(vault: Vault) -> None:
    with pytest.raises(ValueError, match="time zone"):
        record_assessment(
            vault,
            title="",
            as_of=date(2026, 1, 1),
            law_version="",
            facts={},
            result={},
            now=datetime(2026, 1, 1),  # noqa: DTZ001 - on purpose
        )


def test_an_assessment_is_there_and_verifies_after_unlocking_a_real_file(tmp_path: Path) -> None:
    place = tmp_path / "Muster.nachweis"
    with create(place, "right", SCHEMA, cost=CHEAP) as vault:
        record = _recorded(vault)
        draft = begin_draft(vault, title="Muster", answers={"staff": 300}, now=NOW)
    with unlock(place, "right", SCHEMA) as vault:
        assert assessments(vault) == (record,)
        assert verify(assessments(vault)[0])
        assert drafts(vault) == (draft,)


def test_records_and_schema_can_be_imported_without_sqlalchemy() -> None:
    probe = (
        "import sys, app.registers.schema, app.registers.assessments.record, app.registers.company.record;"
        "sys.exit(', '.join({'sqlalchemy', 'sqlcipher3'} & set(sys.modules)) or None)"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, cwd=ROOT)  # noqa: S603 - our own probe
