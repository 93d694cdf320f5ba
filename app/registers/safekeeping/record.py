"""What proves that the vault itself is safe: backups that were restored on trial, and checks of the recovery sheet.

Both are facts about a day and are never edited. Whether the next check is due is not stored: it follows from the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal, get_args

OpenedWith = Literal["passphrase", "recovery"]
"""What the backup was opened with: a proof with the recovery key proves the sheet as well."""

OPENED_WITH: tuple[str, ...] = get_args(OpenedWith)
SHEET_INTERVAL = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupProof:
    """One backup that was restored into a temporary vault, checked and compared. `failure` is empty if all agreed."""

    id: str
    held_at: datetime
    backup_made_at: datetime
    backup_bytes: int
    backup_sha256: str
    opened_with: str
    seconds: Decimal
    records: int
    entries: int
    head: str
    failure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCheck:
    """Somebody had the recovery sheet in their hands and typed part of it, or all of it. `made_on` names the sheet."""

    id: str
    checked_at: datetime
    made_on: date


def last_success(proofs: Iterable[BackupProof]) -> BackupProof | None:
    """Return the latest proof that found everything equal."""
    return max((proof for proof in proofs if not proof.failure), key=lambda proof: proof.held_at, default=None)


def last_check(checks: Iterable[SheetCheck], made_on: date) -> SheetCheck | None:
    """Return when this sheet was last in somebody's hands."""
    return max((one for one in checks if one.made_on == made_on), key=lambda one: one.checked_at, default=None)


def is_sheet_due(checks: Iterable[SheetCheck], made_on: date | None, today: date) -> bool:
    """Tell whether the recovery sheet is missing, was never checked, or was last checked a year ago."""
    last = last_check(checks, made_on) if made_on else None
    return last is None or today - last.checked_at.date() >= SHEET_INTERVAL
