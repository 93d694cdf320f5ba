"""The fine frames of one company: one row for each breach of a duty that binds it, with intent and negligence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.law.exposure import FineCase, Term, fine
from app.law.facts import Facts
from app.law.fine_frames import FRAMES
from app.law.fines_catalogue import Offence, offence
from app.law.headline import base_class, group_turnover, other_class
from app.law.obligations import Duty
from app.law.outcome import Assessment, Class

_NATURAL_PERSONS = frozenset({"e.K."})
_ORDER = tuple(FRAMES)


@dataclass(frozen=True, slots=True)
class FineRow:
    """One breach: its name, the frame for intent and for negligence, and the frame under the other class, if open."""

    offence: Offence
    intent: Term
    negligence: Term
    other: Decimal | None


def fine_rows(facts: Facts, assessment: Assessment, duties: Sequence[Duty]) -> tuple[FineRow, ...]:
    """Return a row for every breach that can be fined, the highest frames first, registration before orders."""
    code = _entity_class(base_class(assessment))
    other = other_class(assessment)
    broken = {duty.violation for duty in duties if duty.violation}
    if assessment.certain in (Class.BWE, Class.WE) and "61" not in assessment.not_applicable:
        broken.add("order_61")
    rows = []
    for violation in sorted(broken, key=_ORDER.index):
        intent = _term(facts, code, violation, "vorsatz")
        if FRAMES[violation].tier is None:
            continue
        under_other = _term(facts, other.value, violation, "vorsatz").amount_eur if other else None
        rows.append(FineRow(offence(violation), intent, _term(facts, code, violation, "fahrlaessig"), under_other))
    return tuple(rows)


def _entity_class(code: Class | None) -> str:
    if code is Class.SPECIAL:
        return "REGISTRAR"
    return code.value if code else Class.WE.value


def _term(facts: Facts, entity_class: str, violation: str, fault: str) -> Term:
    turnover, _assumed = group_turnover(facts)
    case = FineCase(
        entity_class=entity_class,
        violations=(violation,),
        group_worldwide_turnover_eur=Decimal(turnover.amount) if turnover else None,
        fault=fault,
        addressee="natural_person" if facts.legal_form in _NATURAL_PERSONS else "legal_person",
        special=facts.special,
    )
    return fine(case).terms[0]
