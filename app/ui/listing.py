"""Frozen rows for Qt's item views: a model is replaced as a whole, never edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select}


class Listing(QAbstractListModel, Generic[Row]):
    """A column of frozen rows; `spoken` is what a screen reader says for one."""

    def __init__(
        self, spoken: Callable[[Row], str], *, live: Callable[[Row], bool] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._spoken, self._live = spoken, live
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = ROW) -> object:
        """Return the row itself for the delegate, its words for everyone else."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(row)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if self._live and index.isValid() and not self._live(self.rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def chose_by_key(view: QListView, event: QKeyEvent) -> QModelIndex | None:
    """Return the current row if this key means "take it"."""
    current = view.currentIndex()
    return current if event.key() in _ENTER and current.isValid() else None
