"""Choosing a passphrase: how strong the first is while it is typed, and whether the second is the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill
from app.shell.judging import passphrase_reading
from app.shell.strength import Strength, judged
from app.ui.passphrase import PassphraseField


class TwicePassphrase(QWidget):
    """The two fields; `committed` when somebody presses Return in the second."""

    committed = Signal()

    def __init__(self, language: Language, caption: Text) -> None:
        super().__init__()
        self._say = language.say
        self.first = PassphraseField(self._say(caption), language, judge=passphrase_reading(language))
        self.second = PassphraseField(self._say(Text("Repeat the passphrase")), language)
        fill(column(self, spacing=6), self.first, self.second)
        self.first.committed.connect(self.second.edit.setFocus)
        self.second.committed.connect(self.committed)
        self.setFocusProxy(self.first)

    def chosen(self) -> str | None:
        """Return the passphrase if it can be one and both are the same; otherwise say at the field what is missing."""
        typed = self.first.text()
        if judged(typed).strength is Strength.TOO_SHORT:
            self.first.show_error(self._say(judged(typed).words))
            self.first.edit.setFocus()
            return None
        if typed != self.second.text():
            self.second.show_error(self._say(Text("The two passphrases are not the same.")))
            self.second.edit.setFocus()
            return None
        return typed
