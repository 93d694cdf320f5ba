"""A list of hits in its full height: the page scrolls, not the list, and follows the current hit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.language import Language
from app.ui.hits import Hit, HitList
from app.ui.listing import AnyIndex


class TallHits(HitList):
    """As many rows high as there are hits."""

    def __init__(self, name: str, language: Language) -> None:
        super().__init__(name, language)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def show_hits(self, hits: Sequence[Hit], on: Collection[str]) -> None:
        """Show these hits; those in `on` are checked."""
        super().show_hits(hits, on)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Bring the current hit into view of the page around the list."""
        super().currentChanged(current, previous)
        area = _scroll_area(self)
        content = area.widget() if area else None
        if area and content and current.isValid() and self.hasFocus():
            place = self.visualRect(self.currentIndex())
            for edge in (place.bottomLeft(), place.topLeft()):
                area.ensureVisible(0, self.mapTo(content, edge).y(), 0, 16)

    def _fit(self) -> None:
        rows = self.model().rowCount()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(rows)) if rows else 0)


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
