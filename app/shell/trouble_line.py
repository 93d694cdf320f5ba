"""One sentence about what went wrong at a door, and below it what helps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.shell.arrange import column, fill
from app.shell.gate import Offer
from app.ui.buttons import Button, secondary
from app.ui.fields import HintLine, HintTone
from app.ui.flow import Flow


class TroubleLine(QWidget):
    """The sentence, and a button for each offer; it keeps its place when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._line = HintLine()
        self._ways = Flow()
        self.offered: tuple[Button, ...] = ()
        fill(column(self, spacing=8), self._line, self._ways)
        self._ways.hide()

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self._line.text

    def say(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say this; nothing empties the line."""
        self._line.say(sentence, tone if sentence else "plain")
        self.offered = tuple(_button(offer) for offer in offers)
        self._ways.show_parts(*self.offered)
        self._ways.setVisible(bool(offers))


def _button(offer: Offer) -> Button:
    made = secondary(offer.words, offer.icon)
    made.clicked.connect(lambda _checked=False: offer.deed())
    return made
