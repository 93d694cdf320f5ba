"""What the vault page can have done with backups and with the file, and what it knows of them.

What may take long is work for a worker: a second place may be a share that does not answer. Proving a backup touches
neither the vault nor the backup; only its result is put on record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.registers.safekeeping.commands import proofs, record_proof
from app.registers.safekeeping.record import BackupProof
from app.shell.care import Care
from app.shell.keys_desk import KeyDesk, Work
from app.shell.models.backups import BackupLine, backup_lines
from app.shell.models.safekeeping import Safekeeping, Sheet
from app.shell.restoring_deeds import RestoreDeeds, restore_deeds
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system.conflict_copies import conflict_copies
from app.system.synchronised import service_of
from app.ui.task import Progress
from database.backup_file import found_in
from database.credentials import Credential, RecoveryKey
from database.errors import VaultError
from database.exporting import Exported, export
from database.files import sweep_unfinished
from database.history import entries
from database.restoring import Trial, prove

TRIAL = "trial"
"""What a trial that was killed has left in the folder for backups begins with this name."""


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around the vault: backups, files that are none, who synchronises its folder and what that left."""

    backups: tuple[BackupLine, ...] = ()
    unreadable: tuple[Path, ...] = ()
    service: str = ""
    copies: tuple[Path, ...] = ()


class SafekeepingDesk:
    """The safekeeping of one session's vault, which lies on a disk."""

    def __init__(self, session: Session, surroundings: Surroundings, care: Care) -> None:
        self._session, self._with = session, surroundings
        self.care = care
        self.keys = KeyDesk(session, surroundings)

    @property
    def place(self) -> Path:
        """Return where the vault lies."""
        if self._session.place is None:
            raise ValueError("the demo company lies nowhere")
        return self._session.place

    @property
    def folder(self) -> Path:
        """Return where the backups go."""
        return self._with.folders.backups_of(self.place)

    @property
    def read_only(self) -> bool:
        """Tell whether nothing in the vault can be changed."""
        return self._session.read_only

    def known(self, around: Around) -> Safekeeping:
        """Return how safe the vault is, as far as it is known now; what cannot be read is left out."""
        safe = Safekeeping(
            now=self._with.now(),
            place=self.place,
            read_only=self.read_only,
            saved_at=None,
            kept=self.care.kept,
            copied=self.care.copied,
            proof=None,
            sheet=Sheet(made_on=None, checked_at=None, is_due=False),
            integrity=self.care.integrity,
            service=around.service,
            copies=around.copies,
        )
        try:
            last, proven = entries(self._session.vault, limit=1), next(iter(self.proofs()), None)
            return replace(safe, saved_at=last[0].at if last else None, proof=proven, sheet=self.keys.sheet())
        except VaultError as error:
            return replace(safe, trouble=error)

    def proofs(self) -> tuple[BackupProof, ...]:
        """Return all trial restores, the latest first. VaultError if the vault cannot be read."""
        return proofs(self._session.vault)

    def looking_around(self) -> Work[Around]:
        """Return the work of looking what lies around the vault."""
        vault, place, folder, second = self._session.vault.id, self.place, self.folder, self.care.second_place

        def work(_progress: Progress) -> Around:
            found = found_in(folder, *filter(None, [second]))
            return Around(
                backup_lines(found.backups, vault, folder),
                found.unreadable,
                service_of(place) or "",
                conflict_copies(place),
            )

        return work

    def restoring(self, restored: Callable[[Path], None], back: Callable[[], None]) -> RestoreDeeds:
        """Return what the restore scene needs, beside the open vault."""
        return restore_deeds(self._with, restored=restored, back=back)

    def proving(self, backup: Path, credential: Credential) -> Work[BackupProof]:
        """Return the work of restoring a backup on trial; the result is put on record if the vault allows it."""

        def work(_progress: Progress) -> BackupProof:
            sweep_unfinished(self.folder / TRIAL)
            return self._on_record(prove(backup, credential, self.folder), credential)

        return work

    def exporting(self, place: Path, password: str | None) -> Work[Exported]:
        """Return the work of writing everything into a file. Who locks meanwhile gets none."""
        return lambda _progress: self._session.apart(lambda vault: export(vault, place, password))

    def _on_record(self, trial: Trial, credential: Credential) -> BackupProof:
        proof = self._proof(trial, credential)
        if self.read_only:
            return proof
        with self._session.undisturbed() as vault:
            return record_proof(vault, proof)

    def _proof(self, trial: Trial, credential: Credential) -> BackupProof:
        return BackupProof(
            id="",
            held_at=self._with.now(),
            backup_made_at=trial.backup.manifest.made_at,
            backup_bytes=trial.backup.bytes,
            backup_sha256=trial.sha256,
            opened_with="recovery" if isinstance(credential, RecoveryKey) else "passphrase",
            seconds=Decimal(str(round(trial.seconds, 1))),
            records=trial.contents.records,
            entries=trial.contents.head.sequence,
            head=trial.contents.head.hash,
            failure=trial.failure,
        )
