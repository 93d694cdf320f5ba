"""The list of entries, newest first, read from the vault only as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from app.core.language import Language
from app.core.text import Joined, Sayable, Text
from app.shell.models.history import Choice, HistoryLine, clock_was_set_back, history_line
from app.ui.cells import CELL, Cell, Column
from app.ui.drawing import LEFT, RIGHT
from app.ui.listing import AnyIndex
from database.chain import Entry, Item
from database.errors import VaultError

Part = Callable[[int | None, Choice], tuple[Entry, ...]]


class HistoryModel(QAbstractTableModel):
    """Lines that are read when they come into view. `failed` tells that the vault could not be read further."""

    failed = Signal(object)

    def __init__(self, language: Language, part: Part, title: Callable[[Item], Sayable], parent: QObject) -> None:
        super().__init__(parent)
        self._say, self._part, self._title = language.say, part, title
        self._choice = Choice()
        self._has_more = True
        self.columns = _columns(language)
        self.lines: list[HistoryLine] = []

    def show_choice(self, choice: Choice) -> None:
        """Begin anew with other entries."""
        self.beginResetModel()
        self._choice, self.lines, self._has_more = choice, [], True
        self._read()
        self.endResetModel()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there is an older entry."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: AnyIndex) -> None:
        """Read the next older entries."""
        if parent.isValid():
            return
        older = self._older()
        if not older:
            return
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
        self.lines += older
        self.endInsertRows()
        above = first - 1
        if above >= 0:
            self.dataChanged.emit(self.index(above, 0), self.index(above, len(self.columns) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines have been read."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = CELL) -> object:
        """Return the cell for the delegate, its words for everyone else."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role not in {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        cell = self._cell(index.row(), index.column())
        return cell if role == CELL else cell.spoken

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title and side."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def is_set_back(self, row: int) -> bool:
        """Tell whether the clock had been set back before the entry in a row; the next older one must be known."""
        return row + 1 < len(self.lines) and clock_was_set_back(self.lines[row].entry, self.lines[row + 1].entry)

    def _read(self) -> None:
        self.lines += self._older()

    def _older(self) -> list[HistoryLine]:
        last = self.lines[-1].entry.sequence if self.lines else None
        try:
            found = self._part(last, self._choice)
        except VaultError as error:
            self._has_more = False
            self.failed.emit(error)
            return []
        self._has_more = bool(found)
        return [history_line(entry) for entry in found]

    def _cell(self, row: int, column: int) -> Cell:
        line = self.lines[row]
        match column:
            case 0:
                return Cell(self._say(line.what), self._say(self._record(line)), role="medium")
            case 1:
                note = self._say(Text("the clock was set back")) if self.is_set_back(row) else ""
                return Cell(self._say(line.at), note)
            case 2:
                return Cell(line.entry.user or "–")
        return Cell(line.number, tone="ink2")

    def _record(self, line: HistoryLine) -> Sayable:
        if not line.register:
            return ""
        try:
            title = self._title(line.entry.items[0])
        except VaultError:
            return line.register
        return Joined((line.register, title), "") if title else line.register

    def _alignment(self, column: int) -> int:
        return int(RIGHT if self.columns[column].align == "right" else LEFT)


def _columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(say(Text("What"))),
        Column(say(Text("When")), 172),
        Column(say(Text("Who")), 116),
        Column(say(Text("No.")), 62, "right"),
    )
