"""The company: who the vault is about.

Only what every paper needs is kept here. What decides the law (staff, turnover, activities) is never copied into the
profile: it stands in the facts of each assessment, true for its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The one company of a vault."""

    id: str
    name: str
    legal_form: str
    created_at: datetime
