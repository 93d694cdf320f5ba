"""The shipped law content: TOML files that become frozen records, once and strictly.

The texts of the law live in `resources/law`, where a lawyer can read and correct them without reading code. The
price is that a misspelt key would go unnoticed for years, so nothing is tolerated here: every key must be a field
of its record, every field without a default must be there, no text may be blank. A mistake is a bug of the
release; it is loud and names the file and the entry.

A field `plain: Bilingual` is written as `plain_de` and `plain_en`; inside a list a Bilingual is `{de = "…", en = "…"}`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from app.core.text import Bilingual, Citation
from app.system.shipped import resource

Record = TypeVar("Record")


class ContentError(ValueError):
    """A shipped file does not say what the program expects of it."""


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return one file of `resources/law` as it stands, read once."""
    with resource("law", name).open("rb") as file:
        return MappingProxyType(tomllib.load(file, parse_float=Decimal))


def rows(name: str, table: str, kind: type[Record]) -> tuple[Record, ...]:
    """Return the entries `[[table]]` of one file as records, in the order of the file; the caller keeps them."""
    entries = load(name).get(table)
    if not isinstance(entries, list) or not entries:
        raise ContentError(f"{name}: no entries [[{table}]]")
    return tuple(record(entry, kind, f"{name}: {_named(table, n, entry)}") for n, entry in enumerate(entries, 1))


def record(values: Mapping[str, Any], kind: type[Record], place: str) -> Record:
    """Return one table as a record of the given dataclass; `place` is what a mistake is reported with."""
    shape: type = kind
    hints = _hints(shape)
    found: dict[str, Any] = {}
    expected: set[str] = set()
    for field in _fields(kind):
        pair = _is_bilingual(hints[field.name])
        keys = (f"{field.name}_de", f"{field.name}_en") if pair else (field.name,)
        expected.update(keys)
        if any(key in values for key in keys) or _required(field):
            given = [_given(values, key, place) for key in keys]
            value = dict(zip(("de", "en"), given, strict=True)) if pair else given[0]
            found[field.name] = _converted(value, hints[field.name], f"{place}, {field.name}")
    if unknown := sorted(set(values) - expected):
        raise ContentError(f"{place}: unknown key {', '.join(unknown)}")
    return kind(**found)


def _converted(value: object, hint: Any, place: str) -> Any:  # noqa: ANN401 - the hint decides what comes out
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (other for other in get_args(hint) if other is not NoneType)
    if hint is Citation:
        return Citation(_text(value, place))
    if get_origin(hint) is tuple:
        return _tuple(value, get_args(hint)[0], place)
    if get_origin(hint) is Literal:
        return _one_of(value, get_args(hint), place)
    if is_dataclass(hint):
        return record(_table(value, place), hint, place)  # type: ignore[arg-type]  # is_dataclass also allows instances
    if issubclass(hint, StrEnum):
        return hint(_one_of(value, [member.value for member in hint], place))
    return _text(value, place) if hint is str else _plain(value, hint, place)


def _tuple(value: object, hint: Any, place: str) -> tuple[Any, ...]:  # noqa: ANN401 - a type hint
    if not isinstance(value, list) or not value:
        raise ContentError(f"{place}: a list with at least one entry is expected")
    return tuple(_converted(item, hint, f"{place} {n}") for n, item in enumerate(value, 1))


def _plain(value: object, hint: type, place: str) -> object:
    if hint is Decimal and type(value) in (int, Decimal):
        return Decimal(str(value))
    if type(value) is not hint or hint not in (date, int, bool):
        raise ContentError(f"{place}: {hint.__name__} is expected")
    return value


def _text(value: object, place: str) -> str:
    if not isinstance(value, str) or not value or value != value.strip():
        raise ContentError(f"{place}: a text is expected, not blank, without spaces around it")
    return value


def _one_of(value: object, allowed: Sequence[object], place: str) -> object:
    if isinstance(value, bool) or value not in allowed:
        raise ContentError(f"{place}: one of {', '.join(map(str, allowed))} is expected")
    return value


def _table(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ContentError(f"{place}: a table is expected")
    return value


def _given(values: Mapping[str, Any], key: str, place: str) -> object:
    if key not in values:
        raise ContentError(f"{place}: {key} is missing")
    return values[key]


def _named(table: str, n: int, entry: Mapping[str, Any]) -> str:
    name = entry.get("id") or entry.get("no") or f"entry {n}"
    return f"{table} {name}"


def _is_bilingual(hint: object) -> bool:
    return hint is Bilingual or (Bilingual in get_args(hint) and get_origin(hint) is not tuple)


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fields(kind: type) -> tuple[Field[Any], ...]:
    return fields(kind)
