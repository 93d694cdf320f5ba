"""Where drafts and assessments are kept. The database itself refuses to change an assessment."""

from __future__ import annotations

from sqlalchemy import Column, Date, Table, Text

from app.core.canonical import canonical, parsed
from app.registers.assessments.record import AssessmentRecord, Draft
from app.registers.metadata import METADATA
from database.repository import Kept
from database.tables import Moment, Written, unchangeable

DRAFTS = Kept(
    Draft,
    Table(
        "drafts",
        METADATA,
        Column("id", Text, primary_key=True),
        Column("title", Text, nullable=False),
        Column("answers", Written(canonical, parsed), nullable=False),
        Column("saved_at", Moment, nullable=False),
    ),
)

ASSESSMENTS = Kept(
    AssessmentRecord,
    unchangeable(
        Table(
            "assessments",
            METADATA,
            Column("id", Text, primary_key=True),
            Column("title", Text, nullable=False),
            Column("recorded_at", Moment, nullable=False),
            Column("as_of", Date, nullable=False),
            Column("law_version", Text, nullable=False),
            Column("facts", Written(canonical, parsed), nullable=False),
            Column("result", Written(canonical, parsed), nullable=False),
            Column("sha256", Text, nullable=False),
        )
    ),
)
