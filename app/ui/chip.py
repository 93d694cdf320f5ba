"""Status chips: an icon, a word and a soft ground, always all three, so that no state is colour alone.

The same drawing serves the widget and the cells of a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.drawing import box, line_height, smooth, width_of, words
from app.ui.fonts import scaled
from app.ui.icons import CHIP, paint_icon
from app.ui.painted import Painted

ChipTone = Literal["ok", "due", "breach", "accent", "neutral"]

_ICONS: dict[ChipTone, str] = {
    "ok": "circle-check",
    "due": "clock",
    "breach": "triangle-alert",
    "accent": "info",
    "neutral": "circle-dashed",
}
_BEFORE, _GAP, _AFTER, _HEIGHT = 8, 5, 11, 22


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says. Without an icon of its own it gets the one that its tone always has."""

    word: str
    tone: ChipTone = "neutral"
    icon: str | None = None


def chip_size(chip: Chip) -> QSize:
    """Return the room a chip takes."""
    width = scaled(_BEFORE + CHIP + _GAP + _AFTER) + width_of(chip.word, "small_strong")
    return QSize(width, max(scaled(_HEIGHT), line_height("small_strong") + 7))


def paint_chip(painter: QPainter, left: int, middle: int, chip: Chip, *, on_tint: bool = False) -> None:
    """Draw a chip from its left edge and vertical middle; `on_tint` keeps it visible on a selected row."""
    size = chip_size(chip)
    rect = QRect(left, middle - size.height() // 2, size.width(), size.height())
    ground = {"neutral": "sunken", "accent": "accent-soft"}.get(chip.tone, f"{chip.tone}-soft")
    tone = "ink2" if chip.tone == "neutral" else chip.tone
    smooth(painter)
    radius = rect.height() / 2
    box(painter, QRectF(rect), radius, "paper" if on_tint and chip.tone == "accent" else ground)
    icon_rect = QRect(rect.left() + scaled(_BEFORE), rect.top(), scaled(CHIP), rect.height())
    paint_icon(painter, icon_rect, chip.icon or _ICONS[chip.tone], tone)
    words(painter, rect.adjusted(scaled(_BEFORE + CHIP + _GAP), 0, 0, 0), chip.word, "small_strong", tone)


class ChipLabel(Painted):
    """A chip that stands by itself."""

    def __init__(self, chip: Chip) -> None:
        super().__init__(chip.word, grows=False)
        self._chip = chip

    @property
    def chip(self) -> Chip:
        """Return what the chip says."""
        return self._chip

    def show_chip(self, chip: Chip) -> None:
        """Say something else from now on."""
        self._chip = chip
        self.setAccessibleName(chip.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the chip takes."""
        return chip_size(self._chip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_chip(QPainter(self), 0, self.height() // 2, self._chip)
