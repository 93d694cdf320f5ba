"""What can be done with the ways into an open vault. Each is work for a worker, and the vault stays open until it ends.

A key that somebody is shown is nowhere else: it goes from the vault to the paper and to the screen, and is let go of.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.core.language import Code
from app.registers.safekeeping.commands import record_sheet_check, sheet_checks
from app.registers.safekeeping.record import is_sheet_due, last_check
from app.reports.recovery_sheet import RecoverySheet
from app.shell.models.safekeeping import Sheet
from app.shell.paper_desk import recovery_sheet, recovery_sheet_title, save, show_outside
from app.shell.recovery_step import SheetDeeds
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system import device_keys
from app.system.keyring_troubles import Trouble
from app.ui.task import Progress
from database.credentials import GROUPS, DeviceKey, RecoveryKey
from database.errors import WrongPassphrase
from database.key_slots import change_passphrase, opens, remove_slot, renew_recovery_key, slots_of, trust_device
from database.keys import KeySlot
from database.rekeying import rekey
from database.signing import fingerprint
from database.slots import DEVICE, RECOVERY, made_on
from database.vault import Vault

T = TypeVar("T")
Work = Callable[[Progress], T]


@dataclass(frozen=True, slots=True)
class Device:
    """A computer that opens the vault without the passphrase."""

    id: str
    is_this: bool


class KeyDesk:
    """The keys of one session's vault."""

    def __init__(self, session: Session, surroundings: Surroundings) -> None:
        self._session, self._with = session, surroundings

    def sheet(self) -> Sheet:
        """Return how the recovery sheet stands."""
        slot = next(iter(self._slots(RECOVERY)), None)
        day = made_on(slot) if slot else None
        checks = sheet_checks(self._session.vault)
        last = last_check(checks, day) if day else None
        return Sheet(
            made_on=day, checked_at=last.checked_at if last else None, is_due=is_sheet_due(checks, day, self._today())
        )

    def devices(self) -> tuple[Device, ...]:
        """Return the devices that open the vault, this one first."""
        known = (str(slot.parameters["device"]) for slot in self._slots(DEVICE))
        return tuple(sorted((Device(one, one == self._this()) for one in known), key=lambda one: not one.is_this))

    def changing_passphrase(self, old: str, new: str) -> Work[None]:
        """Return the work of changing the passphrase; WrongPassphrase if the old one is not right."""

        def work(_progress: Progress) -> None:
            with self._session.undisturbed() as vault:
                if not opens(vault, old):
                    raise WrongPassphrase(vault.path)
                change_passphrase(vault, new)

        return work

    def making_sheet(self) -> Work[RecoveryKey]:
        """Return the work of making a new recovery key; the sheet before it no longer opens the vault."""

        def work(_progress: Progress) -> RecoveryKey:
            with self._session.undisturbed() as vault:
                return renew_recovery_key(vault, self._today())

        return work

    def encrypting_anew(self, passphrase: str) -> Work[RecoveryKey]:
        """Return the work of giving the vault a new data key. This device stays trusted if its keyring plays along."""

        def work(_progress: Progress) -> RecoveryKey:
            kept = self._kept_device()
            with self._session.undisturbed() as vault:
                return rekey(vault, passphrase, today=self._today(), device=kept)

        return work

    def checking_sheet(self, key: RecoveryKey) -> Work[bool]:
        """Return the work of telling whether a whole recovery key opens the vault; if so, that is put on record."""

        def work(_progress: Progress) -> bool:
            with self._session.undisturbed() as vault:
                right = opens(vault, key)
                if right:
                    self._record_check(vault)
                return right

        return work

    def sheet_was_in_hand(self) -> Work[None]:
        """Return the work of putting on record that somebody has typed part of the sheet."""

        def work(_progress: Progress) -> None:
            with self._session.undisturbed() as vault:
                self._record_check(vault)

        return work

    def trusting(self) -> Work[str | Trouble]:
        """Return the work of letting this device open the vault: its id comes back, or what its keyring lacks."""

        def work(progress: Progress) -> str | Trouble:
            fresh = DeviceKey.random()
            trouble = device_keys.remember(fresh.device, fresh.secret, meanwhile=lambda: progress.tell(0))
            if trouble is not None:
                return trouble
            with self._session.undisturbed() as vault:
                trust_device(vault, fresh)
            return fresh.device

        return work

    def removing(self, device: str) -> Work[Trouble | None]:
        """Return the work of letting a device in no longer. If it is this one, its keyring forgets the key, too."""

        def work(_progress: Progress) -> Trouble | None:
            with self._session.undisturbed() as vault:
                for slot in self._slots(DEVICE):
                    if slot.parameters["device"] == device:
                        remove_slot(vault, slot)
            return device_keys.forget(device) if device == self._this() else None

        return work

    def note_device(self, device: str) -> None:
        """Remember which of the vault's devices this one is; empty if none. In the window's thread."""
        if self._session.place:
            self._with.remembered.amend(self._session.place, device=device)

    def paper(self, key: RecoveryKey, code: Code) -> SheetDeeds:
        """Return what can be done with the sheet of a key."""
        shown = recovery_sheet_title("", code)  # viewers keep the names of what they have shown

        def make(progress: Progress) -> bytes:
            with self._session.undisturbed() as vault:
                sheet = self._sheet_of(vault, key)
            return recovery_sheet(sheet, code)(progress)

        return SheetDeeds(
            make=make,
            title=recovery_sheet_title(self._name, code),
            save=save,
            show_outside=lambda paper: show_outside(self._with, shown, paper),
        )

    def _sheet_of(self, vault: Vault, key: RecoveryKey) -> RecoverySheet:
        places = [str(self._with.folders.backups_of(vault.path))] if vault.path else []
        second = self._with.remembered.vault(vault.path).second_place if vault.path else ""
        return RecoverySheet(
            groups=key.words(),
            vault_name=self._name,
            vault=vault.id,
            made_on=self._today(),
            fingerprint=fingerprint(vault),
            backup_places=(*places, *filter(None, [second])),
            head=self._session.head,
        )

    def _record_check(self, vault: Vault) -> None:
        slot = next(iter(self._slots(RECOVERY)), None)
        if slot is not None:
            record_sheet_check(vault, made_on=made_on(slot), now=self._now())

    def _kept_device(self) -> DeviceKey | None:
        this = self._this()
        secret = device_keys.recall(this) if any(device.is_this for device in self.devices()) else None
        return DeviceKey(this, secret) if isinstance(secret, bytes) else None

    def _slots(self, kind: str) -> tuple[KeySlot, ...]:
        return tuple(slot for slot in slots_of(self._session.vault) if slot.kind == kind)

    def _this(self) -> str:
        place: Path | None = self._session.place
        return self._with.remembered.vault(place).device if place else ""

    @property
    def _name(self) -> str:
        return self._session.place.stem if self._session.place else ""

    def _now(self) -> datetime:
        return self._with.now()

    def _today(self) -> date:
        return self._now().date()


def two_groups() -> tuple[int, int]:
    """Return the numbers of two groups, in their order, that nobody could know before."""
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second
