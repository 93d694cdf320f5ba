"""What a recorded assessment says beyond the facts: the answers behind it, their reasons, what was still possible."""

from __future__ import annotations

from collections.abc import Mapping

from app.law.outcome import Class
from app.registers.assessments.record import AssessmentRecord
from app.wizard.answers import Answers
from app.wizard.flow import counted
from app.wizard.stored import from_json


def answers_of(record: AssessmentRecord) -> Answers:
    """Return the answers behind a record: they say what the facts have no word for, such as reasons."""
    answers = record.result.get("answers")
    return from_json(answers) if isinstance(answers, Mapping) else Answers(begun=record.as_of)


def reasons_in(answers: Answers) -> tuple[str, ...]:
    """Return the reasons for leaving out negligible activities, in the order of the activities."""
    known = counted(answers)
    return tuple(known.word(f"row/{row}/reasons") for row in known.several("rows") if _is_claimed(known, row))


def possible_of(record: AssessmentRecord) -> tuple[Class, ...]:
    """Return the classes that were possible when the assessment was recorded."""
    codes = record.result.get("possible")
    return tuple(Class(str(code)) for code in codes) if isinstance(codes, list | tuple) else ()


def _is_claimed(known: Answers, row: str) -> bool:
    return known.word(f"row/{row}/role") in ("negligible", "doubtful_negligible")
