"""The step after a recovery: whoever came in with the recovery key chooses a new passphrase, now or later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, gap, row
from app.shell.gate import busy_bar
from app.shell.twice_passphrase import TwicePassphrase
from app.ui.buttons import ghost, primary
from app.ui.fields import HintLine
from app.ui.icons import MarkLabel
from app.ui.text import Prose, label


class NewPassphrase(QWidget):
    """Two fields, and two ways to go on."""

    chosen = Signal(str)
    put_off = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        say = language.say
        self.fields = TwicePassphrase(language, Text("New passphrase"))
        self.trouble = HintLine()
        self.busy = busy_bar(language)
        self.use = primary(say(Text("Use this passphrase")))
        self.later = ghost(say(Text("Later")))
        whole = column(self, spacing=0)
        fill(whole, MarkLabel(36), gap(18), label(say(Text("Choose a new passphrase")), "display"), gap(6))
        fill(whole, Prose(say(_WHY), tone="ink2"), gap(16), self.fields, self.trouble, self.busy, gap(8))
        fill(whole, row(self.use, self.later, None))
        self.use.clicked.connect(self._choose)
        self.fields.committed.connect(self._choose)
        self.later.clicked.connect(self.put_off)
        self.setFocusProxy(self.fields)

    def say_trouble(self, sentence: str) -> None:
        """Say why it could not be changed; the old passphrase is then still the one."""
        self.set_busy(busy=False)
        self.trouble.say(sentence, "error")

    def set_busy(self, *, busy: bool) -> None:
        """Show that the passphrase is being changed, and take no further order meanwhile."""
        self.busy.setVisible(busy)
        for part in (self.fields, self.use, self.later):
            part.setEnabled(not busy)

    def _choose(self) -> None:
        passphrase = self.fields.chosen()
        if passphrase is not None:
            self.trouble.say("")
            self.set_busy(busy=True)
            self.chosen.emit(passphrase)


_WHY = Text(
    "The vault is open, and everything is in it. Choose a passphrase that you will use from now on. The forgotten one "
    "then no longer opens the vault; the recovery sheet still does."
)
