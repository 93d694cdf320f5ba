"""Where the company is kept."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from app.registers.company.record import Company
from app.registers.metadata import METADATA
from database.repository import Kept
from database.tables import Moment

COMPANIES = Kept(
    Company,
    Table(
        "companies",
        METADATA,
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("legal_form", Text, nullable=False),
        Column("created_at", Moment, nullable=False),
    ),
)
