"""Companies for tests, each said in as few answers as it takes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.wizard.answers import Answers, answer
from app.wizard.values import UNKNOWN, Amounts, Value
from tests.wizard.walks import TODAY

ROLE = "row/2/5.4.1/role"

BEFORE_SIZE: dict[str, Value] = {
    "company": "Muster Maschinenbau GmbH",
    "legal_form": "GmbH",
    "public_body": "no",
    "seat": "germany",
    "rows": ("2/5.4.1",),
    ROLE: "business",
    "without_size": (),
}


def by_year(newest: str | None, before: str | None = None) -> Amounts:
    """Return figures of 2025 and 2024."""
    years = (("2025", newest), ("2024", before))
    return Amounts(tuple((year, None if text is None else Decimal(text)) for year, text in years))


SIZE: dict[str, Value] = {
    "accounts": "2025",
    "headcount": by_year("60", "57"),
    "turnover": by_year("11800000", "11000000"),
    "balance": by_year("8400000", "8000000"),
}

AFTER_SIZE: dict[str, Value] = {"related": False, "kritis": False, "since_start": True}

BUILDER: dict[str, Value] = {**BEFORE_SIZE, **SIZE, **AFTER_SIZE}
"""A machine builder with 60 people, all questions answered."""


def answers(given: Mapping[str, Value] = BUILDER, /, **other: Value) -> Answers:
    """Return these answers; `other` replaces single ones."""
    found = Answers(TODAY)
    for question, value in {**given, **other}.items():
        found = answer(found, question, value)
    return found


def unknown(*questions: str) -> dict[str, Value]:
    """Return "I don't know" to each of the questions."""
    return dict.fromkeys(questions, UNKNOWN)
