"""The keys of the vault, a card each: passphrase, recovery sheet, this computer, and a new key for everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.shell.arrange import column, fill
from app.shell.pages.safekeeping_devices import DevicesCard
from app.shell.pages.safekeeping_passphrase import PassphraseCard
from app.shell.pages.safekeeping_rekey import RekeyCard
from app.shell.pages.safekeeping_sheet import SheetCard
from app.shell.safekeeping_desk import SafekeepingDesk


class KeysPart(QWidget):
    """The cards. `changed` follows every change, `hold` keeps the rest of the window still during a new key."""

    def __init__(
        self, desk: SafekeepingDesk, language: Language, changed: Callable[[], None], hold: Callable[[bool], None]
    ) -> None:
        super().__init__()
        keys, read_only = desk.keys, desk.read_only
        self._changed = changed
        self.passphrase = PassphraseCard(keys, language, changed)
        self.sheet = SheetCard(keys, language, changed, read_only=read_only)
        self.devices = DevicesCard(keys, language, changed, read_only=read_only)
        self.rekey = RekeyCard(keys, language, self._new_key, hold)
        fill(column(self, spacing=16), self.passphrase, self.sheet, self.devices, self.rekey)
        for card in (self.passphrase, self.rekey):
            card.setVisible(not read_only)

    def _new_key(self) -> None:
        self.devices.show_devices()
        self._changed()
