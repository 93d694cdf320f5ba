"""The lock screen. It shows the name of the file and a date, and nothing from inside the vault before the key is there.

A wrong passphrase is said at the field; a damaged or newer file is said as what it is, because typing again would
not help.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import beside, column, fill, gap, row
from app.shell.gate import Deeds, Door, ask_vault, busy_bar, shown_path, speaking
from app.ui.boxes import Box
from app.ui.buttons import ghost, primary
from app.ui.fields import HintLine
from app.ui.fonts import scaled
from app.ui.icons import CONTROL, IconLabel, MarkLabel
from app.ui.passphrase import PassphraseField
from app.ui.text import label, rule

_CARD = 536


@dataclass(frozen=True, slots=True)
class Locked:
    """What may be known about a vault that is closed."""

    place: Path
    last_changed: date | None = None
    goes_on: bool = False


class Unlock(Door):
    """One card with one field."""

    def __init__(self, language: Language, locked: Locked, deeds: Deeds) -> None:
        super().__init__()
        self._language, self._locked, self._deeds = language, locked, deeds
        self._say = language.say
        self.passphrase = PassphraseField(self._say(Text("Passphrase")), language, size="question")
        self.about = label(locked.place.name, "body", "ink2")
        self.about.setToolTip(shown_path(locked.place))
        self.footer = label(" ", "small", "ink2", wrap=False)
        self.trouble = HintLine()
        self.unlock = primary(self._say(Text("Unlock")))
        self.other = ghost(self._say(Text("Open another vault …")), "folder-open")
        self.new = ghost(self._say(Text("Create a new vault …")), "plus")
        self.look = ghost(self._say(Text("Look at the demo company")), "building-2")
        self.busy = busy_bar(language)
        self.languages = speaking(language, deeds.speak)
        self._arrange()
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.committed.connect(self._unlock)
        self.other.clicked.connect(self._choose_vault)
        self.new.clicked.connect(deeds.begin_new)
        self.look.clicked.connect(deeds.look_at_demo)
        self.setFocusProxy(self.passphrase)

    def complete(self, about: Callable[[], str]) -> None:
        """Add version, law and the date."""
        self.footer.show_text(about())
        if self._locked.last_changed:
            name, day = self._locked.place.name, self._locked.last_changed
            self.about.show_text(self._say(Text("{name} · last changed on {day}", name=name, day=day)))

    def say_wrong(self, sentence: str) -> None:
        """Say at the field that this is not the passphrase."""
        self.set_busy(busy=False)
        self.passphrase.show_error(sentence)
        self.passphrase.edit.selectAll()
        self.passphrase.edit.setFocus()

    def say_trouble(self, sentence: str) -> None:
        """Say what is wrong with the file."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, "error")

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being opened, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        for part in (self.passphrase, self.unlock, self.other, self.new, self.look):
            part.setEnabled(not busy)

    def _unlock(self) -> None:
        if not self.passphrase.text():
            self.say_wrong(self._say(Text("Please enter the passphrase.")))
            return
        self.trouble.say("")
        self.set_busy(busy=True)
        self._deeds.unlock(self.passphrase.text())

    def _choose_vault(self) -> None:
        chosen = ask_vault(self, self._language, self._locked.place.parent)
        if chosen:
            self._deeds.open_other(chosen)

    def _arrange(self) -> None:
        ground = Box("surface", padding=0)
        ground.body.setContentsMargins(32, 24, 32, 20)
        fill(ground.body, row(None, self.languages))
        ground.body.addStretch(1)
        fill(ground.body, row(None, self._card(), None))
        ground.body.addStretch(1)
        here = label(self._say(Text("Only on this computer")), "small", "ink2", wrap=False)
        fill(ground.body, row(IconLabel("hard-drive", "ink2", CONTROL), here, None, self.footer, spacing=9))
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(ground)
        fill(column(self), page)

    def _card(self) -> Box:
        card = Box("vault", padding=48, spacing=0)
        card.body.setContentsMargins(48, 44, 48, 28)
        card.setMinimumWidth(min(scaled(400), 560))
        card.setMaximumWidth(scaled(_CARD))
        policy = card.sizePolicy()
        policy.setHorizontalStretch(100)
        card.setSizePolicy(policy)
        fill(card.body, MarkLabel(36), gap(18), label(self._say(Text("Unlock vault")), "display"), gap(2))
        fill(card.body, self.about, gap(26), self.passphrase, gap(4), self.trouble, self.busy, gap(8))
        fill(card.body, row(self.unlock, None), gap(28), rule(), gap(12))
        if self._locked.goes_on:
            goes_on = label(self._say(Text("Afterwards you go on where you were.")), "body", "ink2")
            fill(card.body, beside(IconLabel("bookmark", "ink2", CONTROL), goes_on, spacing=9), gap(4))
        for link in (self.other, self.new, self.look):
            fill(card.body, row(-10, link, None))
        self.unlock.setMinimumWidth(140)
        return card
