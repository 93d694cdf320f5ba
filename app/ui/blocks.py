"""Countable blocks: so many of so many, and the fourteen duties in their four states.

The figure beside the blocks is the message. States differ in shape, not in colour alone: solid, half, outlined, grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.beside import Beside
from app.ui.drawing import box, smooth
from app.ui.fonts import scaled
from app.ui.painted import Painted
from app.ui.text import label

DutyState = Literal["proven", "done", "decided", "open"]
_COUNTABLE = 20
_GAP = 3


class CountBar(Painted):
    """So many of so many: blocks up to twenty, a plain bar above."""

    def __init__(self, count: int, total: int, spoken: str = "") -> None:
        super().__init__(spoken)
        self._count, self._total = count, total

    def sizeHint(self) -> QSize:
        """Return the room of a bar."""
        return QSize(scaled(200), scaled(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks, or the bar."""
        painter = QPainter(self)
        smooth(painter)
        if 0 < self._total <= _COUNTABLE:
            for number, block in enumerate(_blocks(self.width(), self.height(), self._total)):
                box(painter, block, 2, "accent" if number < self._count else "line")
            return
        whole = QRectF(self.rect())
        box(painter, whole, self.height() / 2, "line")
        if self._total and self._count:
            part = QRectF(0, 0, max(float(self.height()), self.width() * self._count / self._total), self.height())
            box(painter, part, self.height() / 2, "accent")


class CountRow(QWidget):
    """What is counted, "12 of 17", and the blocks below."""

    def __init__(self, caption: str, count: int, total: int, of_words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        figures = (label(str(count), "strong", wrap=False), label(of_words, "small", "ink2", wrap=False))
        column.addWidget(Beside(label(caption), *figures, spacing=6))
        column.addWidget(CountBar(count, total, f"{caption}: {count} {of_words}"))


class DutyBlocks(Painted):
    """One block per duty: proven is solid, done is half, decided is outlined, open is grey."""

    def __init__(self, states: Sequence[DutyState], spoken: str) -> None:
        super().__init__(spoken)
        self._states = tuple(states)

    def sizeHint(self) -> QSize:
        """Return the room of a row of blocks."""
        return QSize(scaled(25) * max(1, len(self._states)), scaled(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks."""
        painter = QPainter(self)
        smooth(painter)
        width = min(self.width(), scaled(25) * len(self._states))
        for state, block in zip(self._states, _blocks(width, self.height(), len(self._states)), strict=True):
            _draw_duty(painter, block, state)


def _draw_duty(painter: QPainter, block: QRectF, state: DutyState) -> None:
    if state == "open":
        box(painter, block, 2, "line")
    elif state == "proven":
        box(painter, block, 2, "accent")
    else:
        box(painter, block, 2, "paper", "accent")
        if state == "done":
            half = block.height() / 2
            box(painter, block.adjusted(0, half, 0, 0), 1, "accent")


def _blocks(width: int, height: int, count: int) -> list[QRectF]:
    step = (width + _GAP) / max(1, count)
    return [QRectF(round(number * step), 0, round(step - _GAP), height) for number in range(count)]
