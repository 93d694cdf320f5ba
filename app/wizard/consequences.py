"""What would follow from the class so far: how many duties, up to which fine, since when registered or overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.text import Money, Text
from app.law.deadlines import months_after
from app.law.exposure import FineCase, fine
from app.law.facts import Facts
from app.law.headline import base_class, group_turnover, other_class
from app.law.outcome import Assessment, Class

REGISTRATION_MONTHS = 3
"""§ 33 Abs. 1 BSIG."""


@dataclass(frozen=True, slots=True)
class FineFrame:
    """The highest fine for missing measures in one class, `at_least` while the group's turnover is unknown."""

    of_class: Class
    amount_eur: Decimal
    at_least: bool

    @property
    def said(self) -> Money | Text:
        """Return the amount as it is shown."""
        amount = Money(self.amount_eur)
        return Text("{amount}, possibly more", amount=amount) if self.at_least else amount


@dataclass(frozen=True, slots=True)
class Consequences:
    """What the class so far would mean; `other` is the frame if an open question is answered the other way."""

    of_class: Class
    fine: FineFrame | None
    other: FineFrame | None
    registration_due: date
    overdue: bool


def consequences(company: Facts, found: Assessment, today: date) -> Consequences | None:
    """Return what follows, `None` where nothing does."""
    base = base_class(found)
    if base not in (Class.BWE, Class.WE):
        return None
    other = other_class(found)
    due = months_after(company.in_scope_since, REGISTRATION_MONTHS)
    return Consequences(
        of_class=base,
        fine=fine_frame(company, base),
        other=fine_frame(company, other) if other else None,
        registration_due=due,
        overdue=today > due,
    )


def fine_frame(company: Facts, of_class: Class) -> FineFrame | None:
    """Return the frame for missing risk-management measures (§ 65 Abs. 2 Nr. 2 BSIG), `None` if none is threatened."""
    turnover, _ = group_turnover(company)
    case = FineCase(
        entity_class=of_class.value,
        violations=("measures",),
        group_worldwide_turnover_eur=None if turnover is None else Decimal(turnover.amount),
        fault="vorsatz",
        addressee="natural_person" if company.legal_form == "e.K." else "legal_person",
        special=company.special,
    )
    answer = fine(case)
    if answer.max_fine_eur is None:
        return FineFrame(of_class, Decimal(answer.terms[0].cap_eur), at_least=True)
    return FineFrame(of_class, answer.max_fine_eur, at_least=False) if answer.max_fine_eur else None
