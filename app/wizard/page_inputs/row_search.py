"""The search over all entity types, with its filter, its hits, and an honest word where a trade is not covered.

A trade that stands in neither Annex is said to be so, with the reason and with the entity types that are worth a
look all the same, because an empty list would be the worse answer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Plural, Text
from app.law.entity_types import EntityType, NearMiss, all_types
from app.law.search import search
from app.ui.buttons import Button, ghost, pill
from app.ui.flow import Flow
from app.ui.hits import Hit
from app.ui.search import SearchField
from app.ui.text import label
from app.wizard.page_inputs.near_misses import NearMisses
from app.wizard.page_inputs.tall_hits import TallHits
from app.wizard.shapes import row_key

_EXAMPLES = (Text("Mechanical engineering"), Text("Bakery"), Text("Cloud"), Text("Haulage"))
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowSearch(QWidget):
    """Search field, filter, hits; `toggled` says which entity type was turned on or off."""

    toggled = Signal(str, bool)

    def __init__(self, language: Language, query: str = "") -> None:
        super().__init__()
        self._language = language
        self._chosen: tuple[str, ...] = ()
        self._browsing = False
        say = language.say
        self.field = SearchField(say(Text("Search for what you do")), say(Text("Clear the search")), size="question")
        self.filters = {annex: pill(words, checked=not annex) for annex, words in _filter_words(language).items()}
        self.count = label("", "small", "ink2", wrap=False)
        self.hits = TallHits(say(Text("Entity types found")), language)
        self.near = NearMisses(language)
        self.examples = Flow(label(say(Text("For example:")), "body", "ink2", wrap=False), *self._example_buttons())
        self.browse = ghost(say(Text("Browse all entity types")), "list")
        self._arrange()
        self._connect()
        self.field.setText(query)
        self._find()

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Check these entity types, and stay where the keyboard is."""
        self._chosen = chosen
        self.hits.on = frozenset(chosen)
        self.hits.viewport().update()
        self.near.show_chosen(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from a search to its hits with Enter."""
        if event.key() in _ENTER and self.field.hasFocus() and self.field.text() and self.hits.hits:
            self._enter_hits()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(Flow(*self.filters.values()), 1)
        line.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(label(self._language.say(Text("Nothing fits?")), "body", "ink2", wrap=False))
        foot.addWidget(self.browse)
        foot.addStretch(1)
        column.addWidget(self.field)
        column.addLayout(line)
        for part in (self.examples, self.near, self.hits):
            column.addWidget(part)
        column.addLayout(foot)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in self.filters.values():
            group.addButton(button)
            button.clicked.connect(self._filtered)
        self.field.searched.connect(self._searched)
        self.field.moved_down.connect(self._enter_hits)
        self.hits.toggled.connect(self.toggled)
        self.near.wanted.connect(self.toggled)
        self.browse.clicked.connect(self._browse)

    def _example_buttons(self) -> list[Button]:
        buttons = [Button(self._language.say(example), "pill") for example in _EXAMPLES]
        for button in buttons:
            button.clicked.connect(lambda _=False, words=button.words: self.field.setText(words))
        return buttons

    def _searched(self) -> None:
        self._browsing = False
        self._find()

    def _filtered(self) -> None:
        self._browsing = not self.field.text().strip()
        self._find()

    def _browse(self) -> None:
        self.field.clear()
        self.filters[0].setChecked(True)
        self._browsing = True
        self._find()
        self._enter_hits()

    def _enter_hits(self) -> None:
        if self.hits.hits:
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)
            self.hits.setCurrentIndex(self.hits.model().index(0, 0))

    def _find(self) -> None:
        query = self.field.text()
        found = search(query, self._language.code)
        annex = next(annex for annex, button in self.filters.items() if button.isChecked())
        types = [_hit(hit.found, self._language, hit.line, hit.spans) for hit in found if _is_in(hit.found, annex)]
        if self._browsing:
            types = [_hit(one, self._language) for one in all_types() if _is_in(one, annex)]
        misses = [hit.found for hit in found if isinstance(hit.found, NearMiss)]
        self._show([hit for hit in types if hit], misses, idle=not (query.strip() or self._browsing))

    def _show(self, types: list[Hit], misses: list[NearMiss], *, idle: bool) -> None:
        say = self._language.say
        self.examples.setVisible(idle)
        self.hits.show_hits(types, self._chosen)
        self.hits.setVisible(bool(types))
        self.near.show_misses(misses, alone=not types and not idle)
        self.near.show_chosen(self._chosen)
        self.count.setText("" if idle else say(Plural("{n} hit", "{n} hits", n=len(types))))


def _filter_words(language: Language) -> dict[int, str]:
    types = all_types()
    first = sum(one.annex == 1 for one in types)
    say = language.say
    return {
        0: say(Text("All {n}", n=len(types))),
        1: say(Text("Annex 1 · {n}", n=first)),
        2: say(Text("Annex 2 · {n}", n=len(types) - first)),
    }


def _is_in(found: EntityType | NearMiss, annex: int) -> bool:
    return isinstance(found, EntityType) and annex in (0, found.annex)


def _hit(
    found: EntityType | NearMiss, language: Language, line: str = "", spans: tuple[tuple[int, int], ...] = ()
) -> Hit | None:
    if isinstance(found, NearMiss):
        return None
    say = language.say
    return Hit(row_key(*found.key), say(found.type), say(found.citation), line or say(found.plain), spans)
