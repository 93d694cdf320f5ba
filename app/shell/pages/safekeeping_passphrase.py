"""Changing the passphrase: the old one, the new one with its strength, and once more."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import row
from app.shell.keys_desk import KeyDesk
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.twice_passphrase import TwicePassphrase
from app.ui.buttons import primary
from app.ui.passphrase import PassphraseField


class PassphraseCard(DeedCard):
    """The card of the passphrase."""

    def __init__(self, keys: KeyDesk, language: Language, changed: Callable[[], None]) -> None:
        words = Text("Opens the vault every day. Backups made before a change still open with the one of their day.")
        super().__init__(language, "lock", Text("Passphrase"), words, Text("Change …"))
        self._keys, self._changed = keys, changed
        self.old = PassphraseField(self.say(Text("Passphrase until now")), language)
        self.new = TwicePassphrase(language, Text("New passphrase"))
        self.change = primary(self.say(Text("Change passphrase")))
        self.put(self.old, self.new, row(self.change, None), first=self.old)
        self.change.clicked.connect(self._change)
        self.old.committed.connect(self.new.first.edit.setFocus)
        self.new.committed.connect(self._change)

    def say_wrong(self, words: str) -> None:
        """Say at the field that the old passphrase is another one."""
        self.old.show_error(words)
        self.old.edit.setFocus()

    def _change(self) -> None:
        old = self.old.text()
        if not old:
            self.say_wrong(self.say(Text("Please enter the passphrase.")))
        elif (new := self.new.chosen()) is not None:
            self.work(self._keys.changing_passphrase(old, new), self._is_changed)

    def _is_changed(self, _nothing: None) -> None:
        for field in (self.old, self.new.first, self.new.second):
            field.wipe()
        self.fold()
        self.tell(Text("Changed. From now on the vault opens with the new passphrase."), "ok")
        self._changed()
