"""What can be done with proofs and checks: put one on record, look them up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.registers.safekeeping.record import BackupProof, SheetCheck
from app.registers.safekeeping.table import BACKUP_PROOFS, SHEET_CHECKS
from database.repository import new_id
from database.vault import Vault


def record_proof(vault: Vault, proof: BackupProof) -> BackupProof:
    """Put a trial restore on record, under a new id."""
    kept = replace(proof, id=new_id())
    with vault.change("backup.proven") as tx:
        tx.add(BACKUP_PROOFS, kept)
    return kept


def record_sheet_check(vault: Vault, *, made_on: date, now: datetime) -> SheetCheck:
    """Put on record that somebody had the recovery sheet in their hands."""
    check = SheetCheck(id=new_id(), checked_at=now, made_on=made_on)
    with vault.change("recovery_sheet.checked") as tx:
        tx.add(SHEET_CHECKS, check)
    return check


def proofs(vault: Vault) -> tuple[BackupProof, ...]:
    """Return all trial restores, the latest first."""
    with vault.reading() as view:
        return view.all(BACKUP_PROOFS, newest="held_at")


def sheet_checks(vault: Vault) -> tuple[SheetCheck, ...]:
    """Return all checks of a recovery sheet, the latest first."""
    with vault.reading() as view:
        return view.all(SHEET_CHECKS, newest="checked_at")
