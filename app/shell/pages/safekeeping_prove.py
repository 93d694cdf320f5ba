"""The chosen backup: what opens it, a trial restore that proves it, a look at what is inside."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import Language
from app.core.text import Text
from app.registers.safekeeping.record import BackupProof
from app.shell.arrange import row
from app.shell.credential_field import CredentialField
from app.shell.models.backups import BackupLine
from app.shell.models.safekeeping import proof_result
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.safekeeping_desk import SafekeepingDesk
from app.ui.buttons import primary


class ProveCard(DeedCard):
    """The card beside the list. `changed` follows when a proof is on record."""

    def __init__(self, desk: SafekeepingDesk, language: Language, changed: Callable[[], None]) -> None:
        words = Text("Restores the chosen backup on trial, reads every page, compares everything, and throws it away.")
        super().__init__(language, "shield-check", Text("Prove a backup"), words)
        self._desk, self._changed = desk, changed
        self._chosen: BackupLine | None = None
        self.credential = CredentialField(language)
        self.prove = primary(self.say(Text("Prove this backup")))
        self.put(self.credential, row(self.prove, None), first=self.credential)
        self.form.show()
        self.prove.clicked.connect(self._prove)
        self.credential.committed.connect(self._prove)

    def choose(self, line: BackupLine | None) -> None:
        """Prove this one from now on."""
        self._chosen = line
        self.prove.setEnabled(line is not None)
        what = (
            Text("Backup of {moment}, {places}.", moment=line.at, places=line.places)
            if line
            else Text("No backup yet.")
        )
        why = Text("It is restored on trial, every page is read, everything compared, and the trial thrown away.")
        self.words.show_text(self.say(Text("{what} {why}", what=what, why=why)))

    def say_wrong(self, words: str) -> None:
        """Say at the field that this does not open it."""
        self.credential.say_wrong(words)

    def _prove(self) -> None:
        credential = self.credential.credential() if self._chosen else None
        if self._chosen is not None and credential is not None:
            self.work(self._desk.proving(self._chosen.file.path, credential), self._proven)

    def _proven(self, proof: BackupProof) -> None:
        self.credential.wipe()
        words = Text("Proven: {result}", result=proof_result(proof))
        self.tell(proof_result(proof) if proof.failure else words, "error" if proof.failure else "ok")
        self._changed()
