"""The head of the history: one checksum that stands for everything before it, and the check of the whole chain."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Joined, Sayable, Text
from app.reports.history_head import in_groups
from app.shell.arrange import column, fill, stack
from app.shell.history_desk import HistoryDeeds
from app.shell.models.history import VerdictWords, copied, verdict_words
from app.shell.pages.safekeeping_card import moving_bar
from app.system.vault_troubles import sentence
from app.ui.beside import Beside
from app.ui.boxes import Box
from app.ui.buttons import ghost, secondary
from app.ui.fields import HintLine, HintTone
from app.ui.flow import Flow
from app.ui.task import run
from app.ui.text import Prose, label
from database.errors import VaultError
from database.verifying import Verdict


class HistoryHeadBox(Box):
    """The checksum with a way to copy it, and the check."""

    def __init__(self, deeds: HistoryDeeds, language: Language) -> None:
        super().__init__("card", padding=16, spacing=8)
        self._deeds, self._say = deeds, language.say
        self.number = label("", "small", "ink2")
        self.digits = Prose("", reading_width=False)
        self.copy = ghost(self._say(Text("Copy")), "copy")
        self.check = secondary(self._say(Text("Check the history")), "shield-check")
        self.busy = moving_bar(language)
        self.found = QWidget()
        self.verdict = HintLine()
        self.seen, self.signers = label("", "small", "ink2"), label("", "small", "ink2")
        self._arrange()
        self.show_head()
        self.copy.clicked.connect(self._copy)
        self.check.clicked.connect(self._check)

    def show_head(self) -> None:
        """Show the head as it is now."""
        try:
            head = self._deeds.head()
        except VaultError as error:
            self._tell(sentence(error), "error")
            return
        self._line = copied(head)
        self.number.show_text(self._say(Text("Entry {number}", number=str(head.sequence))))
        self.digits.show_text(" ".join(in_groups(head.hash)))

    def _copy(self) -> None:
        self._deeds.copy(self._line)
        self._tell(Text("Copied. Locking clears it from the clipboard."), "ok")

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.busy.show()
        self._tell("")
        run(self._deeds.verify, self._checked, failed=self._failed, parent=self).ended.connect(self._ended)

    def _ended(self) -> None:
        self.check.setEnabled(True)
        self.busy.hide()

    def _checked(self, found: Verdict) -> None:
        self._show(verdict_words(found))

    def _show(self, words: VerdictWords) -> None:
        self._tell(words.sentence, "ok" if words.holds else "error")
        self.seen.show_text(self._say(Joined(words.seen, "")))
        signers = Joined(words.signers, "")
        said = self._say(Text("Signed with the key {fingerprint}", fingerprint=signers)) if words.signers else ""
        self.signers.show_text(said)
        for part in (self.seen, self.signers):
            part.setVisible(bool(part.text()))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VaultError):
            raise error
        self._tell(sentence(error), "error")

    def _tell(self, what: Sayable, tone: HintTone = "plain") -> None:
        words = self._say(what)
        self.verdict.say(words, tone)
        self.found.setVisible(bool(words))
        for part in (self.seen, self.signers):
            part.hide()

    def _arrange(self) -> None:
        why = Text(
            "It stands for everything before it and is printed on every paper. What is on paper cannot be changed."
        )
        title = Flow(label(self._say(Text("Head of the history")), "section"), self.number, gap=10)
        said = stack(title, self.digits, label(self._say(why), "small", "ink2"), spacing=3)
        self.add(Beside(said, self.copy, self.check, spacing=10), self.busy, self.found)
        fill(column(self.found, spacing=3), self.verdict, self.seen, self.signers)
        for part in (self.found, self.seen, self.signers):
            part.hide()
