"""The first screen of all: which question the program answers, and the door to one's own vault.

Whoever only wants to look sees the demo company without leaving a trace. What the passphrase means is said before it
is chosen: nobody, we included, can open the vault without it or the recovery key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import beside, column, fill, gap, row, stack
from app.shell.gate import Deeds, Door, Offer, ask_new_place, ask_vault, busy_bar, shown_path, speaking
from app.shell.trouble_line import TroubleLine
from app.shell.twice_passphrase import TwicePassphrase
from app.ui.boxes import Box
from app.ui.buttons import ghost, primary, secondary
from app.ui.fields import HintTone
from app.ui.fonts import scaled
from app.ui.icons import CHIP, NAVIGATION, IconLabel
from app.ui.text import Prose, label

_BESIDE = 1080


class FirstStart(Door):
    """The question and the paper at the left, the door at the right."""

    def __init__(self, language: Language, place: Path, deeds: Deeds) -> None:
        super().__init__()
        self._language, self._deeds, self._place = language, deeds, place
        self._say = language.say
        self.fields = TwicePassphrase(language, Text("Passphrase"))
        self.passphrase, self.repeat = self.fields.first, self.fields.second
        self.place_line = label(shown_path(place), "small", "ink2")
        self.trouble = TroubleLine()
        self.change_place = ghost(self._say(Text("Change …")))
        self.found = primary(self._say(Text("Create vault")))
        self.open_other = secondary(self._say(Text("Open existing …")))
        self.restore = ghost(self._say(Text("Restore from a backup …")), "rotate-ccw")
        self.look = ghost(self._say(Text("Have a look")), "arrow-right")
        self.busy = busy_bar(language)
        self._pitch = Box("pane-left", padding=0)
        self.languages = speaking(language, deeds.speak)
        self._arrange()
        self.found.clicked.connect(self._create)
        self.fields.committed.connect(self._create)
        self.change_place.clicked.connect(self._choose_place)
        self.open_other.clicked.connect(self._choose_vault)
        self.restore.clicked.connect(deeds.restore)
        self.look.clicked.connect(deeds.look_at_demo)
        self.setFocusProxy(self.passphrase)

    def complete(self, about: Callable[[], str]) -> None:  # noqa: ARG002 - this door shows no version
        """Add what the program does, and the picture of the paper."""
        if not self._pitch.body.count():
            from app.shell.pitch import fill_pitch  # noqa: PLC0415 - not part of the first picture

            fill_pitch(self._pitch, self._language)

    def say_wrong(self, sentence: str) -> None:
        """Say what went wrong; nobody types a wrong passphrase into a vault that is only being made."""
        self.say_trouble(sentence)

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say at the place of the vault what went wrong, and let the user go on."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, *offers, tone=tone)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the vault is being made, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        orders = (self.found, self.open_other, self.change_place, self.restore, self.look)
        for part in (self.passphrase, self.repeat, *orders):
            part.setEnabled(not busy)

    def _create(self) -> None:
        typed = self.fields.chosen()
        if typed is not None:
            self.trouble.say("")
            self.set_busy(busy=True)
            self._deeds.create(self._place, typed)

    def _choose_place(self) -> None:
        chosen = ask_new_place(self, self._language, self._place)
        if chosen:
            self._place = chosen
            self.place_line.show_text(shown_path(chosen))
            self.trouble.say("")

    def _choose_vault(self) -> None:
        chosen = ask_vault(self, self._language, self._place.parent)
        if chosen:
            self._deeds.open_other(chosen)

    def _arrange(self) -> None:
        right = Box("paper", padding=0)
        right.body.setContentsMargins(64, 24, 64, 24)
        fill(right.body, row(None, self.languages))
        right.body.addStretch(2)
        fill(right.body, self._door())
        right.body.addStretch(3)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(_Panes(self._pitch, right))
        fill(column(self), page)

    def _door(self) -> QWidget:
        sentence = Text(
            "Everything you enter lies encrypted in one vault. "
            "Only your passphrase or the printed recovery key opens it."
        )
        warning = Text("Nobody else can open it, not even we. Afterwards you get a recovery key for your safe.")
        where = beside(IconLabel("folder-open", "ink2", CHIP), self.place_line, self.change_place, spacing=6, top=False)
        return stack(
            label(self._say(Text("Create your own vault")), "display"), Prose(self._say(sentence), tone="ink2"),
            Prose(self._say(warning), tone="ink2"), gap(8), self.fields, where, self.trouble, self.busy,
            row(self.found, self.open_other, None), row(-10, self.restore, None), gap(8), self._demo_card(), spacing=6,
        )  # fmt: skip

    def _demo_card(self) -> QWidget:
        card = Box("card", padding=16)
        words = stack(
            label(self._say(Text("Look first: {name}", name="Muster Maschinenbau GmbH")), "strong"),
            label(self._say(Text("A completed demo company with a finished paper.")), "small", "ink2"),
            spacing=2,
        )
        line = beside(IconLabel("building-2", "accent", NAVIGATION), words, self.look, spacing=9, top=False)
        card.body.addLayout(line)
        return card


class _Panes(QWidget):
    """Both halves beside each other; where there is no room, the door comes first and the rest below it."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self.setProperty("page", "body")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(left, 17)
        self._row.addWidget(right, 15)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between beside and below."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
