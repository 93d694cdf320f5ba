"""`vault.json`: what stands in the clear beside an encrypted register, and how we know that nobody touched it.

Three seals, from the outside in. The checksum needs no key and tells an accident from a wrong passphrase. The seal of
a slot tells the right passphrase from a wrong one. The code over the whole header, under a key that follows from the
data key, tells a forger who mended the checksum and changed, added, swapped or removed a slot.
"""

from __future__ import annotations

import hmac
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NoReturn

from database.credentials import Credential
from database.keys import DataKey, KeySlot, wipe
from database.slots import check_form, opened_by

FORMAT = 1
REGISTER = "register.db"

_MOST_BYTES = 1 << 20
_MOST_SLOTS = 16
_MEMBERS = {"checksum", "code", "format", "register", "slots", "vault"}
_SLOT_MEMBERS = {"kind", "nonce", "parameters", "sealed"}
_VAULT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_REGISTER = re.compile(r"register(-[0-9]{1,9})?\.db", re.ASCII)
_NONCE_BYTES = 12
_SEALED_BYTES = 48


class HeaderError(Exception):
    """The header is not as a program wrote it."""


class NewerHeader(Exception):
    """The header is sound, but of a format that a later program invented."""


@dataclass(frozen=True, slots=True)
class Header:
    """Which vault this is, which file holds its register, and the ways to its key."""

    vault: str
    slots: tuple[KeySlot, ...]
    register: str = REGISTER
    code: bytes = b""

    def coded(self, key: DataKey) -> Header:
        """Return the header with the code that only somebody with the data key can make."""
        return replace(self, code=_code(self, key))

    def vouched_for(self, key: DataKey) -> bool:
        """Tell whether the header is exactly what somebody with the data key last wrote."""
        return hmac.compare_digest(self.code, _code(self, key))

    def opened_by(self, credential: Credential) -> DataKey | None:
        """Return the data key if one of the slots opens with the credential."""
        return next((key for slot in self.slots if (key := opened_by(slot, self.vault, credential)) is not None), None)


def is_register(name: str) -> bool:
    """Tell whether a file of this name can be the register of a vault."""
    return _REGISTER.fullmatch(name) is not None


def next_register(name: str) -> str:
    """Return the name for a register that will take the place of the one with this name."""
    number = int(name.removesuffix(".db").partition("-")[2] or 1)
    return f"register-{number % 999_999_999 + 1}.db"


def written(header: Header) -> bytes:
    """Return the content of `vault.json`."""
    members = _members(header) | {"code": b64encode(header.code).decode()}
    return json.dumps(members | {"checksum": _checksum(members)}, indent=2, sort_keys=True).encode() + b"\n"


def read(content: bytes) -> Header:
    """Return the header that the content of `vault.json` describes.

    Raises NewerHeader only when the checksum is right, so that a flipped bit is never taken for progress, and
    HeaderError for everything else.
    """
    members = _object(content)
    format_ = members.get("format")
    if members.get("checksum") != _checksum({name: members[name] for name in members if name != "checksum"}):
        raise HeaderError("the checksum is wrong")
    if type(format_) is int and format_ > FORMAT:
        raise NewerHeader(f"format {format_}")
    if set(members) != _MEMBERS or type(format_) is not int or format_ != FORMAT:
        raise HeaderError("not the members of this format")
    return _header(members)


def _header(members: Mapping[str, object]) -> Header:
    vault, register, slots = members["vault"], members["register"], members["slots"]
    if not isinstance(vault, str) or not _VAULT.fullmatch(vault):
        raise HeaderError("the vault has no proper id")
    if not isinstance(register, str) or not is_register(register):
        raise HeaderError("the register has no proper name")
    if not isinstance(slots, list) or not 1 <= len(slots) <= _MOST_SLOTS:
        raise HeaderError("there are no slots, or too many")
    return Header(vault, tuple(map(_slot, slots)), register, _bytes(members["code"], sha256().digest_size))


def _slot(members: object) -> KeySlot:
    if not isinstance(members, dict) or set(members) != _SLOT_MEMBERS or not isinstance(members["kind"], str):
        raise HeaderError("a slot has the wrong form")
    parameters = members["parameters"]
    if not isinstance(parameters, dict) or any(type(value) not in (int, str) for value in parameters.values()):
        raise HeaderError("the parameters of a slot have the wrong form")
    sealed = _bytes(members["sealed"], _SEALED_BYTES)
    slot = KeySlot(members["kind"], parameters, _bytes(members["nonce"], _NONCE_BYTES), sealed)
    try:
        check_form(slot)
    except ValueError as error:
        raise HeaderError(str(error)) from error
    return slot


def _object(content: bytes) -> dict[str, object]:
    if len(content) > _MOST_BYTES:
        raise HeaderError("far too long")
    try:
        members = json.loads(
            content.decode("utf-8"), object_pairs_hook=_unique, parse_float=_refused, parse_constant=_refused
        )
        json.dumps(members).encode()
    except (ValueError, RecursionError) as error:
        raise HeaderError("not readable as JSON") from error
    if not isinstance(members, dict):
        raise HeaderError("not an object")
    return members


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def _refused(_number: str) -> NoReturn:
    raise ValueError("no such number belongs here")


def _bytes(value: object, length: int) -> bytes:
    try:
        decoded = b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as error:
        raise HeaderError("not base64") from error
    if len(decoded) != length:
        raise HeaderError("a value has the wrong length")
    return decoded


def _members(header: Header) -> dict[str, object]:
    slots = [
        {
            "kind": slot.kind,
            "nonce": b64encode(slot.nonce).decode(),
            "parameters": dict(slot.parameters),
            "sealed": b64encode(slot.sealed).decode(),
        }
        for slot in header.slots
    ]
    return {"format": FORMAT, "register": header.register, "slots": slots, "vault": header.vault}


def _code(header: Header, key: DataKey) -> bytes:
    under = key.derived("header", header.vault)
    try:
        return hmac.digest(under, _compact(_members(header)), "sha256")
    finally:
        wipe(under)


def _checksum(members: Mapping[str, object]) -> str:
    return sha256(_compact(members)).hexdigest()


def _compact(members: Mapping[str, object]) -> bytes:
    return json.dumps(members, sort_keys=True, separators=(",", ":")).encode()
