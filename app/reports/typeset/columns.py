"""How wide the columns of a table are: as wide as their share, but never narrower than their longest word.

A German header must not be broken in the middle. Where shares and words disagree, columns with room to spare give it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.reports.document import Column, Kind
from app.reports.typeset.stationery import AMOUNT_TO_WORDS, CELL_RIGHT

_WIDEST_WORD = 0.3


def paddings(columns: Sequence[Column]) -> list[float]:
    """Return the space right of each column; an amount before words gets more, the last amount ends at the edge."""
    found = [
        AMOUNT_TO_WORDS if column.kind is Kind.AMOUNT and following.kind is not Kind.AMOUNT else CELL_RIGHT
        for column, following in pairwise(columns)
    ]
    return [*found, 0.0]


def widths(columns: Sequence[Column], needs: Sequence[float], total: float) -> list[float]:
    """Return the columns' widths including their padding; together they are the total."""
    shares = sum(column.share for column in columns)
    wished = [column.share / shares * total for column in columns]
    least = [min(need, total * _WIDEST_WORD) for need in needs]
    if sum(least) >= total:
        return [need / sum(least) * total for need in least]
    return _balanced(wished, least, total)


def _balanced(wished: list[float], least: list[float], total: float) -> list[float]:
    """Widen what is too narrow and take the same amount from the others, in proportion to what they can spare."""
    raised = [max(wish, need) for wish, need in zip(wished, least, strict=True)]
    excess = sum(raised) - total
    spare = [width - need for width, need in zip(raised, least, strict=True)]
    if excess <= 0 or not sum(spare):
        return raised
    return [width - excess * room / sum(spare) for width, room in zip(raised, spare, strict=True)]
