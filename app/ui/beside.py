"""Two parts beside each other as long as both fit, below each other when they do not.

Large text and narrow windows then cost height, which can be scrolled, and not words.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget


class Beside(QWidget):
    """A first part that takes the room, and others at its right, or below it."""

    def __init__(self, first: QWidget, *others: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._first, self._others = first, QWidget()
        self._others.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        tail = QHBoxLayout(self._others)
        tail.setContentsMargins(0, 0, 0, 0)
        tail.setSpacing(spacing)
        for other in others:
            tail.addWidget(other)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        self._line.addWidget(first, 1)
        self._line.addWidget(self._others, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the wider part."""
        width = max(self._first.minimumSizeHint().width(), self._others.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        need = _natural_width(self._first) + self._line.spacing() + self._others.sizeHint().width()
        fits = need <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _natural_width(part: QWidget) -> int:
    if isinstance(part, QLabel):  # a label that wraps asks for less than one line
        return part.fontMetrics().horizontalAdvance(part.text()) + 2
    return part.sizeHint().width()
