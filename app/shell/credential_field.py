"""Asks for what opens a vault or a backup: the passphrase, or the recovery key from the sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, row
from app.shell.recovery_typing import recovery_reading
from app.ui.choices import Segmented
from app.ui.fields import ParsedField
from app.ui.passphrase import PassphraseField
from database.credentials import Credential, RecoveryKey

_PASSPHRASE, _RECOVERY = "passphrase", "recovery"


class CredentialField(QWidget):
    """A switch between the two, and the field of the one that is chosen."""

    committed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._say, self._kind = language.say, _PASSPHRASE
        names = {kind: (self._say(name), self._say(name)) for kind, name in _NAMES.items()}
        self.kinds = Segmented(self._say(Text("Open with")), names, _PASSPHRASE)
        self.passphrase = PassphraseField(self._say(_NAMES[_PASSPHRASE]), language)
        self.recovery = ParsedField(
            self._say(Text("Recovery key from the sheet")),
            recovery_reading(language),
            placeholder="·····  ·····  ·····  ·····  ·····  ·····  ·····  ·····",
        )
        self._fields = QStackedWidget()
        for field in (self.passphrase, self.recovery):
            self._fields.addWidget(field)
            field.committed.connect(self.committed)
        fill(column(self, spacing=8), row(self.kinds, None), self._fields)
        self.kinds.chosen.connect(self._choose)
        self.setFocusProxy(self.passphrase)

    @property
    def opened_with(self) -> str:
        """Return which of the two is chosen: `passphrase` or `recovery`."""
        return self._kind

    def credential(self) -> Credential | None:
        """Return what was typed if it can be right; otherwise say at the field what is missing."""
        if self.opened_with == _PASSPHRASE:
            typed = self.passphrase.text()
            if not typed:
                self.passphrase.show_error(self._say(Text("Please enter the passphrase.")))
            return typed or None
        key = self.recovery.value
        if isinstance(key, RecoveryKey):
            return key
        if not self.recovery.hint.text.strip() or key == "":
            self.recovery.show_error(self._say(Text("Please type all eight groups from the sheet.")))
        return None

    def say_wrong(self, sentence: str) -> None:
        """Say at the field that this does not open it."""
        field = self.passphrase if self.opened_with == _PASSPHRASE else self.recovery
        field.show_error(sentence)
        field.edit.setFocus()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()
        self.recovery.edit.clear()

    def _choose(self, kind: str) -> None:
        self._kind = kind
        field = self.passphrase if kind == _PASSPHRASE else self.recovery
        self._fields.setCurrentWidget(field)
        self.setFocusProxy(field)
        field.edit.setFocus()


_NAMES = {_PASSPHRASE: Text("Passphrase"), _RECOVERY: Text("Recovery key")}
