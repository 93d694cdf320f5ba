"""Where proofs and checks are kept. The database itself refuses to change one."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table, Text

from app.registers.metadata import METADATA
from app.registers.safekeeping.record import BackupProof, SheetCheck
from database.repository import Kept
from database.tables import Exact, Moment, unchangeable

BACKUP_PROOFS = Kept(
    BackupProof,
    unchangeable(
        Table(
            "backup_proofs",
            METADATA,
            Column("id", Text, primary_key=True),
            Column("held_at", Moment, nullable=False),
            Column("backup_made_at", Moment, nullable=False),
            Column("backup_bytes", Integer, nullable=False),
            Column("backup_sha256", Text, nullable=False),
            Column("opened_with", Text, nullable=False),
            Column("seconds", Exact, nullable=False),
            Column("records", Integer, nullable=False),
            Column("entries", Integer, nullable=False),
            Column("head", Text, nullable=False),
            Column("failure", Text, nullable=False),
        )
    ),
)

SHEET_CHECKS = Kept(
    SheetCheck,
    unchangeable(
        Table(
            "sheet_checks",
            METADATA,
            Column("id", Text, primary_key=True),
            Column("checked_at", Moment, nullable=False),
            Column("made_on", Date, nullable=False),
        )
    ),
)
