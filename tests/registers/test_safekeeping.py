"""What the proofs and checks on record say about today."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from app.registers.safekeeping.record import BackupProof, SheetCheck, is_sheet_due, last_check, last_success

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MADE = date(2026, 11, 1)


def a_proof(days_ago: int, failure: str = "") -> BackupProof:
    return BackupProof(
        id=str(days_ago), held_at=NOON - timedelta(days=days_ago), backup_made_at=NOON, backup_bytes=1,
        backup_sha256="", opened_with="passphrase", seconds=Decimal(1), records=1, entries=1, head="", failure=failure,
    )  # fmt: skip


def a_check(days_ago: int, made_on: date = MADE) -> SheetCheck:
    return SheetCheck(id=str(days_ago), checked_at=NOON - timedelta(days=days_ago), made_on=made_on)


def test_only_a_proof_that_found_everything_equal_is_a_success() -> None:
    assert last_success([]) is None
    assert last_success([a_proof(1, "damaged")]) is None
    assert last_success([a_proof(9), a_proof(3), a_proof(1, "history")]) == a_proof(3)


def test_a_check_counts_for_the_sheet_that_was_checked() -> None:
    assert last_check([a_check(1, date(2025, 1, 1))], MADE) is None
    assert last_check([a_check(9), a_check(3)], MADE) == a_check(3)


def test_a_sheet_is_due_when_there_is_none_when_nobody_checked_it_and_after_a_year() -> None:
    today = NOON.date()
    assert is_sheet_due([], None, today)
    assert is_sheet_due([], MADE, today)
    assert is_sheet_due([a_check(365)], MADE, today)
    assert not is_sheet_due([a_check(364)], MADE, today)
