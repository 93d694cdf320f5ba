"""Trades that stand in neither Annex: said plainly, with the reason and with what is worth a look all the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.entity_types import NearMiss
from app.ui.boxes import Message
from app.ui.buttons import Button, pill
from app.ui.flow import Flow
from app.ui.text import label
from app.wizard.shapes import row_key

_MOST = 2
"""More would push the hits out of view."""


class NearMisses(QWidget):
    """Boxes above the hits; `wanted` says which entity type was turned on or off there."""

    wanted = Signal(str, bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: object = None
        self.links: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_misses(self, misses: Sequence[NearMiss], *, alone: bool) -> None:
        """Show the best of these; `alone` says that nothing else was found."""
        shown = misses[:_MOST]
        state = (tuple(miss.id for miss in shown), alone)
        self.setVisible(bool(shown) or alone)
        if state == self._shown:
            return
        self._shown = state
        self.links.clear()
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for miss in shown:
            self._column.addWidget(self._box(miss))
        if alone and not shown:
            self._column.addWidget(self._nothing_found())

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Check these entity types where they are offered."""
        for key, button in self.links.items():
            button.blockSignals(True)
            button.setChecked(key in chosen)
            button.blockSignals(False)
            button.updateGeometry()
            button.update()

    def _box(self, miss: NearMiss) -> Message:
        say = self._language.say
        title = say(Text("{trade}: in neither Annex", trade=miss.label))
        box = Message("quiet", title, f"{say(miss.why)}\n{say(miss.check)}")
        if miss.types:
            box.add(label(say(Text("Worth a look:")), "small_strong", "ink2"), self._offers(miss))
        return box

    def _offers(self, miss: NearMiss) -> Flow:
        for one in miss.types:
            key = row_key(*one.key)
            button = pill(self._language.say(one.short))
            button.setToolTip(self._language.say(one.plain))
            button.toggled.connect(lambda on, key=key: self.wanted.emit(key, on))
            self.links[key] = button
        return Flow(*(self.links[row_key(*one.key)] for one in miss.types))

    def _nothing_found(self) -> Message:
        say = self._language.say
        return Message(
            "quiet",
            say(Text("Nothing found")),
            say(Text("Try a more general word, the number of your industry (WZ 2008), or browse all entity types.")),
        )
