"""The table of related enterprises: one row each, described by plain questions in a form below the table.

Every row counts as soon as it has a name. What a row means in law stands in the row itself, so that nobody has to
know the words "linked" and "partner". A removed row can be put back.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Money, Percent, Sayable, Text
from app.ui.buttons import ghost, secondary
from app.ui.cells import Cell, Column
from app.ui.table import RowsTable
from app.wizard.page_inputs.answering import NOT_UNDERSTOOD, Asked, Input
from app.wizard.page_inputs.related_form import RelatedForm
from app.wizard.related import relation_said, row_fault
from app.wizard.values import Enterprises, Related, Value

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


@dataclass(frozen=True, slots=True)
class _Kept:
    """The open form as it was left: the place of its row, the row, what is no figure."""

    place: int
    row: Related
    unread: dict[str, str]


class RelatedInput(Input):
    """Table, buttons, and the form of the row that is being written."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._say = asked.language.say
        self.rows = list(asked.value.rows) if isinstance(asked.value, Enterprises) else []
        self._removed: tuple[int, Related] | None = None
        self.place = len(self.rows)
        self.table = RowsTable(asked.name, _columns(asked.language), [])
        self.insert = secondary(self._say(Text("Add an enterprise")), "plus")
        self.change = ghost(self._say(Text("Edit")), "pencil")
        self.remove = ghost(self._say(Text("Remove")), "trash-2")
        self.restore = ghost(self._say(Text("Put back")), "undo-2")
        self.form = RelatedForm(asked.language)
        self.add(self.table, self._buttons(), self.form)
        self._connect()
        kept = asked.typed
        if isinstance(kept, _Kept):
            self._open(kept.place, kept.row, kept.unread)
        elif self.rows:
            self._close()
        else:
            self._open(0, Related(name=""), {})

    def value(self) -> Value:
        """Return the rows that have a name and nothing wrong."""
        return Enterprises(tuple(row for row in self._all() if not row_fault(row)))

    def obstacle(self) -> Text | None:
        """Return what is wrong with the row that is being written."""
        if not self.form.isVisibleTo(self) or self.form.is_empty:
            return None
        return NOT_UNDERSTOOD if self.form.unread else row_fault(self.form.row)

    def troubled(self) -> QWidget:
        """Return the field of the form that stops the next step."""
        return self.form.troubled() if self.form.isVisibleTo(self) else self

    def typed(self) -> object:
        """Return the open form."""
        return _Kept(self.place, self.form.row, self.form.unread) if self.form.isVisibleTo(self) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit or remove the current row of the table."""
        on_row = self.table.hasFocus() and self.table.currentIndex().isValid()
        if on_row and event.key() in _ENTER:
            self._edit()
        elif on_row and event.key() in _REMOVE:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.insert.clicked.connect(lambda: self._begin(len(self.rows), Related(name="")))
        self.change.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.restore.clicked.connect(self._restore)
        self.table.doubleClicked.connect(self._edit)
        self.form.changed.connect(self._form_changed)
        self.form.closed.connect(self._done)

    def _buttons(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.insert, self.change, self.remove, self.restore):
            row.addWidget(button)
        row.addStretch(1)
        return line

    def _all(self) -> list[Related]:
        """Return the rows with the one that is being written in its place."""
        if not self.form.isVisibleTo(self) or self.form.is_empty:
            return self.rows
        return [*self.rows[: self.place], self.form.row, *self.rows[self.place + 1 :]]

    def _begin(self, place: int, row: Related) -> None:
        self._settle()
        self._open(place, row, {})
        self.form.setFocus()

    def _edit(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.rows):
            self._begin(place, self.rows[place])

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        self._settle()
        if 0 <= place < len(self.rows):
            self._removed = (place, self.rows.pop(place))
            self._close()
            (self.restore if not self.rows else self.table).setFocus()
            self.changed.emit()

    def _restore(self) -> None:
        if self._removed:
            self._settle()
            self.rows.insert(*self._removed)
            self._removed = None
            self._close()
            self.changed.emit()

    def _settle(self) -> None:
        """Take the row that is being written into the table."""
        self.rows = [row for row in self._all() if not row_fault(row)]

    def _done(self) -> None:
        wrong = self.obstacle()
        if wrong:
            self.show_fault(self._say(wrong))
            self.form.troubled().setFocus()
            return
        self._settle()
        self._close()
        self.insert.setFocus()

    def _open(self, place: int, row: Related, unread: dict[str, str]) -> None:
        self.place = place
        self.form.show_row(row, unread)
        self.form.show()
        self._show_rows()
        self.setFocusProxy(self.form)

    def _close(self) -> None:
        self.form.hide()
        self._show_rows()
        self.setFocusProxy(self.table if self.rows else self.insert)

    def _form_changed(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        rows, current = self._all(), self.table.currentIndex().row()
        self.table.show_rows([_cells(row, self.asked.language) for row in rows])
        self.table.setVisible(bool(rows))
        self.table.selectRow(max(0, min(current, len(rows) - 1)))
        writing = self.form.isVisibleTo(self)
        self.insert.setVisible(not writing)
        self.change.setVisible(bool(rows) and not writing)
        self.remove.setVisible(bool(rows) and not writing)
        self.restore.setVisible(self._removed is not None and not writing)


def _columns(language: Language) -> list[Column]:
    say = language.say
    return [
        Column(say(Text("Enterprise"))),
        Column(say(Text("Share")), 76, "right"),
        Column(say(Text("Employees")), 108, "right"),
        Column(say(Text("Turnover")), 116, "right"),
    ]


def _cells(row: Related, language: Language) -> list[Cell]:
    turnover = row.figures.turnover_eur
    shown: tuple[Sayable | None, ...] = (
        None if row.share is None else Percent(row.share),
        row.figures.headcount_awu,
        None if turnover is None else Money(turnover, short=True),
    )
    name = Cell(row.name.strip() or "…", language.say(relation_said(row)), role="medium")
    return [name, *(Cell("–" if value is None else language.say(value)) for value in shown)]
