"""What can go wrong with a vault in ways we know.

Each error says which of them it is and where. The sentence a user reads is found at the edge of the program; the
English message here is for developers, and carries nothing of what the vault holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Part = Literal["keys", "register", "backup", "export"]
Reason = Literal["missing", "exists", "permission", "read_only", "name", "device"]


class VaultError(Exception):
    """A known trouble with one vault or one folder."""

    def __init__(self, path: Path | None, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {path or 'in memory'}{': ' if detail else ''}{detail}")
        self.path = path
        self.detail = detail


class WrongPassphrase(VaultError):
    """The vault is sound, but no key slot opens with this passphrase, recovery key or device key."""


class DamagedVault(VaultError):
    """The passphrase is not the trouble: the keys, the register, the backup or the export is not as it was written."""

    def __init__(self, path: Path | None, part: Part, detail: str = "") -> None:
        super().__init__(path, f"{part}: {detail}")
        self.part: Part = part


class NewerVault(VaultError):
    """The vault was written by a newer program, and this one would only harm it."""


class NotAVault(VaultError):
    """There is something at this place, but no vault."""


class OlderVault(VaultError):
    """The vault was written by an older program, and cannot be brought up to date while it can only be read."""


class VaultInUse(VaultError):
    """Another program has this vault open to write. It can still be opened to read."""


class ReadOnlyVault(VaultError):
    """The vault was opened to read only, and somebody wanted to write."""


class NoSpace(VaultError):
    """The disk is full. What was committed before is still there; what was being written is not."""


class PathProblem(VaultError):
    """The operating system does not let us read or write at this place."""

    def __init__(self, path: Path | None, reason: Reason, detail: str = "") -> None:
        super().__init__(path, f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
