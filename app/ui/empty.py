"""The empty state: what a register is for, one greyed example row, and what one can do now. No dead ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.cells import Cell, Column
from app.ui.fonts import scaled
from app.ui.icons import EMPTY, IconLabel
from app.ui.table import RowsTable
from app.ui.text import label

_WIDTH = 720


class EmptyState(QWidget):
    """Icon, title, one sentence; then `with_example` and `with_actions`."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDTH))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 40, 0, 24)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self.body.addWidget(IconLabel(icon, "accent", EMPTY), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(6)
        for words in (label(title, "title"), label(sentence, "body", "ink2")):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(words)

    def with_example(self, name: str, columns: Sequence[Column], cells: Sequence[Cell]) -> EmptyState:
        """Show one example row; the first column's title says that it is one."""
        grey = [Cell(cell.text, cell.second, cell.chip, "ink2", cell.role) for cell in cells]
        table = RowsTable(name, columns, [grey])
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSelectionMode(RowsTable.SelectionMode.NoSelection)
        self.body.addSpacing(24)
        self.body.addWidget(table)
        return self

    def with_actions(self, *buttons: QPushButton) -> EmptyState:
        """Show the buttons in the middle."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addSpacing(24)
        self.body.addLayout(row)
        return self
