"""The answers as JSON values, every key always present, and JSON text read and written without losing a digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import MIN_EMIN, Context, Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING

import simplejson

from app.core.text import Text
from app.law.exposure import Fine
from app.law.json_values import BadFacts
from app.law.outcome import Assessment

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LONGEST_INTEGER = 4000
_TINY = Decimal(f"1E{MIN_EMIN}")


def json_value(value: object) -> object:
    """Return a value in the words of JSON: records as objects, whole decimals as integers, dates as ISO text."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return _shortest(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if isinstance(value, Mapping):
        return {name: json_value(entry) for name, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [json_value(entry) for entry in value]
    return value


def _shortest(value: Decimal) -> int | Decimal:
    """Return a number without a fraction as an integer, any other without the zeros at its end, every digit kept."""
    if value == value.to_integral_value():
        return int(value)
    return value.normalize(Context(prec=len(value.as_tuple().digits)))


def assessment_json(assessment: Assessment) -> dict[str, object]:
    """Return the answer of `assess`; the numbers of a step are an object."""
    answer = _record(assessment)
    answer["steps"] = [
        {"text": step.text, "numbers": json_value(dict(step.numbers)), "citation": step.citation}
        for step in assessment.steps
    ]
    return answer


def fine_json(answer: Fine) -> dict[str, object]:
    """Return the answer of `fine`; the numbers of a term are an object."""
    terms = [{**_record(term), "numbers": json_value(dict(term.numbers))} for term in answer.terms]
    return {"max_fine_eur": json_value(answer.max_fine_eur), "terms": terms, "notes": list(answer.notes)}


def _record(value: DataclassInstance) -> dict[str, object]:
    return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}


def dumps(value: object) -> str:
    """Return JSON text, indented, with every decimal digit."""
    return simplejson.dumps(value, indent=1, ensure_ascii=False, use_decimal=True)


def loads(text: bytes) -> object:
    """Return the value of UTF-8 JSON text.

    NaN and the infinities come back as decimals, so that whoever reads the value can name its place. Raises BadFacts
    for anything else that is not JSON, not UTF-8, has a key twice, or is nested without end.
    """
    try:
        return simplejson.loads(
            text.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=Decimal,
            object_pairs_hook=_once,
        )
    except UnicodeDecodeError as error:
        raise BadFacts("", Text("The file is not UTF-8 text (byte {place}).", place=error.start)) from error
    except simplejson.JSONDecodeError as error:
        raise BadFacts(
            "", Text("This is not JSON: line {line}, column {column}.", line=error.lineno, column=error.colno)
        ) from error
    except RecursionError as error:
        raise BadFacts("", Text("The JSON is nested too deeply.")) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise BadFacts(name, Text("This key stands twice."))
        found[name] = value
    return found


def _integer(digits: str) -> int | Decimal:
    """Return a whole number; past what Python reads as an integer it stays a decimal, far above every limit."""
    return int(digits) if len(digits) <= _LONGEST_INTEGER else _decimal(digits)


def _decimal(digits: str) -> Decimal:
    """Return a number exactly; an exponent that no decimal can hold is infinity, or the smallest one there is."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        mantissa, _, exponent = digits.lower().partition("e")
        if Decimal(mantissa).is_zero():
            return Decimal(0)
        return _TINY if exponent.startswith("-") else Decimal("Infinity").copy_sign(Decimal(mantissa))
