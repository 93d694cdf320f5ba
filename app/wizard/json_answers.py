"""Single answers, written as JSON values and read back strictly.

Decimals are written as text, so that no JSON reader rounds them; "I don't know" is `null`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.core.text import Text
from app.law.facts import Figures
from app.wizard.related import encoded
from app.wizard.values import MEASURES, Amounts, Enterprises, Related, Unknown, Value

T = TypeVar("T")

_DECIMAL = re.compile(r"\d{1,16}(\.\d{1,6})?", re.ASCII)
_RELATED = ("name", "control", "share", "exempt_investor", *MEASURES, "new_since_accounts", "via")


class BadAnswer(Exception):
    """A value is no answer to its question. `path` names the place, `reason` what is expected."""

    def __init__(self, path: str, reason: Text) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def encode(value: Value) -> object:
    """Return an answer as a JSON value."""
    match value:
        case Unknown():
            return None
        case Amounts(figures):
            return {key: None if figure is None else f"{figure:f}" for key, figure in figures}
        case Enterprises(rows):
            return [encoded(row) for row in rows]
        case tuple():
            return list(value)
        case bool() | str():
            return value
    return value.isoformat()


def words(value: object, path: str) -> Value:
    """Return an answer in words, or a choice."""
    return _text(value, path)


def flag(value: object, path: str) -> Value:
    """Return yes or no."""
    return _flag(value, path)


def several(value: object, path: str) -> Value:
    """Return a choice of several entries."""
    return tuple(_text(word, path) for word in _array(value, path))


def amounts(value: object, path: str) -> Value:
    """Return several figures by key."""
    given = _object(value, path)
    return Amounts(tuple((key, _optional(figure, f"{path}.{key}", _decimal)) for key, figure in given.items()))


def enterprises(value: object, path: str) -> Value:
    """Return the table of related enterprises."""
    return Enterprises(tuple(_related(row, f"{path}[{index}]") for index, row in enumerate(_array(value, path))))


def day(value: object, path: str) -> Value:
    """Return a date."""
    return calendar_day(value, path)


def calendar_day(value: object, path: str) -> date:
    """Return a day written `2026-11-22`, and in no other way."""
    text = _text(value, path)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise BadAnswer(path, Text("Expected a date of the calendar, written 2026-11-22.")) from None
    if found.isoformat() != text:
        raise BadAnswer(path, Text("Expected a date of the calendar, written 2026-11-22."))
    return found


def keys(value: object, path: str, allowed: Iterable[str]) -> Mapping[str, object]:
    """Return an object that has exactly the allowed keys."""
    given = _object(value, path)
    if set(given) != set(allowed):
        raise BadAnswer(path, Text("Not the keys that this program writes."))
    return given


def _related(value: object, path: str) -> Related:
    given = keys(value, path, _RELATED)
    figures = (_optional(given[name], f"{path}.{name}", _decimal) for name in MEASURES)
    return Related(
        name=_text(given["name"], f"{path}.name"),
        control=_optional(given["control"], f"{path}.control", _flag),
        share=_optional(given["share"], f"{path}.share", _decimal),
        exempt_investor=_flag(given["exempt_investor"], f"{path}.exempt_investor"),
        figures=Figures(*figures),
        new_since_accounts=_flag(given["new_since_accounts"], f"{path}.new_since_accounts"),
        via=_text(given["via"], f"{path}.via"),
    )


def _optional(value: object, path: str, reader: Callable[[object, str], T]) -> T | None:
    return None if value is None else reader(value, path)


def _decimal(value: object, path: str) -> Decimal:
    text = _text(value, path)
    if not _DECIMAL.fullmatch(text):
        raise BadAnswer(path, Text("Expected a number in quotation marks."))
    return Decimal(text)


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise BadAnswer(path, Text("Expected text in quotation marks."))
    return value


def _flag(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise BadAnswer(path, Text("Expected true or false."))
    return value


def _array(value: object, path: str) -> list[object]:
    if not isinstance(value, list):
        raise BadAnswer(path, Text("Expected a list in brackets."))
    return value


def _object(value: object, path: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise BadAnswer(path, Text("Expected an object in braces."))
    return value
