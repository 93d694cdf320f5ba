"""The exposure page as values: fine frames with their arithmetic, personal liability, and what is not threatened.

A frame is the most the law allows, never a forecast. Amounts are those of the class that is certain; what an open
question would make of them stands beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.core.text import Bilingual, Citation, Money, Percent, Sayable, Text
from app.law.exposure import TURNOVER_CONDITION, Term
from app.law.fine_rows import FineRow, fine_rows
from app.law.fine_wording import arithmetic
from app.law.fines_catalogue import not_threatened
from app.law.headline import group_turnover
from app.law.liability import LiabilityNote, LiabilityRule, liability_note, rule
from app.law.outcome import Class
from app.law.wording import class_in_sentence
from app.shell.models.standing import Standing


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of breach: what it is, where the law says so, and up to how much, with the arithmetic."""

    violation: str
    name: Bilingual
    duty: Citation
    offence: Citation
    intent: Sayable
    intent_how: Sayable
    negligent: Sayable
    negligent_how: Sayable


@dataclass(frozen=True, slots=True)
class Percentage:
    """Why a percentage of the turnover does or does not decide."""

    title: Text
    text: Text
    comparison: Text | None
    verdict: Text


@dataclass(frozen=True, slots=True)
class ExposureModel:
    """Everything the exposure page shows; no frames where nothing is threatened."""

    frames: tuple[Frame, ...]
    highest: Sayable | None
    registration: Frame | None
    registration_overdue: bool
    other_class: Text | None
    percentage: Percentage | None
    liability: LiabilityRule
    legal_form: str
    insurance: LiabilityNote
    absent: tuple[Bilingual, ...]


def exposure_model(now: Standing) -> ExposureModel:
    """Return the exposure page for a company as it stands."""
    rows = fine_rows(now.facts, now.assessment, now.duties)
    frames = tuple(map(_frame, rows))
    return ExposureModel(
        frames=frames,
        highest=_highest(rows),
        registration=next((frame for frame in frames if frame.violation == "registration"), None),
        registration_overdue=any(duty.id == "registration" and duty.overdue_since for duty in now.duties),
        other_class=_other_class(now, rows),
        percentage=_percentage(now) if frames and now.in_scope else None,
        liability=rule(now.facts.legal_form),
        legal_form=now.facts.legal_form,
        insurance=liability_note("d_and_o"),
        absent=tuple(one.short for one in not_threatened(now.base if now.in_scope and now.other is None else None)),
    )


def _frame(row: FineRow) -> Frame:
    return Frame(
        violation=row.offence.id,
        name=row.offence.short,
        duty=row.offence.duty,
        offence=row.offence.citation,
        intent=_amount(row.intent),
        intent_how=arithmetic(row.intent),
        negligent=_amount(row.negligence),
        negligent_how=Text("negligent: {how}", how=arithmetic(row.negligence)),
    )


def _amount(term: Term) -> Sayable:
    """Return the frame; while the turnover is unknown, what it is at least."""
    if term.amount_eur is None:
        return Text("{amount} or more", amount=Money(term.cap_eur))
    return Money(term.amount_eur)


def _highest(rows: Sequence[FineRow]) -> Sayable | None:
    if not rows:
        return None
    return _amount(max((row.intent for row in rows), key=lambda term: term.amount_eur or Decimal(term.cap_eur)))


def _other_class(now: Standing, rows: Sequence[FineRow]) -> Text | None:
    amounts = [row.other for row in rows if row.other is not None]
    if now.other is None or not amounts:
        return None
    other = class_in_sentence(now.other)
    return Text("as {other}: up to {amount}", other=other, amount=Money(max(amounts)))


def _percentage(now: Standing) -> Percentage:
    turnover, assumed = group_turnover(now.facts)
    share = Percent(Decimal("0.02") if now.base is Class.BWE else Decimal("0.014"))
    limit = Money(TURNOVER_CONDITION, short=True)
    rule_text = Text("The percentage applies only above {limit} total worldwide turnover of the group.", limit=limit)
    if turnover is None:
        title = Text("Does {share} of the turnover apply?", share=share)
        return Percentage(title, rule_text, None, Text("depends on the group turnover"))
    said = Money(turnover.amount, short=True)
    above = turnover.amount > TURNOVER_CONDITION
    text = rule_text
    if assumed:
        text = Text("{rule} Assumed is your own turnover plus that of linked enterprises.", rule=rule_text)
    if above:
        title = Text("Why {share} of the turnover?", share=share)
        shown = Text("{turnover} > {limit}", turnover=said, limit=limit)
        return Percentage(title, text, shown, Text("applies to you"))
    title = Text("Why not {share} of the turnover?", share=share)
    shown = Text("{turnover} ≤ {limit}", turnover=said, limit=limit)
    return Percentage(title, text, shown, Text("does not apply to you"))
