"""The kinds of key slots: which credential makes them, and which opens them.

A passphrase is stretched, because people choose it. Recovery and device keys are random and long enough that one
derivation does: nobody gets anywhere by guessing.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from database.credentials import Credential, DeviceKey, RecoveryKey
from database.keys import PASSPHRASE, DataKey, KeySlot, opened_by_passphrase, stretching, unwrapped, wipe, wrapped

RECOVERY = "recovery"
DEVICE = "device"

_ALGORITHM = "hkdf-sha256"
_SALT_BYTES = 16
_KEY_BYTES = 32


def recovery_slot(key: DataKey, vault: str, recovery: RecoveryKey, made_on: date) -> KeySlot:
    """Return a slot that opens with the recovery key; when it was made stands in the clear, for the yearly reminder."""
    return _slot(key, vault, RECOVERY, recovery.secret, {"made": made_on.isoformat()})


def device_slot(key: DataKey, vault: str, device: DeviceKey) -> KeySlot:
    """Return a slot that opens with what the keyring of one device holds."""
    return _slot(key, vault, DEVICE, device.secret, {"device": device.device})


def opened_by(slot: KeySlot, vault: str, credential: Credential) -> DataKey | None:
    """Return the data key if the slot is of the credential's kind and opens with it."""
    match credential:
        case str() if slot.kind == PASSPHRASE:
            return opened_by_passphrase(slot, vault, credential)
        case RecoveryKey() if slot.kind == RECOVERY:
            return _opened(slot, vault, credential.secret)
        case DeviceKey() if slot.kind == DEVICE and slot.parameters["device"] == credential.device:
            return _opened(slot, vault, credential.secret)
    return None


def made_on(slot: KeySlot) -> date:
    """Return when a recovery key was made."""
    return date.fromisoformat(str(slot.parameters["made"]))


def check_form(slot: KeySlot) -> None:
    """Raise ValueError for a slot of a known kind that no program of ours would have written."""
    if slot.kind == PASSPHRASE:
        stretching(slot)
    elif slot.kind in (RECOVERY, DEVICE):
        own = "made" if slot.kind == RECOVERY else "device"
        if set(slot.parameters) != {"algorithm", "salt", own} or slot.parameters["algorithm"] != _ALGORITHM:
            raise ValueError(f"not the parameters of a {slot.kind} slot")
        _salt(slot)
        if slot.kind == RECOVERY:
            made_on(slot)


def _slot(key: DataKey, vault: str, kind: str, secret: bytes, own: Mapping[str, str]) -> KeySlot:
    salt = secrets.token_bytes(_SALT_BYTES)
    parameters = {"algorithm": _ALGORITHM, "salt": b64encode(salt).decode(), **own}
    under = _derived(secret, salt, kind)
    try:
        return wrapped(key, vault, kind, parameters, under)
    finally:
        wipe(under)


def _opened(slot: KeySlot, vault: str, secret: bytes) -> DataKey | None:
    under = _derived(secret, _salt(slot), slot.kind)
    try:
        return unwrapped(slot, vault, under)
    finally:
        wipe(under)


def _salt(slot: KeySlot) -> bytes:
    salt = b64decode(str(slot.parameters["salt"]), validate=True)
    if len(salt) != _SALT_BYTES:
        raise ValueError("the salt has the wrong length")
    return salt


def _derived(secret: bytes, salt: bytes, kind: str) -> bytearray:
    under = bytearray(_KEY_BYTES)
    HKDF(SHA256(), _KEY_BYTES, salt=salt, info=f"nachweis {kind} slot".encode()).derive_into(secret, under)
    return under
