"""The bars around a page: company and language above, back and on below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.buttons import ghost, primary, secondary
from app.ui.chip import Chip, ChipLabel
from app.ui.choices import Segmented
from app.ui.fonts import scaled
from app.ui.icons import CHIP, IconLabel
from app.ui.text import OneLine, label

TOP_HEIGHT, FOOT_HEIGHT = 52, 68


def language_switch(language: Language) -> Segmented:
    """Return the switch between German and English."""
    names = {"de": ("DE", "Deutsch"), "en": ("EN", "English")}
    return Segmented(language.say(Text("Language")), names, language.code)


class SmallMark(QWidget):
    """An icon and a few small words; without words it is away."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._icon = IconLabel(icon, tone, CHIP)
        row.addWidget(self._icon)
        self.words = label("", "small", "ink2", wrap=False)
        row.addWidget(self.words)
        self.hide()

    def say(self, text: str) -> None:
        """Show this; nothing hides the mark."""
        self.words.setText(text)
        self.setVisible(bool(text))

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon from now on."""
        self._icon.show_icon(icon, tone)


class SavedMark(SmallMark):
    """A tick and the word that everything is saved."""

    def __init__(self) -> None:
        super().__init__("check", "ok")


class TopBar(QFrame):
    """Company, demo mark, notice, saved at, DE/EN, lock; in the wizard the way back stands at the left."""

    language_chosen = Signal(str)
    lock_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, language: Language, company: str, *, demo: bool = False, back: str = "") -> None:
        super().__init__()
        self.setProperty("box", "bar-top")
        self.setMinimumHeight(scaled(TOP_HEIGHT))
        self.company = OneLine(company, "medium")
        self.saved = SavedMark()
        self.notice = SmallMark("lock", "ink2")
        self.languages = language_switch(language)
        self.lock = ghost(language.say(Text("Lock")), "lock")
        self.back = ghost(back, "arrow-left")
        self.back.setVisible(bool(back))
        row = QHBoxLayout(self)
        row.setContentsMargins(12 if back else 32, 0, 24, 0)
        row.setSpacing(13)
        row.addWidget(self.back)
        row.addWidget(self.company)
        if demo:
            row.addWidget(ChipLabel(Chip(language.say(Text("Demo company")), "neutral", "building-2")))
        row.addStretch(1)
        for part in (self.notice, self.saved, self.languages, self.lock):
            row.addWidget(part)
        self.languages.chosen.connect(self.language_chosen)
        self.lock.clicked.connect(self.lock_wanted)
        self.back.clicked.connect(self.back_wanted)


class WizardFoot(QFrame):
    """Back at the left; "don't know" and on at the right. Alt+Left goes back from everywhere."""

    back_wanted = Signal()
    unknown_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setProperty("box", "bar-foot")
        self.setMinimumHeight(scaled(FOOT_HEIGHT))
        self.back = secondary(language.say(Text("Back")), "arrow-left")
        self.unknown = secondary(language.say(Text("I don’t know")))
        self.next = primary(language.say(Text("Continue")))
        self.next.setMinimumWidth(scaled(120))
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(label(language.say(Text("Alt + ←")), "small", "ink2", wrap=False))
        row.addStretch(1)
        row.addWidget(self.unknown)
        row.addWidget(self.next)
        self._back_key = QShortcut(QKeySequence("Alt+Left"), self, self.back.click)
        self.back.clicked.connect(self.back_wanted)
        self.unknown.clicked.connect(self.unknown_wanted)
        self.next.clicked.connect(self.next_wanted)
