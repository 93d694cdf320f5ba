"""The second place for backups: a stick or a share, with the age of what lies there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import row
from app.shell.care import Care
from app.shell.models.safekeeping import StateLine
from app.shell.pages.safekeeping_card import DeedCard
from app.ui.buttons import ghost, secondary


class SecondPlaceCard(DeedCard):
    """The card of the second place."""

    def __init__(self, care: Care, language: Language, changed: Callable[[], None], *, read_only: bool) -> None:
        super().__init__(language, "hard-drive", Text("Second place"), "")
        self._care, self._changed = care, changed
        self.choose = secondary(self.say(Text("Choose …")), "folder-open")
        self.none = ghost(self.say(Text("No second place")))
        self.put(row(self.choose, self.none, None))
        self.form.setVisible(not read_only)
        self.choose.clicked.connect(self.begin)
        self.none.clicked.connect(self._clear)

    def show_state(self, line: StateLine) -> None:
        """Say how the second place stands."""
        if self._care.second_place is None:
            what = Text("{words} Choose a stick, another disk or a share.", words=line.words)
        else:
            what = Text("{words} – {word}", words=line.words, word=line.word)
        self.words.show_text(self.say(what))
        self.none.setVisible(self._care.second_place is not None)

    def begin(self) -> None:
        """Let somebody choose a folder."""
        title = self.say(Text("Where copies of the backups go"))
        start = str(self._care.second_place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self._care.set_second_place(Path(chosen))
            self.tell(Text("Copies go there from now on, whenever it is connected."), "ok")
            self._changed()

    def _clear(self) -> None:
        self._care.set_second_place(None)
        self.tell(Text("No copies any more. Those that lie there stay there."), "ok")
        self._changed()
