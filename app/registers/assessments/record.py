"""Assessments: what a company answered, and what followed from it on a day.

A draft is the wizard's answers so far and is overwritten with every answer. An assessment is a fact about the past:
facts, result and law version as they were, under one digest. It is never edited; who knows better records a new one.
So an old paper can be printed again as it was, also after the law or the program has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

from app.core.canonical import Json, digest

_KIND = "nachweis assessment 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The answers of one walk through the wizard, finished or not."""

    id: str
    title: str
    answers: Mapping[str, Json]
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecord:
    """One assessment as it was recorded. `facts` and `result` are JSON; their fractions are exact decimals."""

    id: str
    title: str
    recorded_at: datetime
    as_of: date
    law_version: str
    facts: Mapping[str, Json]
    result: Mapping[str, Json]
    sha256: str


def digest_of(record: AssessmentRecord) -> str:
    """Return the SHA-256 over the canonical JSON of everything in the record but the digest itself."""
    content: dict[str, Json] = {"kind": _KIND}
    for field in fields(record):
        if field.name != "sha256":
            content[field.name] = _spelled(getattr(record, field.name))
    return digest(content)


def verify(record: AssessmentRecord) -> bool:
    """Tell whether the record is still what was recorded."""
    return digest_of(record) == record.sha256


def _spelled(value: Json | date | datetime) -> Json:
    """Return days and moments in the one spelling that the digest covers."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
