"""Unlocking without the passphrase: this computer, and others that may do the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column
from app.shell.keys_desk import Device, KeyDesk
from app.shell.pages.safekeeping_card import DeedCard
from app.system.keyring_troubles import Trouble
from app.system.keyring_troubles import sentence as keyring_sentence
from app.ui.beside import Beside
from app.ui.buttons import ghost
from app.ui.text import label


class DevicesCard(DeedCard):
    """The card of this computer and the others."""

    def __init__(self, keys: KeyDesk, language: Language, changed: Callable[[], None], *, read_only: bool) -> None:
        super().__init__(language, "monitor-smartphone", Text("This computer"), "", Text("Allow"))
        self._keys, self._changed, self._read_only = keys, changed, read_only
        self._others = QWidget()
        column(self._others, spacing=4)
        self.action.clicked.disconnect()
        self.action.clicked.connect(self._switch)
        self.removals: tuple[QWidget, ...] = ()
        self.body.insertWidget(1, self._others)
        self.show_devices()

    def show_devices(self) -> None:
        """Say which devices open the vault."""
        devices = self._keys.devices()
        self._this = next((device for device in devices if device.is_this), None)
        on = Text("Whoever is logged in to this computer as you can open the vault without the passphrase.")
        off = Text("The keyring of this computer can keep a key, so that the vault opens without the passphrase.")
        self.words.show_text(self.say(on if self._this else off))
        self.action.show_words(self.say(Text("No longer allow") if self._this else Text("Allow")))
        self.action.setVisible(not self._read_only)
        self._list([device for device in devices if not device.is_this])

    def _list(self, others: list[Device]) -> None:
        layout = self._others.layout()
        assert layout is not None  # noqa: S101 - made above
        while (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.removals = tuple(map(self._removal, others))
        for device, removal in zip(others, self.removals, strict=True):
            words = self.say(Text("Another computer may open it, too ({number})", number=device.id[:4]))
            layout.addWidget(Beside(label(words), removal))
        self._others.setVisible(bool(others))

    def _removal(self, device: Device) -> QWidget:
        made = ghost(self.say(Text("Remove")), "x")
        made.setAccessibleName(self.say(Text("Remove the computer {number}", number=device.id[:4])))
        made.setVisible(not self._read_only)
        made.clicked.connect(lambda: self._remove(device))
        return made

    def _switch(self) -> None:
        if self._this is not None:
            self._remove(self._this)
        else:
            self.tell(Text("The keyring may ask for its own password."))
            self.work(self._keys.trusting(), self._trusted)

    def _trusted(self, found: str | Trouble) -> None:
        if isinstance(found, Trouble):
            self.tell(keyring_sentence(found), "due")
            return
        self._keys.note_device(found)
        self._say_changed(Text("Allowed. The passphrase opens the vault as before."))

    def _remove(self, device: Device) -> None:
        self.work(self._keys.removing(device.id), lambda trouble: self._removed(device, trouble))

    def _removed(self, device: Device, trouble: Trouble | None) -> None:
        if device.is_this:
            self._keys.note_device("")
        self._say_changed(Text("No longer allowed."))
        if trouble is not None:
            left = Text("No longer allowed. A key without use was left in the keyring, because it did not answer.")
            self.tell(left, "due")

    def _say_changed(self, words: Text) -> None:
        self.show_devices()
        self.tell(words, "ok")
        self._changed()
