"""All tables of all registers, and the number of their version.

The one place that knows every register's table, so that a vault can be asked to hold them. The imports wait until a
vault is opened: the first window is on the screen before SQLAlchemy is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from database.schema import Schema

if TYPE_CHECKING:
    from sqlalchemy import MetaData

VERSION = 2
MIGRATIONS = Path(__file__).with_name("migrations")


def _tables() -> MetaData:
    from app.registers.assessments import table as assessments  # noqa: PLC0415 - see the module's second sentence
    from app.registers.company import table as company  # noqa: PLC0415 - see the module's second sentence
    from app.registers.metadata import METADATA  # noqa: PLC0415 - see the module's second sentence
    from app.registers.safekeeping import table as safekeeping  # noqa: PLC0415 - see the module's second sentence

    kept = (
        company.COMPANIES, assessments.DRAFTS, assessments.ASSESSMENTS,
        safekeeping.BACKUP_PROOFS, safekeeping.SHEET_CHECKS,
    )  # fmt: skip
    assert {one.table.name for one in kept} == set(METADATA.tables)  # noqa: S101 - a register nobody listed
    return METADATA


SCHEMA = Schema(version=VERSION, tables=_tables, migrations=MIGRATIONS)
