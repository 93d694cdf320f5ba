"""Removable tags: what was chosen, each with a cross. Delete or Backspace removes the one with the focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.anyones_words import tooltip
from app.ui.drawing import box, smooth, width_of, words
from app.ui.flow import Flow
from app.ui.fonts import scaled
from app.ui.icons import CHIP, paint_icon

_LEFT, _GAP, _RIGHT = 14, 8, 10


@dataclass(frozen=True, slots=True)
class Tag:
    """One chosen thing with a small word beside it. `remove_words` is what the button says aloud."""

    key: str
    title: str
    aside: str = ""
    remove_words: str = ""


class TagButton(QPushButton):
    """One tag; pressing it removes it."""

    def __init__(self, tag: Tag) -> None:
        super().__init__()
        self.tag = tag
        self.setAccessibleName(tag.remove_words or tag.title)
        self.setToolTip(tooltip(tag.remove_words))
        self.setProperty("ring", scaled(16))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Return the room for the words and the cross."""
        aside = width_of(self.tag.aside, "small") + scaled(_GAP) if self.tag.aside else 0
        width = scaled(_LEFT + _GAP + CHIP + _RIGHT) + width_of(self.tag.title, "medium") + aside + 2
        return QSize(width, scaled(32))

    def minimumSizeHint(self) -> QSize:
        """Allow a long title to be shortened, never the cross."""
        return QSize(scaled(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete and Backspace too."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tag."""
        painter = QPainter(self)
        smooth(painter)
        box(painter, QRectF(self.rect()), self.height() / 2, "accent-soft", "accent" if self.underMouse() else None)
        cross = QRect(self.width() - scaled(_RIGHT + CHIP), 0, scaled(CHIP), self.height())
        aside_width = width_of(self.tag.aside, "small") + 1 if self.tag.aside else 0
        aside = QRect(cross.left() - scaled(_GAP) - aside_width, 0, aside_width, self.height())
        left = scaled(_LEFT)
        title = QRect(left, 0, aside.left() - (scaled(_GAP) if aside_width else 0) - left + 1, self.height())
        words(painter, title, self.tag.title, "medium", "ink")
        words(painter, aside, self.tag.aside, "small", "ink2")
        paint_icon(painter, cross, "x", "ink2")


class TagRow(Flow):
    """All tags, in lines."""

    removed = Signal(str)

    def __init__(self, tags: Sequence[Tag] = ()) -> None:
        super().__init__()
        self.show_tags(tags)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags instead."""
        buttons = [TagButton(tag) for tag in tags]
        for button in buttons:
            button.clicked.connect(lambda _=False, key=button.tag.key: self.removed.emit(key))
        self.show_parts(*buttons)
