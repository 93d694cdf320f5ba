"""Every change of the result is put on record, also one that the facts have no word for."""

from __future__ import annotations

from datetime import UTC, datetime

from app.law.json_form import loads
from app.registers.schema import SCHEMA
from app.shell.session import Session
from app.system.shipped import resource
from app.wizard.answers import answer
from app.wizard.stored import from_json
from app.wizard.values import UNKNOWN
from database.vault import in_memory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_an_answer_that_opens_and_closes_the_class_is_recorded_each_time() -> None:
    session = Session(in_memory(SCHEMA), lambda: NOW)
    demo = from_json(loads(resource("samples", "demo_answers.json").read_bytes()))
    for known in (demo, answer(demo, "rows", UNKNOWN), demo):
        session.keep(known)
        session.record()
        session.record()
    assert [record.result["code"] for record in session.records] == ["BWE", None, "BWE"]
    assert session.reasons_of(session.records[0]) == session.reasons
    session.close()
