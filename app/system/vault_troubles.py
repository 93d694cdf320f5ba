"""What a user reads when a vault cannot be opened, made or written to.

The store says which trouble it is; here it becomes one sentence about what is the matter and what helps.
"""

from __future__ import annotations

from app.core.text import Text
from database.errors import (
    DamagedVault,
    NewerVault,
    NoSpace,
    NotAVault,
    OlderVault,
    Part,
    PathProblem,
    ReadOnlyVault,
    Reason,
    VaultError,
    VaultInUse,
    WrongPassphrase,
)

_PLAIN: dict[type[VaultError], Text] = {
    WrongPassphrase: Text("This passphrase does not fit this vault. Mind capital letters and the keyboard layout."),
    NewerVault: Text("This vault was written by a newer version of Nachweis. Update the program to open it."),
    OlderVault: Text(
        "This vault was written by an older version of Nachweis and has to be brought up to date first. "
        "Open it once at a place where it can be written to."
    ),
    VaultInUse: Text("This vault is open in another window or program. Close it there, or open it here to read only."),
    ReadOnlyVault: Text("This vault is open to read only, so nothing can be changed in it."),
    NoSpace: Text(
        "The disk is full. What was saved before is still there, the last entry is not. Free some space and try again."
    ),
}


def sentence(error: VaultError) -> Text:
    """Return what to tell the user."""
    place = str(error.path or "")
    match error:
        case DamagedVault():
            return _damage(error.part, place)
        case NotAVault():
            return Text("There is no vault at this place: {place}", place=place)
        case PathProblem():
            return _path(error.reason, place)
    if type(error) in _PLAIN:
        return _PLAIN[type(error)]
    raise TypeError(f"no sentence for {type(error).__name__}")


def _damage(part: Part, place: str) -> Text:
    match part:
        case "keys":
            return Text(
                "The file with the keys of this vault is damaged or missing, whatever the passphrase. "
                "Nothing has been changed. Restore the vault from a backup: {place}",
                place=place,
            )
        case "register":
            return Text(
                "The passphrase is right, but the register in this vault is damaged. "
                "Nothing has been changed. Restore the vault from a backup: {place}",
                place=place,
            )
        case "backup":
            return Text("This backup is damaged and cannot be used. Choose an earlier one: {place}", place=place)
        case "export":
            return Text(
                "This file is no export of Nachweis, or it is not as it was written. Nothing has been imported. "
                "Export once more, or use another copy: {place}",
                place=place,
            )


def _path(reason: Reason, place: str) -> Text:
    match reason:
        case "missing":
            return Text("This place cannot be found: {place}", place=place)
        case "exists":
            return Text("There is already something at this place: {place}", place=place)
        case "permission":
            return Text("You do not have the right to read or write at this place: {place}", place=place)
        case "read_only":
            return Text("This place can be read, but not written to: {place}", place=place)
        case "name":
            return Text("A file or folder cannot have this name: {place}", place=place)
        case "device":
            return Text("The drive has reported an error at this place: {place}", place=place)
