"""Tables: one view for every register and one ready-made for a few fixed rows.

`TableView` takes any model that answers `CELL`; it draws 10,000 rows as fast as ten. `RowsTable` shows frozen
rows in full height, without a scroll bar of its own, inside a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from app.ui.cells import CELL, PADDING, Cell, CellDelegate, Column, row_height
from app.ui.drawing import LEFT, RIGHT, hairline, width_of, words
from app.ui.fonts import scaled
from app.ui.icons import CHIP, paint_icon
from app.ui.listing import AnyIndex

Rows = Sequence[Sequence[Cell]]

_LEAST = 140  # of a column that takes what is left


class TableHeader(QHeaderView):
    """Titles in small letters over a strong line, with an arrow at the sorted column."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Be as high as a header is."""
        return QSize(super().sizeHint().width(), scaled(36))

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room the title and its arrow need."""
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return QSize(width_of(title, "small_strong") + scaled(2 * PADDING + CHIP), self.sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        alignment = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = alignment is not None and int(alignment) & int(Qt.AlignmentFlag.AlignRight)
        painter.save()
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        room = rect.adjusted(scaled(PADDING), 0, -scaled(PADDING + (CHIP if sorted_here and not right else 0)), 0)
        words(painter, room, title, "small_strong", "ink2", flags=int(RIGHT if right else LEFT))
        if sorted_here:
            name = "chevron-up" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else "chevron-down"
            left = rect.left() if right else rect.right() - scaled(PADDING + CHIP)
            paint_icon(painter, QRect(left, rect.top(), scaled(CHIP), rect.height()), name, "ink2")
        hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), "edge")
        painter.restore()


class TableView(QTableView):
    """A table without grid: rows are selected as a whole, cells are drawn by the delegate."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._open: list[int] = []
        self.setHorizontalHeader(TableHeader())
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.set_two_lines(True)

    def set_two_lines(self, two_lines: bool) -> None:
        """Make rows high enough for two lines, or for one."""
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(row_height(two_lines=two_lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns without a width of their own what is left, but never less than can be read."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        if not self._open:
            return
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(number) for number in range(header.count()) if number not in self._open)
        share = (self.viewport().width() - taken) // len(self._open)
        for number in self._open:
            header.resizeSection(number, max(scaled(_LEAST), header.sectionSizeFromContents(number).width(), share))

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Give the columns their widths; call it after the model was set."""
        header = self.horizontalHeader()
        self._open = [number for number, column in enumerate(columns) if not column.width]
        for number, column in enumerate(columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            if column.width:
                title = header.sectionSizeFromContents(number).width() - scaled(CHIP)
                self.setColumnWidth(number, max(scaled(column.width), title))
        self._stretch()


class RowsModel(QAbstractTableModel):
    """Frozen rows of cells."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def show_rows(self, rows: Rows) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = CELL) -> object:
        """Return the cell for the delegate, its words for everyone else."""
        cell = self.rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return cell.spoken
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title and side."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> int:
        return int(RIGHT if self._columns[column].align == "right" else LEFT)


class RowsTable(TableView):
    """A small table for reading, as high as its rows; long words wrap."""

    def __init__(self, name: str, columns: Sequence[Column], rows: Rows) -> None:
        super().__init__(name)
        self._model = RowsModel(columns, self)
        self._cells = CellDelegate(self, wraps=True)
        self.setItemDelegate(self._cells)
        self.setModel(self._model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        self.set_columns(columns)
        self.show_rows(rows)

    def show_rows(self, rows: Rows) -> None:
        """Show these rows instead."""
        self._model.show_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the rows, and the scroll bar below them if there has to be one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for number, row in enumerate(self._model.rows):
            least = row_height(two_lines=any(cell.second for cell in row))
            heights = (self._cells.height_at(cell, self.columnWidth(column)) for column, cell in enumerate(row))
            self.setRowHeight(number, max(least, *heights))
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + bar)
