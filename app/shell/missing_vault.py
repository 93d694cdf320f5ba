"""The door to a vault that is not where it was: moved, renamed, or on a drive that is not connected.

It says where it was looked for and asks for no passphrase. Nothing is deleted here; at most a line of the list goes.
"""

from __future__ import annotations

from pathlib import Path

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import fill, gap, row
from app.shell.card_door import CardDoor
from app.shell.gate import Deeds, Offer, shown_path
from app.shell.other_ways import OtherWays
from app.shell.trouble_line import TroubleLine
from app.system.known_vaults import Vaults
from app.ui.buttons import primary, secondary
from app.ui.fields import HintTone
from app.ui.icons import MarkLabel
from app.ui.text import Prose, label


class MissingVault(CardDoor):
    """Where the vault was, what may have happened, and what one can do."""

    def __init__(self, language: Language, place: Path, others: Vaults, deeds: Deeds) -> None:
        super().__init__(language, deeds.speak)
        self.about = label(shown_path(place), "body", "ink2")
        self.again = primary(self._say(Text("Look again")))
        self.remove = secondary(self._say(Text("Remove from the list")))
        self.trouble = TroubleLine()
        self.ways = OtherWays(language, others, place.parent, deeds)
        self._arrange()
        self.again.clicked.connect(lambda: deeds.open_other(place))
        self.remove.clicked.connect(lambda: deeds.forget(place))
        self.setFocusProxy(self.again)

    def set_busy(self, *, busy: bool) -> None:
        """Take no order while something else is being opened."""
        for part in (self.again, self.remove, self.ways):
            part.setEnabled(not busy)

    def say_wrong(self, sentence: str) -> None:
        """Say what went wrong; there is no passphrase to be wrong."""
        self.say_trouble(sentence)

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what went wrong."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, *offers, tone=tone)

    def mark_missing(self, places: frozenset[str]) -> None:
        """Say of other vaults that they are gone, too."""
        self.ways.mark_missing(places)

    def _arrange(self) -> None:
        sentence = Text(
            "It may lie on a drive that is not connected, or have been moved or renamed. Connect the drive, or open "
            "the vault at its new place. Removing it from the list deletes no file."
        )
        body = self.card.body
        fill(body, MarkLabel(36), gap(18), label(self._say(Text("Vault not found")), "display"), gap(2))
        fill(body, self.about, gap(14), Prose(self._say(sentence)), gap(16), row(self.again, self.remove, None))
        fill(body, gap(4), self.trouble, gap(12), self.ways)
