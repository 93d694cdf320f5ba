"""The conversion of heads into full-time positions (annual work units), line by line as in a personnel list.

Recommendation 2003/361/EC, Annex Art. 5: whoever worked the whole year full-time is one unit; part-time and
seasonal work count as fractions. Owners who work in the company count; apprentices and people on maternity or
parental leave do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.core.text import Text

FULL = Decimal(1)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Group:
    """One line of the conversion: a kind of employment, and how much of a full-time year it usually is."""

    id: str
    label: Text
    usual_share: Decimal


GROUPS = (
    Group("full_time", Text("Full-time"), FULL),
    Group("part_time", Text("Part-time"), HALF),
    Group("temporary", Text("Temporary and seasonal workers"), HALF),
    Group("owners", Text("Owners who work in the company"), FULL),
)
NOT_COUNTED = Text("Apprentices and people on maternity or parental leave do not count.")


@dataclass(frozen=True, slots=True)
class Line:
    """So many heads who work, on average, this share of a full-time year."""

    heads: Decimal
    share: Decimal


def positions(line: Line) -> Decimal:
    """Return the full-time positions of one line, exactly."""
    return line.heads * line.share


def total(lines: Iterable[Line]) -> Decimal:
    """Return the full-time positions of all lines."""
    return sum(map(positions, lines), Decimal(0))
