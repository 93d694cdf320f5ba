"""The lock screen. It shows the name of the file and a date, and nothing from inside the vault before the key is there.

A wrong passphrase is said at the field; a damaged or newer file is said as what it is, because typing again would
not help. Where the keyring of this computer may open the vault, a button says so; what the keyring answers is never
more than a sentence, and the passphrase can be typed all the while.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import beside, fill, gap, row
from app.shell.card_door import CardDoor
from app.shell.gate import Deeds, Offer, busy_bar, shown_path
from app.shell.other_ways import OtherWays
from app.shell.trouble_line import TroubleLine
from app.system.known_vaults import Vaults
from app.ui.anyones_words import tooltip
from app.ui.buttons import ghost, primary, secondary
from app.ui.fields import HintTone
from app.ui.icons import CONTROL, IconLabel, MarkLabel
from app.ui.passphrase import PassphraseField
from app.ui.text import label


@dataclass(frozen=True, slots=True)
class Locked:
    """What may be known about a vault that is closed."""

    place: Path
    last_changed: date | None = None
    goes_on: bool = False


class Unlock(CardDoor):
    """One card with one field."""

    def __init__(self, language: Language, locked: Locked, others: Vaults, deeds: Deeds) -> None:
        super().__init__(language, deeds.speak)
        self._locked, self._deeds = locked, deeds
        self.passphrase = PassphraseField(self._say(Text("Passphrase")), language, size="question")
        self.about = label(locked.place.name, "body", "ink2")
        self.about.setToolTip(tooltip(shown_path(locked.place)))
        self.trouble = TroubleLine()
        self.unlock = primary(self._say(Text("Unlock")))
        self.forgotten = ghost(self._say(Text("Forgotten the passphrase?")))
        self.here = secondary(self._say(Text("Unlock on this computer")), "monitor-smartphone")
        self.here.hide()
        self.busy = busy_bar(language)
        self.ways = OtherWays(language, others, locked.place.parent, deeds)
        self._arrange()
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.committed.connect(self._unlock)
        self.forgotten.clicked.connect(deeds.recover)
        self.here.clicked.connect(self._unlock_here)
        self.setFocusProxy(self.passphrase)

    def complete(self, about: Callable[[], str]) -> None:
        """Add version, law and the date."""
        super().complete(about)
        if self._locked.last_changed:
            name, day = self._locked.place.name, self._locked.last_changed
            self.about.show_text(self._say(Text("{name} · last changed on {day}", name=name, day=day)))

    def say_wrong(self, sentence: str) -> None:
        """Say at the field that this is not the passphrase."""
        self.set_busy(busy=False)
        self.trouble.say("")
        self.passphrase.show_error(sentence)
        self.passphrase.edit.selectAll()
        self.passphrase.edit.setFocus()

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what is wrong with the file, or with the keyring."""
        self.set_busy(busy=False)
        self.passphrase.show_error("")
        self.trouble.say(sentence, *offers, tone=tone)
        self.passphrase.edit.setFocus()

    def offer_device(self) -> None:
        """Offer to unlock with the keyring of this computer."""
        self.here.show()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being opened, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        for part in (self.passphrase, self.unlock, self.forgotten, self.here, self.ways):
            part.setEnabled(not busy)

    def mark_missing(self, places: frozenset[str]) -> None:
        """Say of the other vaults which are not found."""
        self.ways.mark_missing(places)

    def _unlock(self) -> None:
        if not self.passphrase.text():
            self.say_wrong(self._say(Text("Please enter the passphrase.")))
            return
        self.trouble.say("")
        self.set_busy(busy=True)
        self._deeds.unlock(self.passphrase.text())

    def _unlock_here(self) -> None:
        self.trouble.say("")
        self.passphrase.show_error("")
        self.busy.show()
        self.here.setEnabled(False)
        self._deeds.unlock_here()

    def _arrange(self) -> None:
        body = self.card.body
        fill(body, MarkLabel(36), gap(18), label(self._say(Text("Unlock vault")), "display"), gap(2))
        fill(body, self.about, gap(26), self.passphrase, gap(4), self.trouble, self.busy, gap(8))
        fill(body, row(self.unlock, self.forgotten, None), gap(8), row(self.here, None), gap(16))
        if self._locked.goes_on:
            goes_on = label(self._say(Text("Afterwards you go on where you were.")), "body", "ink2")
            fill(body, beside(IconLabel("bookmark", "ink2", CONTROL), goes_on, spacing=9), gap(16))
        fill(body, self.ways)
        self.unlock.setMinimumWidth(140)
