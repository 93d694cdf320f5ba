"""Companies with their duties, as the tests on duties ask for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.law.obligations import Duty, duties
from app.law.scope import assess
from tests.law.strategies import TODAY, read

MACHINES = {"annex": 2, "no": "5.4.1"}
MSP = {"annex": 1, "no": "6.1.10"}
MEASURES = [f"m{no:02}" for no in range(1, 11)]
ORDINARY = [
    *MEASURES,
    "documentation",
    "registration",
    "registration_change",
    "reporting",
    "management_oversight",
    "management_training",
]


def size(heads: float) -> dict[str, Any]:
    """Return figures below every ceiling but for the headcount."""
    return {"headcount_awu": heads, "turnover_eur": 8_000_000, "balance_sheet_eur": 6_000_000}


BUILDER = {"activities": [MACHINES], "own": size(60)}
DEMO = {"activities": [MACHINES, {**MSP, "doubtful": True}], "own": size(300)}


def of(facts: dict[str, Any], on: date = TODAY) -> tuple[Duty, ...]:
    """Return the duties of a company."""
    company = read(facts)
    return duties(company, assess(company), on)


def ids(facts: dict[str, Any], on: date = TODAY) -> list[str]:
    """Return the ids of the duties of a company."""
    return [duty.id for duty in of(facts, on)]


def one(facts: dict[str, Any], duty: str, on: date = TODAY) -> Duty:
    """Return one duty of a company."""
    return next(d for d in of(facts, on) if d.id == duty)
