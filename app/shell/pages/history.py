"""The history: who changed what and when, the newest first, and beside the list what was there before and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill
from app.shell.history_desk import HistoryDeeds
from app.shell.models.history import Choice
from app.shell.models.history_words import REGISTERS
from app.shell.pages.history_detail import HistoryDetail
from app.shell.pages.history_head import HistoryHeadBox
from app.shell.pages.history_list import HistoryModel
from app.system.vault_troubles import sentence
from app.ui.buttons import Button, ghost, pill
from app.ui.fields import HintLine
from app.ui.flow import Flow
from app.ui.fonts import scaled
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.table import TableView
from database.errors import VaultError

_ABOVE, _LEAST = 352, 320
"""What stands above the list, and how high it is at least."""


class HistoryPage(QFrame):
    """The head of the chain above, the list at the left, the chosen entry at the right."""

    def __init__(self, deeds: HistoryDeeds, language: Language, changed: Callable[[], None]) -> None:
        super().__init__()
        self._say = language.say
        self.model = HistoryModel(language, deeds.part, deeds.title, self)
        self.table = TableView(self._say(Text("History")))
        self.table.setModel(self.model)
        self.table.set_columns(self.model.columns)
        self.detail = HistoryDetail(deeds, language, self.show_choice, changed)
        self.head = HistoryHeadBox(deeds, language)
        self.pills = {table: self._pill(table) for table in ("", *REGISTERS)}
        self.all = ghost(self._say(Text("Show all entries again")), "x")
        self.trouble = HintLine()
        self.trouble.hide()
        self.model.failed.connect(self._say_trouble)
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.all.clicked.connect(self._show_all)
        self._arrange()
        self.show_choice(Choice())
        self.setFocusProxy(self.table)

    def show_choice(self, choice: Choice) -> None:
        """Show all entries, those of a register, or those of one record."""
        for table, button in self.pills.items():
            button.setChecked(table == choice.table and not choice.record)
        self.all.setVisible(bool(choice.record))
        self.model.show_choice(choice)
        self.table.scrollToTop()
        self.detail.setVisible(bool(self.model.lines))
        if self.model.lines:
            self.table.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list be as high as the window."""
        super().resizeEvent(event)
        self.table.setFixedHeight(max(scaled(_LEAST), self.height() - scaled(_ABOVE)))

    def _selected(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.lines):
            line = self.model.lines[index.row()]
            self.detail.show_line(line, set_back=self.model.is_set_back(index.row()))

    def _show_all(self) -> None:
        self.show_choice(Choice())
        self.table.setFocus()

    def _say_trouble(self, error: VaultError) -> None:
        self.trouble.say(self._say(sentence(error)), "error")
        self.trouble.show()

    def _pill(self, table: str) -> Button:
        made = pill(self._say(REGISTERS[table] if table else Text("All")), checked=not table)
        made.clicked.connect(lambda: self.show_choice(Choice(table)))
        return made

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text(
            "Every change in the vault: who, what, when, and how it was before. Nothing here can be changed."
        )
        page.add(PageHead(self._say(Text("History")), self._say(subtitle)))
        main = QWidget()
        inside = column(main, spacing=12)
        fill(inside, Flow(*self.pills.values(), self.all), self.trouble, self.table)
        inside.addStretch(1)
        page.add(self.head, TwoColumns(main, self.detail, side_width=340, stack_below=860))
        fill(column(self, spacing=0), page)
