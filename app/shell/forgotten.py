"""The door for whoever has forgotten the passphrase: the eight groups of the recovery sheet open the vault.

A slip of the pen is said while somebody types, with the group it is in. Afterwards a new passphrase is asked for.
"""

from __future__ import annotations

from pathlib import Path

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import fill, gap, row
from app.shell.card_door import CardDoor
from app.shell.gate import Deeds, Offer, busy_bar
from app.shell.recovery_typing import recovery_reading
from app.shell.trouble_line import TroubleLine
from app.ui.buttons import ghost, primary
from app.ui.fields import HintTone, ParsedField
from app.ui.icons import MarkLabel
from app.ui.text import Prose, label
from database.credentials import RecoveryKey


class Forgotten(CardDoor):
    """One card with one long field."""

    def __init__(self, language: Language, place: Path, deeds: Deeds) -> None:
        super().__init__(language, deeds.speak)
        self._deeds = deeds
        self.about = label(place.name, "body", "ink2")
        self.key = ParsedField(self._say(Text("Recovery key from the sheet")), recovery_reading(language))
        self.trouble = TroubleLine()
        self.busy = busy_bar(language)
        self.open = primary(self._say(Text("Open vault")))
        self.back = ghost(self._say(Text("Back")), "arrow-left")
        self.restore = ghost(self._say(Text("Restore from a backup …")), "rotate-ccw")
        self._arrange()
        self.open.clicked.connect(self._open)
        self.key.committed.connect(self._open)
        self.back.clicked.connect(deeds.back)
        self.restore.clicked.connect(deeds.restore)
        self.setFocusProxy(self.key)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being opened, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        for part in (self.key, self.open, self.back, self.restore):
            part.setEnabled(not busy)

    def say_wrong(self, sentence: str) -> None:
        """Say that this key is right in itself, but not the one of this vault."""
        del sentence  # it speaks of a passphrase
        self.set_busy(busy=False)
        self.trouble.say("")
        self.key.show_error(self._say(_ANOTHER))
        self.key.edit.setFocus()

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what is wrong with the file."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, *offers, tone=tone)

    def _open(self) -> None:
        key = self.key.value
        if isinstance(key, RecoveryKey):
            self.trouble.say("")
            self.set_busy(busy=True)
            self._deeds.unlock(key)
        elif not self.key.edit.property("state"):
            self.key.show_error(self._say(Text("Please type all eight groups from the sheet.")))

    def _arrange(self) -> None:
        body = self.card.body
        fill(body, MarkLabel(36), gap(18), label(self._say(Text("Open with the recovery sheet")), "display"), gap(2))
        fill(body, self.about, gap(14), Prose(self._say(_HOW), tone="ink2"), gap(16), self.key, gap(4))
        fill(body, self.trouble, self.busy, gap(8), row(self.open, self.back, None), gap(20))
        fill(body, Prose(self._say(_WITHOUT), tone="ink2"), gap(4), row(-10, self.restore, None))


_HOW = Text(
    "The recovery key stands on it: eight groups of five characters. Capital letters, blanks and hyphens do not "
    "matter. Afterwards you choose a new passphrase."
)
_ANOTHER = Text(
    "This key does not open this vault. It may belong to another vault, or a newer sheet has replaced this one."
)
_WITHOUT = Text("An older sheet still opens the backups that were made while it was valid.")
