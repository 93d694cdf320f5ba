"""Numbers that somebody types to find an entity type: of a row (`Anlage 2 Nr. 5.4.1`) or of an industry (`WZ 28.12`).

The rows of the law begin with one digit, the divisions of NACE Rev. 2 (WZ 2008) with two, so the two cannot be
confused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROW = re.compile(
    r"(?:(?:anlage|anl\.?|annex|a)\s*([12])\b\s*,?\s*)?(?:(?:nr|no|nummer|number)\b\.?\s*)?((?:\d(?:\.\d{1,2}){0,2}\.?)?)"
)
_INDUSTRY_WORDS = re.compile(
    r"\b(?:wz[- ]?2008|nace|wz|rev\.?\s*2(?!\d)|abteilung|abt|division|div"
    r"|gruppe|group|klasse|class|code|nummer|nr)\b\.?"
)
_INDUSTRY = re.compile(r"[a-u]?\s*(\d{2})\.?(\d{0,2})\.?(\d?)")


@dataclass(frozen=True, slots=True)
class RowNumber:
    """The number of a row, or its beginning; `annex` is `None` where it was not said."""

    annex: int | None
    no: str

    def fits(self, annex: int, no: str) -> bool:
        """Return whether a row has this number or lies below it."""
        below = not self.no or no == self.no or no.startswith(f"{self.no}.")
        return below and self.annex in (None, annex)


def row_number(query: str) -> RowNumber | None:
    """Return the number of a row that a query asks for, if it asks for one."""
    found = _ROW.fullmatch(query.strip().casefold())
    if found is None or not any(found.groups()):
        return None
    annex, no = found.groups()
    return RowNumber(int(annex) if annex else None, no.rstrip("."))


def industry_code(query: str) -> str | None:
    """Return the digits of an industry code that a query asks for, such as `2812`, if it asks for one."""
    found = _INDUSTRY.fullmatch(_INDUSTRY_WORDS.sub(" ", query.casefold()).strip())
    return "".join(found.groups()) if found else None


def nearness(code: str, wanted: str) -> int:
    """Return how well a stored code such as `28.1` meets the wanted digits: 0 is not at all."""
    digits = code.replace(".", "")
    if digits == wanted:
        return 10
    if wanted.startswith(digits):
        return 1 + len(digits)
    return 1 if digits.startswith(wanted) else 0
