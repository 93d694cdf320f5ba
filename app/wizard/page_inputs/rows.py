"""What a company offers: entity types of the Annexes, found in everyday words, of which several can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.core.text import Text
from app.law.entity_types import by_key
from app.ui.choice_row import CheckRow, Choice
from app.ui.tags import Tag, TagButton, TagRow
from app.ui.text import label
from app.wizard.page_inputs.answering import Asked, Input
from app.wizard.page_inputs.row_search import RowSearch
from app.wizard.row_names import row_of
from app.wizard.values import Value


class RowsInput(Input):
    """What is chosen as tags, the search below, and the answer that nothing fits."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        say = asked.language.say
        self.chosen = tuple(map(str, asked.value)) if isinstance(asked.value, tuple) else ()
        self.heading = label(say(Text("Your choice")), "small_strong", "ink2")
        self.tags = TagRow()
        self.search = RowSearch(asked.language, asked.typed if isinstance(asked.typed, str) else "")
        self.nothing = CheckRow(Choice("", say(Text("None of this is what we do"))), boxed=True)
        self.nothing.setChecked(asked.value == ())
        self.add(self.heading, self.tags, self.search, self.nothing)
        self.setFocusProxy(self.search)
        self.tags.removed.connect(self._removed)
        self.search.toggled.connect(self._toggled)
        self.search.field.searched.connect(self.noted)
        self.nothing.toggled.connect(self._nothing_toggled)
        self._show_chosen()

    def value(self) -> Value:
        """Return the rows in the order in which they were chosen; none of them only if that was said."""
        return self.chosen if self.chosen or self.nothing.isChecked() else ""

    def typed(self) -> object:
        """Return what was searched for."""
        return self.search.field.text()

    def _toggled(self, key: str, on: bool) -> None:
        others = tuple(word for word in self.chosen if word != key)
        self.chosen = (*others, key) if on else others
        self._choose_nothing(on=False)
        self._show_chosen()
        self.changed.emit()

    def _removed(self, key: str) -> None:
        place = self.chosen.index(key)
        self._toggled(key, on=False)
        QTimer.singleShot(0, self, lambda: self._focus_tag(place))

    def _focus_tag(self, place: int) -> None:
        left = [button for button in self.tags.findChildren(TagButton) if button.tag.key in self.chosen]
        (left[min(place, len(left) - 1)] if left else self.search.field).setFocus()

    def _nothing_toggled(self, checked: bool) -> None:
        if checked:
            self.chosen = ()
            self._show_chosen()
        self.changed.emit()

    def _choose_nothing(self, *, on: bool) -> None:
        self.nothing.blockSignals(True)
        self.nothing.setChecked(on)
        self.nothing.blockSignals(False)
        self.nothing.update()

    def _show_chosen(self) -> None:
        self.heading.setVisible(bool(self.chosen))
        self.tags.setVisible(bool(self.chosen))
        self.tags.show_tags([self._tag(word) for word in self.chosen])
        self.search.show_chosen(self.chosen)

    def _tag(self, word: str) -> Tag:
        say = self.asked.language.say
        row = by_key(*row_of(word))
        name = say(row.short)
        return Tag(word, name, say(Text("Annex {annex}", annex=row.annex)), say(Text("Remove {name}", name=name)))
