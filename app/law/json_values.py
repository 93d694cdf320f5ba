"""Single JSON values, read strictly: the small words in which every format of this program is read.

Each reader takes the value and its path and either returns it in its Python form or raises `BadFacts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import MIN_EMIN, Context, Decimal

from app.core.text import Joined, Text

MAXIMUM = Decimal(10) ** 15
_PLACES = 30
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class BadFacts(Exception):
    """A value is not in the format. `path` names the place (`related[0].share`), `reason` what is allowed."""

    def __init__(self, path: str, reason: Text) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def obj(value: object, path: str, allowed: Iterable[str]) -> Mapping[str, object]:
    """Return an object whose keys are all among the allowed ones."""
    if not isinstance(value, Mapping):
        raise BadFacts(path, Text("Expected an object in braces."))
    allowed = list(allowed)
    for key in value:
        if key not in allowed:
            where = f"{path}.{key}" if path else str(key)
            raise BadFacts(where, Text("Unknown key. Allowed: {words}.", words=Joined(tuple(allowed), "or")))
    return value


def array(value: object, path: str) -> Sequence[object]:
    """Return a list."""
    if not isinstance(value, list | tuple):
        raise BadFacts(path, Text("Expected a list in brackets."))
    return value


def number(value: object, path: str, maximum: Decimal = MAXIMUM) -> Decimal | None:
    """Return a finite number from 0 to the maximum, exactly; `None` is unknown."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise BadFacts(path, Text("Expected a number, or null if it is unknown."))
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or not 0 <= exact <= maximum:
        raise BadFacts(path, Text("Expected a number from 0 to {maximum}.", maximum=f"{maximum:f}"))
    exact = exact.normalize(Context(prec=len(exact.as_tuple().digits), Emin=MIN_EMIN))
    if int(exact.as_tuple().exponent) < -_PLACES:
        raise BadFacts(path, Text("At most {places} decimal places are possible.", places=_PLACES))
    return exact


def flag(value: object, path: str) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise BadFacts(path, Text("Expected true or false."))
    return value


def flag_or_unknown(value: object, path: str) -> bool | None:
    """Return true, false or unknown."""
    if value is not None and not isinstance(value, bool):
        raise BadFacts(path, Text("Expected true, false or null."))
    return value


def text(value: object, path: str) -> str:
    """Return free text that can be written as UTF-8."""
    if not isinstance(value, str):
        raise BadFacts(path, Text("Expected text in quotation marks."))
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise BadFacts(path, Text("The text contains half a character (a lone surrogate)."))
    return value


def word(value: object, path: str, allowed: Sequence[str]) -> str:
    """Return one of the allowed words."""
    if not isinstance(value, str) or value not in allowed:
        words = Joined(tuple(str(item) for item in allowed), "or")
        raise BadFacts(path, Text("Unknown word. Allowed: {words}.", words=words))
    return value


def day(value: object, path: str) -> date:
    """Return a calendar day written `2026-11-22`."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise BadFacts(path, Text("Expected a date of the calendar, written 2026-11-22."))


def year(value: object, path: str) -> int:
    """Return a financial year."""
    if isinstance(value, bool) or not isinstance(value, int) or not date.min.year <= value <= date.max.year:
        raise BadFacts(path, Text("Expected a year, such as 2025."))
    return value
