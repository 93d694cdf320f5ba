"""What opens a vault: a passphrase somebody knows, a recovery key on paper, a key that this device holds.

A recovery key is typed in by hand in a bad moment. So it is written in groups, without the letters that are taken for
one another, and every group carries a check character: a slip of the pen is found, and so is the group it is in.
Nothing here needs a library, so the first window may import it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self, TypeAlias

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTWXYZ"
"""31 characters, a prime number: with it a sum of weighted places finds every wrong and every exchanged character."""

GROUPS = 8
_PLACES = 4
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_NUMBERS: int = len(ALPHABET) ** (GROUPS * _PLACES)
_BYTES = 20
_IGNORED = " -–—.·,_\t\r\n\u00a0\u2011"
_DEVICE_BYTES = 32


class MistypedRecoveryKey(ValueError):
    """What was typed is no recovery key; `groups` are the numbers, from 1, of the groups that cannot be right."""

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__(f"groups {groups}" if groups else "not the right length")
        self.groups = groups


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """158 random bits, as a number in 20 bytes."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what cannot be written in eight groups."""
        if len(self.secret) != _BYTES or int.from_bytes(self.secret) >= _NUMBERS:
            raise ValueError("not the secret of a recovery key")

    @classmethod
    def random(cls) -> Self:
        """Return a key that nobody has had before."""
        import secrets  # noqa: PLC0415 - it brings OpenSSL along, and the first window makes no keys

        return cls(secrets.randbelow(_NUMBERS).to_bytes(_BYTES))

    def words(self) -> tuple[str, ...]:
        """Return the key as eight groups of five characters, the fifth of which checks the other four."""
        rest, digits = int.from_bytes(self.secret), []
        for _ in range(GROUPS * _PLACES):
            rest, digit = divmod(rest, len(ALPHABET))
            digits.append(digit)
        digits.reverse()
        groups = [digits[start : start + _PLACES] for start in range(0, len(digits), _PLACES)]
        return tuple(_spelled(number, group) for number, group in enumerate(groups, start=1))


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A random key that the keyring of one device holds under a random name."""

    device: str
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a secret that is shorter than what it protects."""
        if len(self.secret) != _DEVICE_BYTES:
            raise ValueError("not the secret of a device")

    @classmethod
    def random(cls) -> Self:
        """Return a key that nobody has had before."""
        import secrets  # noqa: PLC0415 - it brings OpenSSL along, and the first window makes no keys

        return cls(secrets.token_hex(8), secrets.token_bytes(_DEVICE_BYTES))


Credential: TypeAlias = "str | RecoveryKey | DeviceKey"
"""A plain text is a passphrase."""


def recovery_key_from(typed: str) -> RecoveryKey:
    """Return the recovery key that somebody has typed, however they separate its groups.

    Raises MistypedRecoveryKey with the groups that are wrong, or without any if the length is.
    """
    characters = cleaned(typed)
    length = _PLACES + 1
    if len(characters) != GROUPS * length:
        raise MistypedRecoveryKey
    groups = [characters[start : start + length] for start in range(0, len(characters), length)]
    wrong = tuple(number for number, group in enumerate(groups, start=1) if not is_group(number, group))
    if wrong:
        raise MistypedRecoveryKey(wrong)
    value = 0
    for character in "".join(group[:_PLACES] for group in groups):
        value = value * len(ALPHABET) + ALPHABET.index(character)
    return RecoveryKey(value.to_bytes(_BYTES))


def cleaned(typed: str) -> str:
    """Return the characters of a recovery key without what stands between them; `o` is a zero, `i` and `l` a one."""
    return "".join(char for char in typed if char not in _IGNORED).upper().translate(_LOOKALIKES)


def is_group(number: int, group: str) -> bool:
    """Tell whether this can be the group with this number, from 1, of some recovery key."""
    if len(group) != _PLACES + 1 or not set(group) <= set(ALPHABET):
        return False
    return _spelled(number, [ALPHABET.index(character) for character in group[:_PLACES]]) == group


def _spelled(number: int, digits: list[int]) -> str:
    total = number + sum(weight * digit for weight, digit in enumerate(digits, start=2))
    return "".join(ALPHABET[digit] for digit in (*digits, total % len(ALPHABET)))
