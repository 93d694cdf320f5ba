"""Fields beside each other where there is room, below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.fonts import scaled

_GAP = 24


class SideBySide(QWidget):
    """Up to two fields in a line."""

    def __init__(self, parts: Sequence[QWidget], *, at_least: int = 0) -> None:
        super().__init__()
        self._parts, self._at_least = parts, at_least
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(12)
        self._place(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the fields anew where the room for two comes or goes."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= 2 * self._widest() + _GAP else 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one field only."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max(scaled(self._at_least), *(part.minimumSizeHint().width() for part in self._parts))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for part in self._parts:
            self._grid.removeWidget(part)
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // across, number % across)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
