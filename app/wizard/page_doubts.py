"""What is odd about a figure while it is being typed: `13,2` in a field for euros is hardly a turnover of 13.20 euros.

A doubt stands below the field in place of the tick. It asks and never forbids; `page_plausible` looks at the answers
as a whole once more at the end.
"""

from __future__ import annotations

from decimal import Decimal

from app.core.text import Money, Text
from app.wizard.answers import Answers

LEAST, LEAST_PER_HEAD, MOST_PER_HEAD = Decimal(10_000), Decimal(1_000), Decimal(5_000_000)
MOST_PEOPLE = Decimal(100_000)
_SCALES = (Decimal(1_000_000), Decimal(1_000))
_TYPED_IN_MILLIONS = Decimal(1_000)

HEADCOUNT, TURNOVER = "headcount_awu", "turnover_eur"
_MEASURES = {"headcount": HEADCOUNT, "turnover": TURNOVER, "balance": "balance_sheet_eur", "group_turnover": TURNOVER}


def measure_of(question: str, key: str) -> str:
    """Return what a field measures; the fields of some questions are named after that, of others after a year."""
    return _MEASURES.get(question, key)


def people_of(known: Answers, question: str, key: str) -> Decimal | None:
    """Return how many people a figure of this question belongs to, as far as that is answered."""
    figures = known.amounts("headcount") if question in {"turnover", "balance"} else None
    return figures.get(key) if figures else None


def doubt(measure: str, figure: Decimal, people: Decimal | None) -> Text | None:
    """Return what is odd about a figure, `None` if nothing is. `people` is the staff it belongs to, if known."""
    if measure == HEADCOUNT:
        return Text("{n}? Hardly any company has so many people.", n=figure) if figure > MOST_PEOPLE else None
    staff = people if people is not None and people >= 1 else None
    if figure and (figure < LEAST or (staff and figure < LEAST_PER_HEAD * staff)):
        return _too_little(figure, staff)
    if measure == TURNOVER and staff and figure > MOST_PER_HEAD * staff:
        return Text("Is that right? It comes to {amount} for each employee.", amount=Money(round(figure / staff)))
    return None


def _too_little(figure: Decimal, staff: Decimal | None) -> Text:
    meant = _meant(figure, staff)
    if meant is None:
        return Text("Only {amount}? Is that right?", amount=Money(figure))
    return Text("Only {amount}? Did you mean {likely}?", amount=Money(figure), likely=Money(meant, short=True))


def _meant(figure: Decimal, staff: Decimal | None) -> Decimal | None:
    """Return the figure if it was typed in millions or in thousands, whichever fits the company."""
    least, most = (LEAST, None) if staff is None else (LEAST_PER_HEAD * staff, MOST_PER_HEAD * staff)
    scales = _SCALES if figure < _TYPED_IN_MILLIONS else _SCALES[1:]
    likely = (figure * scale for scale in scales)
    return next((meant for meant in likely if max(least, LEAST) <= meant and (most is None or meant <= most)), None)
