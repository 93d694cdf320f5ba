"""A new data key: for somebody who fears that the old one, or a copy of the file that opens, is in other hands.

The register is written anew under the new key beside the old one and checked. Then the header is replaced in one step:
until then the file opens with the old key, from then on with the new one. Whatever a crash leaves of the other register
is removed when the vault is next opened.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from database.credentials import DeviceKey, RecoveryKey
from database.errors import ReadOnlyVault, VaultError, WrongPassphrase
from database.files import make_private_file, naming, sync_folder
from database.folder import check_encrypted, header_of
from database.header import Header, next_register
from database.key_slots import opens, put_header
from database.keys import Argon2Cost, DataKey, calibrated, passphrase_slot
from database.opened import REGISTER_KEY, Vault
from database.slots import device_slot, recovery_slot

if TYPE_CHECKING:
    from sqlalchemy import Engine

REKEYED = "vault.rekeyed"


def rekey(
    vault: Vault, passphrase: str, *, today: date, device: DeviceKey | None = None, cost: Argon2Cost | None = None
) -> RecoveryKey:
    """Write the whole register anew under a new data key, and return the new recovery key.

    The passphrase stays; it is asked for because the new key is sealed under it. Other devices and the old recovery
    sheet no longer open the vault; backups made before still open with what opened them on their day.

    Raises WrongPassphrase, NoSpace or PathProblem; the vault is then as it was, and open.
    """
    if vault.path is None or vault.read_only:
        raise ReadOnlyVault(vault.path)
    if not opens(vault, passphrase):
        raise WrongPassphrase(vault.path)
    with vault.alone():
        return _rekeyed(vault, passphrase, today, device, cost)


def _rekeyed(
    vault: Vault, passphrase: str, today: date, device: DeviceKey | None, cost: Argon2Cost | None
) -> RecoveryKey:
    key, recovery = DataKey.random(), RecoveryKey.random()
    try:
        header = _header(vault, key, passphrase, recovery, today, device, cost)
        engine = _written_anew(vault, key, header)
    except BaseException:
        key.wipe()
        raise
    _put_in_place(vault, key, header, engine)
    return recovery


def _header(  # noqa: PLR0913, PLR0917 - everything that a header is made from
    vault: Vault,
    key: DataKey,
    passphrase: str,
    recovery: RecoveryKey,
    today: date,
    device: DeviceKey | None,
    cost: Argon2Cost | None,
) -> Header:
    slots = [passphrase_slot(key, vault.id, passphrase, cost or calibrated())]
    slots.append(recovery_slot(key, vault.id, recovery, today))
    if device is not None:
        slots.append(device_slot(key, vault.id, device))
    return Header(vault.id, tuple(slots), next_register(vault.held.header.register)).coded(key)


def _written_anew(vault: Vault, key: DataKey, header: Header) -> Engine:
    """Write the register under the new key, onto the disk, and open it."""
    from database.connection import reopened  # noqa: PLC0415 - the first window needs none of it

    assert vault.path is not None  # noqa: S101 - the caller looked
    register = vault.path / header.register
    with naming(register):
        register.unlink(missing_ok=True)
    try:
        make_private_file(register)
        _exported(vault, register, key.derived(REGISTER_KEY, vault.id))
        check_encrypted(register)
        with naming(register), register.open("rb+") as stream:
            os.fsync(stream.fileno())
        sync_folder(vault.path)
        engine, version = reopened(register, key.derived(REGISTER_KEY, vault.id), vault.patience)
        assert version == vault.held.version  # noqa: S101 - the copy is one of everything
        _noted(vault, engine)
    except BaseException:
        register.unlink(missing_ok=True)
        raise
    return engine


def _noted(vault: Vault, engine: Engine) -> None:
    """Note the new key in the new register, while the old one still is the vault: later nothing may fail any more."""
    from database.connection import in_transaction, telling  # noqa: PLC0415 - the first window needs none of it
    from database.history import append  # noqa: PLC0415

    try:
        with telling(vault.path), in_transaction(engine, writing=True) as connection:
            append(connection, vault.id, vault.author, REKEYED)
    except BaseException:
        engine.dispose()
        raise


def _exported(vault: Vault, register: Path, key: bytearray) -> None:
    from database.connection import export  # noqa: PLC0415 - the first window needs none of it

    with vault.apart() as connection:
        export(connection, register, key)


def _put_in_place(vault: Vault, key: DataKey, header: Header, engine: Engine) -> None:
    """Replace the header, then let go of the old key and the old register."""
    assert vault.path is not None  # noqa: S101 - the caller looked
    old, old_key, old_register = vault.held.engine, vault.held.key, vault.path / vault.held.header.register
    try:
        put_header(vault.path, header)
    except BaseException:
        engine.dispose()
        key.wipe()
        with suppress(OSError, VaultError):
            if header_of(vault.path) != header:
                (vault.path / header.register).unlink(missing_ok=True)
        raise
    vault.held.header, vault.held.key, vault.held.engine = header, key, engine
    if old is not None:
        old.dispose()
    old_key.wipe()
    with suppress(OSError):  # who still reads it keeps it on Windows; it is swept when the vault is next opened
        old_register.unlink(missing_ok=True)
