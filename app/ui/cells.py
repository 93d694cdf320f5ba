"""What a table cell says and how it is drawn: two lines, a chip, right-aligned figures, a mark on the selected row.

A model answers `CELL` with a `Cell`; the delegate draws it, and the same cell tells the screen reader its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.chip import Chip, chip_size, paint_chip
from app.ui.drawing import LEFT, RIGHT, box, hairline, line_height, smooth, words, wrapped_height
from app.ui.fonts import Role, scaled
from app.ui.listing import AnyIndex

CELL = int(Qt.ItemDataRole.UserRole)
Align = Literal["left", "right"]
PADDING = 10

_A = Qt.AlignmentFlag
_V = _A.AlignVertical_Mask
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and width; a width of 0 takes what is left. Dates are 108 wide, amounts 150."""

    title: str
    width: int = 0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. A chip takes the place of the first line."""

    text: str = ""
    second: str = ""
    chip: Chip | None = None
    tone: str = "ink"
    role: Role = "body"

    @property
    def spoken(self) -> str:
        """Return all words of the cell, as one line."""
        chip = self.chip.word if self.chip else ""
        return ", ".join(part for part in (self.text, chip, self.second) if part)


def row_height(*, two_lines: bool) -> int:
    """Return the height of a table row."""
    return scaled(52 if two_lines else 40)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of every table. `wraps` lets long words take more lines, for tables of few rows."""

    def __init__(self, parent: QObject, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._wraps = wraps

    def height_at(self, cell: Cell, width: int) -> int:
        """Return the height a cell needs at a width."""
        first, second = _heights(cell, width - 2 * scaled(PADDING), wraps=self._wraps)
        return first + second + scaled(15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw ground, mark, words and the line below."""
        cell = index.data(CELL)
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        _draw_ground(painter, rect, selected=selected, first=index.column() == 0)
        if isinstance(cell, Cell):
            smooth(painter)
            inner = rect.adjusted(scaled(PADDING), 0, -scaled(PADDING), -1)
            self._draw_cell(painter, inner, cell, _aligned(index), on_tint=selected)
        painter.restore()

    def _draw_cell(self, painter: QPainter, rect: QRect, cell: Cell, align: Align, *, on_tint: bool) -> None:
        flags = int((RIGHT if align == "right" else LEFT) & ~_V | _A.AlignTop)
        if self._wraps:
            flags |= int(Qt.TextFlag.TextWordWrap)
        above, below = _heights(cell, rect.width(), wraps=self._wraps)
        top = rect.top() + (rect.height() - above - below) // 2
        first = QRect(rect.left(), top, rect.width(), above)
        if cell.chip:
            left = rect.right() - chip_size(cell.chip).width() if align == "right" else rect.left()
            paint_chip(painter, left, first.center().y() + 1, cell.chip, on_tint=on_tint)
        else:
            words(painter, first, cell.text, cell.role, cell.tone, flags=flags)
        second = QRect(rect.left(), first.bottom() + 1 + _BETWEEN, rect.width(), below - _BETWEEN)
        words(painter, second, cell.second, "small", "ink2", flags=flags)


def _heights(cell: Cell, width: int, *, wraps: bool) -> tuple[int, int]:
    first = max(line_height("body"), wrapped_height(cell.text, cell.role, width) if wraps else 0)
    if not cell.second:
        return first, 0
    return first, _BETWEEN + (wrapped_height(cell.second, "small", width) if wraps else line_height("small"))


def _aligned(index: AnyIndex) -> Align:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return "right" if alignment is not None and int(alignment) & int(_A.AlignRight) else "left"


def _draw_ground(painter: QPainter, rect: QRect, *, selected: bool, first: bool) -> None:
    if selected:
        box(painter, QRectF(rect), 0, "accent-soft")
        if first:
            box(painter, QRectF(rect.left(), rect.top(), 3, rect.height()), 0, "accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()))
