"""Schema 2: the history with its checkpoints, trial restores, checks of the recovery sheet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NEVER_CHANGED = ("history", "history_items", "checkpoints", "signers", "backup_proofs", "sheet_checks")


def upgrade() -> None:
    """Make the tables, and let the database refuse to change what is in them."""
    _history()
    _signatures()
    _safekeeping()
    for table in _NEVER_CHANGED:
        for deed in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{deed} BEFORE {deed.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed'); END"
            )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "history_items",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("record_table", sa.Text, nullable=False),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
    )
    op.create_index("history_items_by_record", "history_items", ["record_table", "record_id", "sequence"])


def _signatures() -> None:
    op.create_table(
        "checkpoints",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("signer", sa.Text, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "signers",
        sa.Column("fingerprint", sa.Text, primary_key=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("private_key", sa.LargeBinary),
        sa.Column("made_at", sa.Text, nullable=False),
    )


def _safekeeping() -> None:
    op.create_table(
        "backup_proofs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("held_at", sa.Text, nullable=False),
        sa.Column("backup_made_at", sa.Text, nullable=False),
        sa.Column("backup_bytes", sa.Integer, nullable=False),
        sa.Column("backup_sha256", sa.Text, nullable=False),
        sa.Column("opened_with", sa.Text, nullable=False),
        sa.Column("seconds", sa.Text, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("head", sa.Text, nullable=False),
        sa.Column("failure", sa.Text, nullable=False),
    )
    op.create_table(
        "sheet_checks",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("checked_at", sa.Text, nullable=False),
        sa.Column("made_on", sa.Date, nullable=False),
    )
