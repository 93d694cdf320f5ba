"""The ways into a vault, while it is open: change the passphrase, make a recovery key, trust a device, take a way back.

The header is replaced in one step, so at every moment the file has either the old ways or the new ones. What was done
is noted in the history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from database.credentials import Credential, DeviceKey, RecoveryKey
from database.errors import ReadOnlyVault, VaultError
from database.files import replace_file
from database.folder import KEYS, header_of
from database.header import Header, written
from database.keys import PASSPHRASE, Argon2Cost, KeySlot, calibrated, passphrase_slot
from database.opened import Vault
from database.slots import DEVICE, RECOVERY, device_slot, recovery_slot

__all__ = [
    "change_passphrase", "opens", "put_header", "remove_slot", "renew_recovery_key", "slots_of", "trust_device",
]  # fmt: skip

PASSPHRASE_CHANGED = "passphrase.changed"  # noqa: S105 - the name of a change, not a secret
RECOVERY_RENEWED = "recovery_key.renewed"
DEVICE_TRUSTED = "device.trusted"
REMOVED = {RECOVERY: "recovery_key.removed", DEVICE: "device.removed"}


def slots_of(vault: Vault) -> tuple[KeySlot, ...]:
    """Return the ways into an open vault."""
    return vault.held.header.slots


def opens(vault: Vault | Path, credential: Credential) -> bool:
    """Tell whether a credential opens a vault. Takes as long as opening it."""
    header = header_of(vault) if isinstance(vault, Path) else vault.held.header
    key = header.opened_by(credential)
    if key is not None:
        key.wipe()
    return key is not None


def change_passphrase(vault: Vault, new: str, cost: Argon2Cost | None = None) -> None:
    """Let another passphrase open the vault, and no longer the old one. Takes about two seconds.

    Backups made before still open with the old one.
    """
    slot = passphrase_slot(vault.held.key, vault.id, new, cost or calibrated())
    _exchange(vault, PASSPHRASE_CHANGED, without=_of_kind(vault, PASSPHRASE), fresh=slot)


def renew_recovery_key(vault: Vault, today: date) -> RecoveryKey:
    """Return a new recovery key, the only one from now on; an older sheet no longer opens the vault."""
    recovery = RecoveryKey.random()
    slot = recovery_slot(vault.held.key, vault.id, recovery, today)
    _exchange(vault, RECOVERY_RENEWED, without=_of_kind(vault, RECOVERY), fresh=slot)
    return recovery


def trust_device(vault: Vault, device: DeviceKey) -> None:
    """Let the key in the keyring of a device open the vault."""
    _exchange(vault, DEVICE_TRUSTED, without=(), fresh=device_slot(vault.held.key, vault.id, device))


def remove_slot(vault: Vault, slot: KeySlot) -> None:
    """Close one way into the vault. ValueError for the passphrase: it can be changed, not removed."""
    if slot.kind not in REMOVED:
        raise ValueError("this way in stays")
    _exchange(vault, REMOVED[slot.kind], without=(slot,), fresh=None)


def put_header(path: Path, header: Header) -> None:
    """Put a header in the place of the old one, in one step. Raises NoSpace or PathProblem."""
    replace_file(path / KEYS, written(header))


def _of_kind(vault: Vault, kind: str) -> tuple[KeySlot, ...]:
    return tuple(slot for slot in slots_of(vault) if slot.kind == kind)


def _exchange(vault: Vault, name: str, *, without: Iterable[KeySlot], fresh: KeySlot | None) -> None:
    if vault.path is None or vault.read_only:
        raise ReadOnlyVault(vault.path)
    gone = tuple(without)
    slots = tuple(slot for slot in slots_of(vault) if slot not in gone) + ((fresh,) if fresh else ())
    header = replace(vault.held.header, slots=slots).coded(vault.held.key)
    put_header(vault.path, header)
    try:
        vault.note(name)
    except VaultError:
        if _put_back(vault.path, vault.held.header):
            raise
    vault.held.header = header


def _put_back(path: Path, header: Header) -> bool:
    """Undo a change that could not be noted, so that what is reported as failed has not happened; False if it has."""
    try:
        put_header(path, header)
    except VaultError:
        return False
    return True
