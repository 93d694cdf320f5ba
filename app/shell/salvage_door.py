"""The door behind which a damaged vault becomes a new one with everything that can still be read.

The damaged vault is closed meanwhile and nothing of it is changed. A recent backup is always better, so the way to it
stands beside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.language import Language
from app.core.text import Plural, Text
from app.shell.arrange import fill, gap, row
from app.shell.card_door import CardDoor
from app.shell.credential_field import CredentialField
from app.shell.doors import is_wrong_passphrase, said
from app.shell.gate import Deeds, Offer, ask_new_place, busy_bar, shown_path
from app.shell.trouble_line import TroubleLine
from app.ui.buttons import ghost, primary
from app.ui.fields import HintTone
from app.ui.icons import MarkLabel
from app.ui.task import Progress, run
from app.ui.text import Prose, label

if TYPE_CHECKING:
    from database.credentials import Credential
    from database.salvaging import Salvaged

Salvage = Callable[[Path, "Credential", Path], Callable[[Progress], "Salvaged"]]
GoIn = Callable[[Path, "Credential"], None]


class SalvageDoor(CardDoor):
    """One card: what opens the damaged vault, where the new one goes, and afterwards what was saved.

    `salvage` returns work for a worker; `go_in` opens the new vault.
    """

    def __init__(
        self, language: Language, places: tuple[Path, Path], deeds: Deeds, *, salvage: Salvage, go_in: GoIn
    ) -> None:
        super().__init__(language, deeds.speak)
        self._language, (self._place, self._target) = language, places
        self._salvage, self._go_in = salvage, go_in
        self._used: Credential | None = None
        self.credential = CredentialField(language)
        self.target = label(shown_path(self._target), "small", "ink2")
        self.change = ghost(self._say(Text("Change …")))
        self.save = primary(self._say(Text("Save into a new vault")))
        self.back = ghost(self._say(Text("Back")), "arrow-left")
        self.restore = ghost(self._say(Text("Restore from a backup …")), "rotate-ccw")
        self.open = primary(self._say(Text("Open the new vault")))
        self.trouble, self.busy, self.found = TroubleLine(), busy_bar(language), Prose("")
        self._arrange()
        self.save.clicked.connect(self._save)
        self.credential.committed.connect(self._save)
        self.change.clicked.connect(self._change)
        self.back.clicked.connect(deeds.back)
        self.restore.clicked.connect(deeds.restore)
        self.open.clicked.connect(self._open)
        self.setFocusProxy(self.credential)

    def set_busy(self, *, busy: bool) -> None:
        """Show that something is being done, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        for part in (self.credential, self.save, self.back, self.restore, self.change, self.open):
            part.setEnabled(not busy)

    def say_wrong(self, sentence: str) -> None:
        """Say at the field that this does not open it."""
        self.set_busy(busy=False)
        self.credential.say_wrong(sentence)

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what went wrong."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, *offers, tone=tone)

    def _change(self) -> None:
        chosen = ask_new_place(self, self._language, self._target)
        if chosen:
            self._target = chosen
            self.target.show_text(shown_path(chosen))

    def _save(self) -> None:
        credential = self.credential.credential()
        if credential is None:
            return
        self.trouble.say("")
        self.set_busy(busy=True)
        self._used = credential
        work = self._salvage(self._place, credential, self._target)
        run(work, self._saved, failed=self._failed, parent=self)

    def _failed(self, error: Exception) -> None:
        words = self._say(said(error))
        (self.say_wrong if is_wrong_passphrase(error) else self.say_trouble)(words)

    def _saved(self, found: Salvaged) -> None:
        self.set_busy(busy=False)
        self.credential.wipe()
        for part in (self.credential, self.save, self.change, self.restore, self.back):
            part.hide()
        self.found.show_text(self._say(_outcome(found.kept, found.lost, found.entries)))
        self.found.show()
        self.open.show()
        self.open.setFocus()

    def _open(self) -> None:
        if self._used is not None:
            self._go_in(self._target, self._used)

    def _arrange(self) -> None:
        body = self.card.body
        where = row(self.target, self.change, spacing=6)
        where.setStretch(0, 1)
        title = label(self._say(Text("Save what can be saved")), "display")
        fill(body, MarkLabel(36), gap(18), title, gap(2), label(self._place.name, "body", "ink2"), gap(14))
        fill(body, Prose(self._say(_HOW), tone="ink2"), gap(16), self.credential)
        fill(body, label(self._say(Text("New vault")), "strong"), where, gap(4), self.found, self.trouble, self.busy)
        fill(body, gap(8), row(self.save, self.open, self.back, None), gap(12), row(-10, self.restore, None))
        self.found.hide()
        self.open.hide()


def _outcome(kept: Mapping[str, int], lost: Mapping[str, int], entries: int) -> Text:
    saved, missing = sum(kept.values()), sum(lost.values())
    return Text(
        "{saved}, {lost}. {history}. Compare them with a backup or with your papers.",
        saved=Plural("{n} record saved", "{n} records saved", n=saved),
        lost=Plural("{n} not readable", "{n} not readable", n=missing),
        history=Plural("{n} entry of the history was readable", "{n} entries of the history were readable", n=entries),
    )


_HOW = Text(
    "Everything that can still be read goes into a new vault, which opens as this one does. Nothing is changed in the "
    "damaged one. If you have a recent backup, restore it instead: what lay on a damaged page is gone."
)
