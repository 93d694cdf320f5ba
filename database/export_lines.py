"""One line of every file in an export, as it is written and as it is read again.

A line is JSON in its one spelling (keys sorted, no spaces), so the line of a record is the very text whose digest the
history names: whoever wants to check it by hand takes the SHA-256 of the line, without the comma at its end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from database.chain import Head, entry_from, spelled
from database.images import compact
from database.signing import Checkpoint

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_HEX = re.compile(r"(?:[0-9a-f]{2}){1,128}", re.ASCII)
_HIGHEST = (1 << 63) - 1
_read = json.JSONDecoder().decode
_spelled = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
"""`images.compact`, in half the time: a history has many lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a record in place of a file that it keeps."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Signer:
    """The public key of an installation."""

    fingerprint: str
    public_key: bytes
    made_at: str


Value = int | float | str | Mark | None
Item = tuple[int, int, str, str, str | None]
"""Number of the entry, place in it, table, record, image before."""


def array(lines: Iterable[str]) -> Iterator[str]:
    """Yield a JSON array with one member to a line."""
    yield "["
    separator = "\n"
    for line in lines:
        yield separator
        yield line
        separator = ",\n"
    yield "\n]\n"


def array_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the members of such an array. ValueError if it is none."""
    source, more = iter(lines), None
    if next(source, "") != "[":
        raise ValueError("no array")
    for line in source:
        if line == "]":
            if more or next(source, None) is not None:
                raise ValueError("the array does not end where it should")
            return
        if more is False:
            raise ValueError("a comma is missing")
        more = line.endswith(",")
        yield line.removesuffix(",")
    raise ValueError("the array does not end")


def entry_line(sequence: int, entry: str, hash_: bytes) -> str:
    """Return the line of an entry of the history."""
    return compact([sequence, entry, hash_.hex()])


def entry_of(line: str) -> tuple[int, str, bytes]:
    """Return number, text and hash of an entry. ValueError if it is none; whether it is sound shows in the chain."""
    sequence, entry, hash_ = _list(line, 3)
    return _whole(sequence), _text(entry), bytes.fromhex(_like(_DIGEST, hash_))


def is_entry(sequence: int, entry: str) -> bool:
    """Tell whether the text of an entry is spelled as the program spells it."""
    try:
        found = entry_from(entry)
        items = [value for item in found.items for value in (item.table, item.record, item.before, item.after)]
        proper = type(found.sequence) is int and found.sequence == sequence and spelled(found) == entry
        texts = all(isinstance(value, str | None) for value in items)
        return proper and texts and isinstance(found.user, str) and isinstance(found.name, str)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return False


def item_line(*item: object) -> str:
    """Return the line of one record that a change touched."""
    return compact(list(item))


def item_of(line: str) -> Item:
    """Return what a change touched. ValueError if the line says something else."""
    sequence, place, table, record, before = _list(line, 5)
    image = None if before is None else _text(before)
    return _whole(sequence), _whole(place), _text(table), _text(record), image


def checkpoint_line(sequence: int, made_at: str, signer: str, signature: bytes) -> str:
    """Return the line of a signature."""
    return compact({"made_at": made_at, "sequence": sequence, "signature": signature.hex(), "signer": signer})


def checkpoint_of(line: str) -> Checkpoint:
    """Return a signature, without the hash it was made over. ValueError if the line is none."""
    found = _object(line, {"made_at", "sequence", "signature", "signer"})
    made_at, signer = _like(_MOMENT, found["made_at"]), _like(_DIGEST, found["signer"])
    return Checkpoint(Head(_whole(found["sequence"]), ""), made_at, signer, _bytes(found["signature"]))


def signer_line(fingerprint: str, public_key: bytes, made_at: str) -> str:
    """Return the line of a public key."""
    return compact({"fingerprint": fingerprint, "made_at": made_at, "public_key": public_key.hex()})


def signer_of(line: str) -> Signer:
    """Return a public key. ValueError if the line is none, or if its fingerprint is another's."""
    found = _object(line, {"fingerprint", "made_at", "public_key"})
    key = _bytes(found["public_key"])
    if sha256(key).hexdigest() != found["fingerprint"]:
        raise ValueError("not the fingerprint of this key")
    return Signer(str(found["fingerprint"]), key, _like(_MOMENT, found["made_at"]))


def row_of(line: str) -> dict[str, Value]:
    """Return the columns of a record. ValueError if the line is none."""
    found = parsed(line)
    if not isinstance(found, dict) or not isinstance(found.get("id"), str):
        raise ValueError("not a record")  # noqa: TRY004 - all that is wrong with a line is one error
    return {name: _value(value) for name, value in found.items()}


def parsed(line: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the value of a line. ValueError unless it is JSON in its one spelling."""
    try:
        value = _read(line)
        if _spelled(value) != line:
            raise ValueError("not in the one spelling")
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return value


def _value(value: object) -> Value:
    if isinstance(value, dict):
        if set(value) != {"bytes", "sha256"}:
            raise ValueError("not the mark of a file")
        return Mark(_whole(value["bytes"]), _like(_DIGEST, value["sha256"]))
    if value is None or isinstance(value, str | float):
        return value
    if type(value) is int and -_HIGHEST - 1 <= value <= _HIGHEST:
        return value
    raise ValueError("no value that a column has")


def _list(line: str, length: int) -> list[Any]:
    found = parsed(line)
    if not isinstance(found, list) or len(found) != length:
        raise ValueError("not a list of this length")
    return found


def _object(line: str, names: set[str]) -> Mapping[str, object]:
    found = parsed(line)
    if not isinstance(found, dict) or set(found) != names:
        raise ValueError("not an object with these members")
    return found


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _HIGHEST:
        raise ValueError("not a whole number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 - all that is wrong with a line is one error
    return value


def _like(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("not of this form")
    return value


def _bytes(value: object) -> bytes:
    return bytes.fromhex(_like(_HEX, value))
