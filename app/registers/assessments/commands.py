"""What can be done with drafts and assessments.

There is no command that edits or deletes an assessment, and the database refuses it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from app.core.canonical import Json, canonical, parsed
from app.registers.assessments.record import AssessmentRecord, Draft, digest_of
from app.registers.assessments.table import ASSESSMENTS, DRAFTS
from database.repository import new_id
from database.vault import Vault


def begin_draft(vault: Vault, *, title: str, answers: Mapping[str, Json], now: datetime) -> Draft:
    """Begin a walk through the wizard."""
    draft = Draft(id=new_id(), title=title, answers=_as_read(answers), saved_at=now)
    with vault.change("draft.begun") as tx:
        tx.add(DRAFTS, draft)
    return draft


def save_answers(vault: Vault, draft: Draft, *, answers: Mapping[str, Json], now: datetime, title: str = "") -> Draft:
    """Keep the answers so far; called after every answer. Without a title the draft keeps its own."""
    saved = replace(draft, title=title or draft.title, answers=_as_read(answers), saved_at=now)
    with vault.change("draft.saved") as tx:
        tx.replace(DRAFTS, saved)
    return saved


def discard_draft(vault: Vault, draft: Draft) -> None:
    """Forget the answers of a draft."""
    with vault.change("draft.discarded") as tx:
        tx.remove(DRAFTS, draft.id)


def drafts(vault: Vault) -> tuple[Draft, ...]:
    """Return all drafts, the one worked on last first."""
    with vault.reading() as view:
        return view.all(DRAFTS, newest="saved_at")


def record_assessment(  # noqa: PLR0913 - an assessment is all of this, and each is named
    vault: Vault,
    *,
    title: str,
    as_of: date,
    law_version: str,
    facts: Mapping[str, Json],
    result: Mapping[str, Json],
    now: datetime,
) -> AssessmentRecord:
    """Put an assessment on record, for good."""
    unsigned = AssessmentRecord(
        id=new_id(),
        title=title,
        recorded_at=now,
        as_of=as_of,
        law_version=law_version,
        facts=_as_read(facts),
        result=_as_read(result),
        sha256="",
    )
    record = replace(unsigned, sha256=digest_of(unsigned))
    with vault.change("assessment.recorded") as tx:
        tx.add(ASSESSMENTS, record)
    return record


def assessments(vault: Vault) -> tuple[AssessmentRecord, ...]:
    """Return all assessments, the latest first."""
    with vault.reading() as view:
        return view.all(ASSESSMENTS, newest="recorded_at")


def assessment(vault: Vault, key: str) -> AssessmentRecord | None:
    """Return one assessment, if it is there."""
    with vault.reading() as view:
        return view.get(ASSESSMENTS, key)


def _as_read(value: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return the value as it will be read back, and nobody else's to change."""
    return cast("Mapping[str, Json]", parsed(canonical(value)))
