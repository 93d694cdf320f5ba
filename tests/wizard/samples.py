"""Answers to look at: the machine builder of the demo, and what else makes a question appear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.law.facts import Figures
from app.wizard.answers import Answers, Task, answer, assign
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related, Value

TODAY = date(2026, 11, 22)


def years(newest: int, before: int | None) -> Amounts:
    """Return the figures of the last two years."""
    return Amounts((("2025", Decimal(newest)), ("2024", None if before is None else Decimal(before))))


MACHINE_BUILDER: dict[str, Value] = {
    "company": "Muster Maschinenbau GmbH",
    "legal_form": "GmbH",
    "public_body": "no",
    "seat": "germany",
    "rows": ("2/5.4.1", "1/6.1.10"),
    "row/2/5.4.1/role": "business",
    "row/1/6.1.10/role": "doubtful",
    "without_size": (),
    "accounts": "2025",
    "headcount": years(300, 290),
    "turnover": years(80_000_000, 78_000_000),
    "balance": years(60_000_000, 59_000_000),
    "related": False,
    "kritis": UNKNOWN,
    "carve_outs": (),
    "since_start": True,
}

SISTER = Related(
    name="Muster Holding GmbH <b>& Töchter</b>",
    control=True,
    figures=Figures(Decimal(4), Decimal(12_500_000), Decimal(30_000_000)),
)
PARTNER = Related(name="Werkzeug AG", control=False, share=Decimal("0.3"), figures=Figures(Decimal(80)), via="Holding")

GROUP: dict[str, Value] = {
    **MACHINE_BUILDER,
    "legal_form": "other",
    "legal_form_other": "S.à r.l.",
    "seat": "led_from_eu",
    "eu_country": "LU",
    "rows": ("2/5.4.1", "1/6.1.4", "2/2.1.1"),
    "row/1/6.1.4/role": "negligible",
    "row/1/6.1.4/reasons": "Zwei Kunden, 0,4 % vom Umsatz.",
    "row/2/2.1.1/role": "business",
    "row/2/2.1.1/main": False,
    "headcount": years(40, 60),
    "turnover": years(11_800_000, None),
    "balance": years(8_400_000, 8_000_000),
    "related": True,
    "related_list": Enterprises((SISTER, PARTNER)),
    "it_independent": False,
    "older_year": Amounts(
        (("headcount_awu", Decimal(55)), ("turnover_eur", None), ("balance_sheet_eur", Decimal(9_000_000)))
    ),
    "since_start": False,
    "since": date(2026, 5, 1),
    "group_turnover": UNKNOWN,
}


def answered(values: dict[str, Value], until: str | None = None) -> Answers:
    """Return the answers, or only those before a question."""
    answers = Answers(TODAY)
    for question, value in values.items():
        if question == until:
            break
        answers = answer(answers, question, value)
    return assign(answers, "kritis", Task("A. Weber", date(2026, 12, 4))) if "kritis" in answers.values else answers
