"""Related enterprises: from simple questions to the relation that the Recommendation knows.

Nobody fills in "linked" or "partner". People know who has the votes, how high the share is, and whether an
investor stands behind it; Art. 3 of the Annex to Recommendation 2003/361/EC makes the rest of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.core.text import Text
from app.law.facts import Relation
from app.wizard.numbers import fault as number_fault
from app.wizard.values import MEASURES, Enterprises, Related

PARTNER_FROM = Decimal("0.25")
"""Share of capital or votes from which another enterprise is a partner (Annex Art. 3(2))."""

MOST_ROWS = 500


def relation(row: Related) -> Relation | None:
    """Return the relation in law, or `None` while what decides it is unknown."""
    if row.control is True:
        return Relation.LINKED
    if row.control is None or row.share is None:
        return None
    if row.share < PARTNER_FROM:
        return Relation.MINORITY
    return Relation.EXEMPT_INVESTOR if row.exempt_investor else Relation.PARTNER


def relation_said(row: Related) -> Text:
    """Return what follows from the answers of one row, to be shown beside it."""
    match relation(row):
        case Relation.LINKED:
            return Text("linked: counts in full")
        case Relation.PARTNER:
            return Text("partner: counts in proportion to the share")
        case Relation.EXEMPT_INVESTOR:
            return Text("exempt investor: does not count")
        case Relation.MINORITY:
            return Text("below 25 per cent: does not count")
    return Text("still open: the votes or the share are not known")


def is_open(row: Related) -> bool:
    """Tell whether something about this row is unknown that could count."""
    known = relation(row)
    if known in (Relation.MINORITY, Relation.EXEMPT_INVESTOR):
        return False
    return known is None or any(getattr(row.figures, name) is None for name in MEASURES)


def rows_fault(table: Enterprises) -> Text | None:
    """Return what is wrong with the table, naming the row."""
    if not table.rows:
        return Text("Enter at least one enterprise, or go back and choose “no”.")
    if len(table.rows) > MOST_ROWS:
        return Text("At most {n} enterprises are possible.", n=MOST_ROWS)
    faults = ((number, row_fault(row)) for number, row in enumerate(table.rows, start=1))
    return next((Text("Row {number}: {fault}", number=number, fault=fault) for number, fault in faults if fault), None)


def row_fault(row: Related) -> Text | None:
    """Return what is wrong with one row; unknown figures are allowed."""
    if not row.name.strip():
        return Text("The name is missing.")
    if row.share is not None and not (row.share.is_finite() and 0 <= row.share <= 1):
        return Text("A share is at most 100 per cent.")
    figures = [getattr(row.figures, name) for name in MEASURES]
    values = [*figures, row.share]
    return next((fault for value in values if value is not None and (fault := number_fault(value))), None)


def encoded(row: Related) -> Mapping[str, object]:
    """Return one row as JSON values; decimals as text, so that no reader rounds them."""
    figures = {name: _text(getattr(row.figures, name)) for name in MEASURES}
    return {
        "name": row.name,
        "control": row.control,
        "share": _text(row.share),
        "exempt_investor": row.exempt_investor,
        **figures,
        "new_since_accounts": row.new_since_accounts,
        "via": row.via,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
