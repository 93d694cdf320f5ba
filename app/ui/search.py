"""The search field: a magnifier at the left, a cross to clear it at the right, Esc clears too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from app.ui.buttons import IconButton
from app.ui.fields import Size
from app.ui.fonts import apply_role, scaled
from app.ui.icons import CONTROL, paint_icon

_LEFT, _TEXT = 7, 24


class SearchField(QLineEdit):
    """A line of text that filters something else; `searched` follows every letter."""

    searched = Signal(str)
    moved_down = Signal()

    def __init__(self, name: str, clear_name: str, *, placeholder: str = "", size: Size = "control") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        self.setProperty("scale", size)
        apply_role(self, "body")
        self.setTextMargins(scaled(_TEXT), 0, scaled(28), 0)
        self.clear_button = IconButton("x", clear_name, tone="ink2", parent=self)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self.clear)
        self.textChanged.connect(self._text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross in its corner."""
        super().resizeEvent(event)
        self.clear_button.move(
            QPoint(self.width() - self.clear_button.width() - 2, (self.height() - self.clear_button.height()) // 2)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, and hand the arrow down on to the results."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.moved_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier beside the text."""
        super().paintEvent(event)
        left = QRect(scaled(_LEFT), 0, scaled(CONTROL), self.height())
        paint_icon(QPainter(self), left, "search", "ink2")

    def _text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self.searched.emit(text)
