"""The head of a vault's history: what a paper carries so that nobody can later change what it was made from.

Every entry of the history seals the one before it. Whoever has the checksum of one entry on paper can tell whether
anything up to that entry has been changed since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HASH = re.compile(r"[0-9a-f]{64}")
_VAULT = re.compile(r"[0-9a-z-]+")
_GROUP = 4
_SHORT = 16
_FORM = 1


@dataclass(frozen=True, slots=True)
class HistoryHead:
    """The last entry of a vault's history when a paper was made: its number, its SHA-256, the id of the vault."""

    sequence: int
    hash: str
    vault: str

    def __post_init__(self) -> None:
        """Refuse what no history has: a paper with a wrong seal would be worse than one without."""
        if self.sequence < 0 or not _HASH.fullmatch(self.hash) or not _VAULT.fullmatch(self.vault):
            raise ValueError("not the head of a history")

    @property
    def content(self) -> str:
        """Return what the QR code says; the first number is that of this form."""
        return f"nachweis:{_FORM}:{self.vault}:{self.sequence}:{self.hash}"

    @property
    def short(self) -> str:
        """Return the beginning of the checksum, which stands at the foot of every page."""
        return " ".join(in_groups(self.hash[:_SHORT]))

    @property
    def short_vault(self) -> str:
        """Return the beginning of the vault's id, which is enough to tell one's own vaults apart."""
        return short_id(self.vault)


def short_id(vault: str) -> str:
    """Return the beginning of a vault's id in two groups."""
    return " ".join(in_groups(vault)[:2])


def in_groups(digits: str) -> tuple[str, ...]:
    """Return a checksum in groups of four, as people compare it."""
    bare = "".join(digits.split())
    return tuple(bare[start : start + _GROUP] for start in range(0, len(bare), _GROUP))
