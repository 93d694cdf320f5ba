"""Below every door: the other vaults, and the ways to one that is not in the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, gap, row
from app.shell.gate import Deeds, ask_vault
from app.shell.other_vaults import OtherVaults
from app.system.known_vaults import Vaults
from app.ui.buttons import ghost
from app.ui.text import rule


class OtherWays(QWidget):
    """A line, the list where there is one, and the links."""

    def __init__(self, language: Language, others: Vaults, folder: Path, deeds: Deeds) -> None:
        super().__init__()
        say = language.say
        self._language, self._folder, self._deeds = language, folder, deeds
        self.vaults = OtherVaults(language, others, deeds.open_other, deeds.forget) if others else None
        self.other = ghost(say(Text("Open another vault …")), "folder-open")
        self.new = ghost(say(Text("Create a new vault …")), "plus")
        self.restore = ghost(say(Text("Restore from a backup …")), "rotate-ccw")
        self.look = ghost(say(Text("Look at the demo company")), "building-2")
        whole = column(self, spacing=0)
        fill(whole, rule(), gap(12))
        if self.vaults:
            fill(whole, self.vaults, gap(10), rule(), gap(10))
        for link in (self.other, self.new, self.restore, self.look):
            fill(whole, row(-10, link, None))
        self.other.clicked.connect(self._choose_vault)
        self.new.clicked.connect(deeds.begin_new)
        self.restore.clicked.connect(deeds.restore)
        self.look.clicked.connect(deeds.look_at_demo)

    def mark_missing(self, places: frozenset[str]) -> None:
        """Say of vaults in the list that they are not found."""
        if self.vaults:
            self.vaults.mark_missing(places)

    def _choose_vault(self) -> None:
        chosen = ask_vault(self, self._language, self._folder)
        if chosen:
            self._deeds.open_other(chosen)
