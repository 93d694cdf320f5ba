"""Schema 1: the company, the drafts, the assessments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables, as the first program made them."""
    op.create_table(
        "companies",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("legal_form", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
    )
    _assessments()


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("law_version", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
    )
    for deed in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER assessments_refuses_{deed} BEFORE {deed.upper()} ON assessments "
            "BEGIN SELECT RAISE(ABORT, 'a row of assessments is never changed'); END"
        )
