"""The list of tables that every register adds its own to."""

from __future__ import annotations

from sqlalchemy import MetaData

METADATA = MetaData()
