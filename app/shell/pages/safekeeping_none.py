"""What the vault page says of the demo company: it has nothing that has to be kept safe, a vault of one's own has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill
from app.ui.buttons import primary
from app.ui.empty import EmptyState
from app.ui.page import PageHead, ScrollPage


class NothingToKeep(QFrame):
    """An empty page that says what will be here."""

    def __init__(self, language: Language, begin_new: Callable[[], None]) -> None:
        super().__init__()
        say = language.say
        self.new = primary(say(Text("Create a new vault …")), "plus")
        self.new.clicked.connect(begin_new)
        title = say(Text("The demo company is not saved"))
        words = Text(
            "It lives in memory and is gone when you leave it. Of your own vault you find here when it was saved, its "
            "keys, its backups and the proof that one of them can be restored."
        )
        page = ScrollPage()
        subtitle = Text("What keeps the vault safe, and what proves that it is.")
        page.add(PageHead(say(Text("Vault and backups")), say(subtitle)))
        page.add(EmptyState("shield", title, say(words)).with_actions(self.new))
        fill(column(self, spacing=0), page)
        self.setFocusProxy(self.new)

    def show_part(self, _part: str) -> None:
        """Show the same whatever part of the page is asked for."""
