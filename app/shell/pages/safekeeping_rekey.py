"""Encrypting everything anew, for the rare day on which somebody else may have a key."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import fill, row
from app.shell.keys_desk import KeyDesk
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.pages.safekeeping_sheet import KeyShown
from app.ui.buttons import ghost, primary
from app.ui.passphrase import PassphraseField
from app.ui.text import Prose
from database.credentials import RecoveryKey


class RekeyCard(DeedCard):
    """The card of the new key. `hold` keeps everything else still meanwhile, `changed` follows when it is done."""

    def __init__(
        self, keys: KeyDesk, language: Language, changed: Callable[[], None], hold: Callable[[bool], None]
    ) -> None:
        words = Text("For the case that somebody has a copy of the vault and something that opens it. Rarely needed.")
        super().__init__(language, "rotate-ccw", Text("Encrypt everything anew"), words, Text("More …"))
        self._keys, self._changed, self._hold = keys, changed, hold
        self.passphrase = PassphraseField(self.say(Text("Passphrase")), language)
        self.start = primary(self.say(Text("Encrypt anew")))
        no = ghost(self.say(Text("Leave it as it is")))
        self.shown = KeyShown(keys, language, self._typed_back)
        what = Text(
            "The vault gets a new key and is written anew, and at every moment it can be opened. The passphrase stays "
            "as it is; change it, too, if others know it. You get a new recovery sheet. Other computers have to be "
            "allowed again. Backups made before still open with what opened them on their day, so what is in a copy "
            "that somebody else has cannot be called back."
        )
        self.put(Prose(self.say(what)), self.passphrase, row(self.start, no, None), first=self.passphrase)
        fill(self.body, self.shown)
        self.start.clicked.connect(self._start)
        self.passphrase.committed.connect(self._start)
        no.clicked.connect(self.fold)

    def say_wrong(self, words: str) -> None:
        """Say at the field that this is another passphrase."""
        self.passphrase.show_error(words)
        self.passphrase.edit.setFocus()

    def _start(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.say_wrong(self.say(Text("Please enter the passphrase.")))
            return
        self._hold(True)
        self.work(self._keys.encrypting_anew(typed), self._written)

    def _ended(self) -> None:
        super()._ended()
        self._hold(False)

    def _written(self, key: RecoveryKey) -> None:
        self.passphrase.wipe()
        self.fold()
        self.shown.show_key(key)
        self._changed()

    def _typed_back(self, in_hand: bool) -> None:
        self.shown.clear()
        if in_hand:
            self.work(self._keys.sheet_was_in_hand(), self._checked)
        else:
            self.tell(Text("Encrypted anew. The new sheet is not checked yet."), "due")

    def _checked(self, _nothing: None) -> None:
        self.tell(Text("Encrypted anew, and the new sheet is checked."), "ok")
        self._changed()
