"""What a table cell says and how it is drawn: two lines, a chip, right-aligned figures, a mark on the selected row.

A model answers `CELL` with a `Cell`; the delegate draws it, and the same cell tells the screen reader its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.chip import Chip, chip_size, paint_chip
from app.ui.drawing import LEFT, RIGHT, box, hairline, line_height, smooth, words
from app.ui.fonts import Role
from app.ui.listing import AnyIndex

CELL = int(Qt.ItemDataRole.UserRole)
Align = Literal["left", "right"]
PADDING = 10


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
    if two_lines:
        return max(52, line_height("body") + line_height("small") + 18)
    return max(40, line_height("body") + 18)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of every table."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of the row; widths are the header's business."""
        cell = index.data(CELL)
        two_lines = isinstance(cell, Cell) and bool(cell.second)
        return QSize(80, row_height(two_lines=two_lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw ground, mark, words and the line below."""
        cell = index.data(CELL)
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        _draw_ground(painter, rect, selected=selected, first=index.column() == 0)
        if isinstance(cell, Cell):
            smooth(painter)
            _draw_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), cell, _aligned(index), on_tint=selected)
        painter.restore()


def _aligned(index: AnyIndex) -> Align:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return "right" if alignment is not None and int(alignment) & int(Qt.AlignmentFlag.AlignRight) else "left"


def _draw_ground(painter: QPainter, rect: QRect, *, selected: bool, first: bool) -> None:
    if selected:
        box(painter, QRectF(rect), 0, "accent-soft")
        if first:
            box(painter, QRectF(rect.left(), rect.top(), 3, rect.height()), 0, "accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()))


def _draw_cell(painter: QPainter, rect: QRect, cell: Cell, align: Align, *, on_tint: bool) -> None:
    flags = int(RIGHT if align == "right" else LEFT)
    first, second = _lines(rect, cell)
    if cell.chip:
        left = rect.right() - chip_size(cell.chip).width() if align == "right" else rect.left()
        paint_chip(painter, left, first.center().y() + 1, cell.chip, on_tint=on_tint)
    else:
        words(painter, first, cell.text, cell.role, cell.tone, flags=flags)
    if cell.second:
        words(painter, second, cell.second, "small", "ink2", flags=flags)


def _lines(rect: QRect, cell: Cell) -> tuple[QRect, QRect]:
    if not cell.second:
        return rect, rect
    first, second = line_height("body"), line_height("small")
    top = rect.top() + (rect.height() - first - second - 2) // 2
    below = QRect(rect.left(), top + first + 2, rect.width(), second)
    return QRect(rect.left(), top, rect.width(), first), below
