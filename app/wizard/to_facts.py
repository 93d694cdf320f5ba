"""The stored facts of a company: its answers in the words of facts-format.md."""

from __future__ import annotations

from datetime import date

from app.law.facts import Facts
from app.law.reading import read_facts
from app.wizard.answers import Answers
from app.wizard.conversion import Json, converted
from app.wizard.flow import counted


def facts_json(answers: Answers) -> Json:
    """Return the facts as JSON values; what is unknown or not answered yet is null or absent."""
    return converted(counted(answers))


def facts(answers: Answers, today: date) -> Facts:
    """Return the facts themselves, as of today."""
    return read_facts(facts_json(answers), today)
