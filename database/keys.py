"""The key of a vault, and the slots that hand it out.

What encrypts a vault is 32 random bytes. They are kept in slots, each of which wraps them under something a person
has or knows: a passphrase today, other kinds beside it later. So a passphrase can change without the register being
written anew, and a slot that is lost costs one way in and not the contents.

A slot is sealed by AES-256-GCM together with the vault it belongs to and its own parameters; carried into another
vault or altered, it does not open. Nothing here needs SQLAlchemy, so the first window may import it.
"""

from __future__ import annotations

import json
import secrets
import time
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a slot, not a secret

_KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
_CONTEXT = "nachweis key slot"
_MIB = 1024
_MOST_MEMORY = 1024 * _MIB
_MOST_LANES = 16
_MOST_WORK = 16 * _MOST_MEMORY
_MEMORIES = (256 * _MIB, 128 * _MIB, 64 * _MIB)
_FEWEST_PASSES = 3


class DataKey:
    """The 32 random bytes, in memory that can be overwritten."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytearray) -> None:
        self._secret = secret

    @classmethod
    def random(cls) -> Self:
        """Return a key that nobody has had before."""
        return cls(bytearray(secrets.token_bytes(_KEY_BYTES)))

    def derived(self, purpose: str, vault: str) -> bytearray:
        """Return the key for one purpose in one vault; from it neither this key nor another purpose's follows."""
        key = bytearray(_KEY_BYTES)
        HKDF(SHA256(), _KEY_BYTES, salt=vault.encode(), info=f"nachweis {purpose}".encode()).derive_into(
            self._secret, key
        )
        return key

    def sealed(self, under: bytearray, nonce: bytes, bound_to: bytes) -> bytes:
        """Return the key encrypted under another."""
        return AESGCM(under).encrypt(nonce, self._secret, bound_to)

    def copy(self) -> Self:
        """Return the same key in memory of its own, for somebody who will overwrite it."""
        return type(self)(bytearray(self._secret))

    def wipe(self) -> None:
        """Overwrite the key with zeros."""
        wipe(self._secret)


def wipe(secret: bytearray) -> None:
    """Overwrite a secret where it lies; copies that Python or a library made on the way are out of reach."""
    secret[:] = bytes(len(secret))


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one guess at a passphrase costs. Bounded, so that a forged file cannot ask for a terabyte or a week."""

    iterations: int
    lanes: int
    memory_kib: int

    def __post_init__(self) -> None:
        """Refuse what no program of ours would have chosen."""
        in_bounds = (
            1 <= self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY
            and 1 <= self.iterations <= _MOST_WORK // self.memory_kib
        )
        if not in_bounds:
            raise ValueError("Argon2 parameters out of bounds")


def calibrated(seconds: float = 1.0) -> Argon2Cost:
    """Return what keeps this machine busy for about so long; never less than 64 MiB in 3 passes (RFC 9106)."""
    trial = Argon2Cost(iterations=_FEWEST_PASSES, lanes=4, memory_kib=_MEMORIES[-1])
    started = time.perf_counter()
    wipe(_stretched("how fast is this machine?", bytes(_SALT_BYTES), trial))
    taken = time.perf_counter() - started
    work = trial.iterations * trial.memory_kib * seconds / taken
    memory = next((size for size in _MEMORIES if work >= size * _FEWEST_PASSES), _MEMORIES[-1])
    passes = min(max(int(work / memory), _FEWEST_PASSES), _MOST_WORK // memory)
    return Argon2Cost(iterations=passes, lanes=trial.lanes, memory_kib=memory)


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to the data key. Slots of a kind this program does not know are kept and left alone."""

    kind: str
    parameters: Mapping[str, int | str]
    nonce: bytes
    sealed: bytes

    def bound_to(self, vault: str) -> bytes:
        """Return what the seal vouches for beside the key: the vault, the kind and every parameter."""
        context = [_CONTEXT, vault, self.kind, dict(self.parameters)]
        return json.dumps(context, sort_keys=True, separators=(",", ":")).encode()


def passphrase_slot(key: DataKey, vault: str, passphrase: str, cost: Argon2Cost) -> KeySlot:
    """Return a slot that opens with the passphrase. An empty one is a mistake of the caller."""
    if not passphrase:
        raise ValueError("an empty passphrase protects nothing")
    salt = secrets.token_bytes(_SALT_BYTES)
    parameters: dict[str, int | str] = {
        "algorithm": "argon2id",
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "memory_kib": cost.memory_kib,
        "salt": b64encode(salt).decode(),
    }
    stretched = _stretched(passphrase, salt, cost)
    try:
        return wrapped(key, vault, PASSPHRASE, parameters, stretched)
    finally:
        wipe(stretched)


def opened_by_passphrase(slot: KeySlot, vault: str, passphrase: str) -> DataKey | None:
    """Return the data key, or None if this is not the passphrase. Raises ValueError if the slot itself is malformed."""
    salt, cost = stretching(slot)
    stretched = _stretched(passphrase, salt, cost)
    try:
        return unwrapped(slot, vault, stretched)
    finally:
        wipe(stretched)


def stretching(slot: KeySlot) -> tuple[bytes, Argon2Cost]:
    """Return salt and cost of a passphrase slot; ValueError for anything this program would not have written."""
    numbers = {name: slot.parameters.get(name) for name in ("iterations", "lanes", "memory_kib")}
    known = {"algorithm", "salt", *numbers}
    if set(slot.parameters) != known or slot.parameters["algorithm"] != "argon2id":
        raise ValueError("not the parameters of a passphrase slot")
    counts = [number for number in numbers.values() if type(number) is int]
    salt = b64decode(str(slot.parameters["salt"]), validate=True)
    if len(counts) != len(numbers) or len(salt) != _SALT_BYTES:
        raise ValueError("parameters of a passphrase slot have the wrong form")
    return salt, Argon2Cost(*counts)


def wrapped(key: DataKey, vault: str, kind: str, parameters: Mapping[str, int | str], under: bytearray) -> KeySlot:
    """Return the data key sealed under another key, as a slot of any kind."""
    unsealed = KeySlot(kind, parameters, secrets.token_bytes(_NONCE_BYTES), b"")
    return KeySlot(kind, parameters, unsealed.nonce, key.sealed(under, unsealed.nonce, unsealed.bound_to(vault)))


def unwrapped(slot: KeySlot, vault: str, under: bytearray) -> DataKey | None:
    """Return the data key from a slot of any kind, or None if the other key is not the right one."""
    secret = bytearray(_KEY_BYTES)
    try:
        AESGCM(under).decrypt_into(slot.nonce, slot.sealed, slot.bound_to(vault), secret)
    except InvalidTag:
        return None
    return DataKey(secret)


def _stretched(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytearray:
    """Derive a key from what was typed. Two ways to type the same umlaut (NFC, NFD) are one passphrase."""
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    key = bytearray(_KEY_BYTES)
    Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive_into(typed, key)
    _hash_nothing(len(typed), cost.lanes)
    return key


def _hash_nothing(length: int, lanes: int) -> None:
    """Let the library hash as many zeros: it leaves what it hashed in memory it has let go of, and takes that again."""
    least = 8 * lanes
    Argon2id(salt=bytes(_SALT_BYTES), length=_KEY_BYTES, iterations=1, lanes=lanes, memory_cost=least).derive(
        bytes(length)
    )
