"""One value, one text: JSON in a form that can be hashed and compared to the byte.

The form is RFC 8785 (JSON Canonicalization Scheme): no spaces, keys sorted by UTF-16 code units, only the escapes
that JSON demands. It departs in one point, for exactness: RFC 8785 takes every number through a binary double, which
would round a turnover with cents; here a number is its shortest plain decimal notation. For numbers of at most 15
digits between 0.000001 and 10^21 both give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | Decimal | str | Sequence[Json] | Mapping[str, Json] | None"

_MAGNITUDE = 60


def canonical(value: Json) -> str:
    """Return the one text of this value.

    Raises TypeError for what JSON does not know, ValueError for a number without a plain notation or half a character.
    """
    written = _written(value)
    written.encode("utf-8")
    return written


def digest(value: Json) -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal."""
    return sha256(canonical(value).encode("utf-8")).hexdigest()


def parsed(text: str) -> Json:
    """Return the value of a JSON text; fractions come back as exact decimals."""
    value: Json = json.loads(text, parse_float=Decimal)
    return value


def _written(value: Json) -> str:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(str(value)))
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{_written(key)}:{_written(value[key])}" for key in sorted(value, key=_utf16)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_written, value)) + "]"
    raise TypeError(f"not in JSON: {type(value).__name__}")


def _number(value: Decimal) -> str:
    if value.is_zero():
        return "0"
    if not value.is_finite() or abs(value.adjusted()) > _MAGNITUDE:
        raise ValueError("a number without a plain notation")
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _utf16(key: str) -> bytes:
    if not isinstance(key, str):
        raise TypeError("a key in JSON is text")
    return key.encode("utf-16-be")
