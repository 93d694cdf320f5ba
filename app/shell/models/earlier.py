"""The page of earlier assessments as values: what was recorded, when, by which law, and whether it is untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.text import Joined, Sayable, Text
from app.law.law_version import law_version
from app.law.outcome import Class
from app.law.wording import class_in_sentence, class_name
from app.registers.assessments.record import AssessmentRecord, verify


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """One recorded assessment."""

    record: AssessmentRecord
    recorded_at: datetime
    as_of: date
    company: str
    result: Sayable
    law: Sayable
    fingerprint: str
    untouched: bool


@dataclass(frozen=True, slots=True)
class EarlierModel:
    """All of them, the latest first."""

    rows: tuple[EarlierRow, ...]


def earlier_model(records: Sequence[AssessmentRecord]) -> EarlierModel:
    """Return the page for these records."""
    return EarlierModel(tuple(map(_row, records)))


def _row(record: AssessmentRecord) -> EarlierRow:
    version = law_version()
    return EarlierRow(
        record=record,
        recorded_at=record.recorded_at.astimezone(),
        as_of=record.as_of,
        company=record.title,
        result=_result(record),
        law=version.short if record.law_version == version.id else record.law_version,
        fingerprint=record.sha256[:12],
        untouched=verify(record),
    )


def _result(record: AssessmentRecord) -> Sayable:
    code = record.result.get("code")
    others = record.result.get("alternatives")
    arguable = {code, *(other.get("code") for other in others)} if isinstance(others, list) else {code}
    if arguable == {Class.BWE.value, Class.WE.value}:
        return Text("At least important entity")
    if isinstance(code, str):
        return class_name(Class(code))
    possible = record.result.get("possible")
    names = tuple(class_in_sentence(Class(str(one))) for one in possible) if isinstance(possible, list) else ()
    return Text("Still open: {classes}", classes=Joined(names, "or"))
