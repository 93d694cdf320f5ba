"""Fields beside each other where there is room, below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.fonts import scaled

_ROOM = 250
"""What one field with its unit takes."""


class SideBySide(QWidget):
    """Up to two fields in a line."""

    def __init__(self, parts: Sequence[QWidget], *, room: int = _ROOM) -> None:
        super().__init__()
        self._parts, self._room = parts, room
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._place(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the fields anew where the room for two comes or goes."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= 2 * scaled(self._room) + 24 else 1)

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
