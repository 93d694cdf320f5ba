"""The wizard with its way back and the language above it.

Every answer is kept before the next question is shown. A disk that refuses is said in the bar, and the answers stay
in memory until it takes them again.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill
from app.shell.care import care_of
from app.shell.menus import Orders
from app.shell.saved_line import say_saved
from app.shell.section_names import SECTIONS
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system.vault_troubles import sentence
from app.ui.bars import TopBar
from app.ui.boxes import Box
from app.ui.text import label
from app.wizard.answers import Answers
from app.wizard.page import WizardPage
from database.errors import VaultError


class WizardScene(QWidget):
    """Top bar and wizard."""

    key = "wizard"

    def __init__(self, session: Session, language: Language, surroundings: Surroundings, orders: Orders) -> None:
        super().__init__()
        self._session, self._language, self._orders = session, language, orders
        self._care = care_of(session, surroundings, language)
        back = language.say(SECTIONS["scope"]) if session.has_result else ""
        self.top = TopBar(language, session.company, demo=session.demo, back=back)
        self.trouble = Box("breach", padding=12)
        self._words = label("", "strong", "breach")
        self.trouble.add(self._words).hide()
        self.wizard = WizardPage(
            session.answers, language, surroundings.theme, surroundings.now().date(), self._save, self._finished,
            self._leave, session.typed,
        )  # fmt: skip
        whole = column(self, spacing=0)
        fill(whole, self.top, self.trouble)
        whole.addWidget(self.wizard, 1)
        self.top.language_chosen.connect(self._speak)
        self.top.lock_wanted.connect(orders.lock)
        self.top.back_wanted.connect(self._leave)
        self._care.changed.connect(self._say_saved)
        if session.read_only:
            self._say_saved()
        self.setFocusProxy(self.wizard)

    def _save(self, answers: Answers) -> bool:
        try:
            self._session.keep(answers)
        except VaultError as error:
            self._say_not_saved(error)
            return False
        self.trouble.hide()
        self.top.company.setText(self._session.company)
        self._say_saved()
        return True

    def _finished(self, answers: Answers) -> None:
        if self._save(answers):
            self._leave()

    def _leave(self) -> None:
        if self._session.read_only:
            self._session.read_again()  # nothing was saved: the pages show what the vault holds
        try:
            self._session.record()
        except VaultError as error:
            self._say_not_saved(error)
            return
        if self._session.has_result:
            self._orders.open_page("scope")

    def _say_not_saved(self, error: VaultError) -> None:
        reason = self._language.say(sentence(error))
        self._words.show_text(self._language.say(Text("Not saved. {reason}", reason=reason)))
        self.trouble.show()
        if not self._session.read_only:
            self.top.saved.say("")

    def _say_saved(self) -> None:
        if not self.trouble.isVisible():
            say_saved(self.top.saved, self._session, self._care, self._language)

    def _speak(self, code: str) -> None:
        self._orders.speak("de" if code == "de" else "en")
