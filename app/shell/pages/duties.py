"""The duties: what binds the company, since when or until when, and beside the list what each one means.

Whether a duty is fulfilled is not known yet, so the page never says "missing", only "overdue unless done".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Language
from app.core.text import Plural, Text
from app.shell.arrange import column, fill
from app.shell.models.duties import DutiesModel, DutyRow, Kind
from app.shell.pages.duty_detail import DutyDetail
from app.ui.boxes import Message
from app.ui.buttons import Button, ghost, pill, primary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip
from app.ui.flow import Flow
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.table import RowsTable
from app.ui.text import label

_KINDS: tuple[tuple[Kind, Text], ...] = (
    ("all", Text("All")),
    ("overdue", Text("Overdue")),
    ("dated", Text("With a date")),
    ("measures", Text("Ten measures")),
)
_AIR = 12
"""What is left between the upper edge of the window and the explanation."""


class DutiesPage(QFrame):
    """A table of duties, and the chosen one in full."""

    def __init__(self, model: DutiesModel, language: Language, go: Callable[[str], None]) -> None:
        super().__init__()
        self._model, self._language, self._go = model, language, go
        self._say = language.say
        self.paper = primary(self._say(Text("Make board paper")), "file-text")
        self._page = ScrollPage()
        self._side = QWidget()
        self.detail = DutyDetail(language)
        self.back = ghost(self._say(Text("Back to the list")), "arrow-up")
        self.pills = {kind: self._pill(kind, name) for kind, name in _KINDS}
        self.table = RowsTable(self._say(Text("Duties")), self._columns(), [])
        self._shown: tuple[DutyRow, ...] = ()
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.table.clicked.connect(self._go_to_detail)
        self.table.activated.connect(self._go_to_detail)
        self.back.clicked.connect(self._go_to_list)
        self.paper.clicked.connect(self._make_paper)
        self._show_kind("all")
        self.setFocusProxy(self.table)

    def _make_paper(self) -> None:
        self._go("reports")

    def _show_kind(self, kind: Kind) -> None:
        for other, button in self.pills.items():
            button.setChecked(other == kind)
        self._shown = tuple(one for one in self._model.rows if kind in one.kinds)
        self.table.show_rows([self._row(one) for one in self._shown])
        if self._shown:
            self.table.selectRow(0)
        self._show_detail(0 if self._shown else -1)

    def _selected(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail(index.row())

    def _is_below(self) -> bool:
        return self._side.mapTo(self, QPoint()).y() >= self.table.mapTo(self, self.table.rect().bottomLeft()).y()

    def _go_to_detail(self) -> None:
        if self._is_below():
            self.back.show()
            QTimer.singleShot(0, self, self._scroll_to_detail)

    def _scroll_to_detail(self) -> None:
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + self._side.mapTo(self, QPoint()).y() - _AIR)

    def _put_beside(self) -> None:
        """Let the explanation begin where the list is being read, not above the edge of the window."""
        hidden = 0 if self._is_below() else _AIR - self._side.mapTo(self, QPoint()).y()
        self._side.setContentsMargins(0, max(0, hidden), 0, 0)

    def _go_to_list(self) -> None:
        self._page.ensureWidgetVisible(self.pills["all"])
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the way back to the list only where the list is out of sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._follow_width)

    def _follow_width(self) -> None:
        self.back.setVisible(self._is_below())
        self._put_beside()

    def _show_detail(self, number: int) -> None:
        self.detail.setVisible(0 <= number < len(self._shown))
        if 0 <= number < len(self._shown):
            self.detail.show_duty(self._shown[number])
            QTimer.singleShot(0, self, self._put_beside)

    def _arrange(self) -> None:
        page = self._page
        subtitle = Text("What the law asks of you, each with its provision. Lateness is normal; begin at the top.")
        page.add(PageHead(self._say(Text("Duties")), self._say(subtitle), actions=(self.paper,)))
        if not self._model.rows:
            none = Text("As far as we know the company is not in scope, so the BSIG demands nothing of it.")
            page.add(Message("quiet", self._say(Text("No duties")), self._say(none), icon="shield-check"))
        else:
            main = QWidget()
            inside = column(main, spacing=12)
            fill(inside, Flow(*self._pills_with_something()), self.table, label(self._count(), "small", "ink2"))
            inside.addStretch(1)
            fill(column(self._side), self.back, self.detail)
            page.add(TwoColumns(main, self._side, side_width=316, stack_below=860))
        fill(column(self, spacing=0), page)

    def _count(self) -> str:
        total = len(self._model.rows)
        return self._say(Plural("{n} duty", "{n} duties", n=total))

    def _pills_with_something(self) -> Sequence[Button]:
        return [self.pills[kind] for kind, _ in _KINDS if self._number(kind)]

    def _pill(self, kind: Kind, name: Text) -> Button:
        words = Text("{name} · {n}", name=name, n=str(self._number(kind)))
        made = pill(self._say(words), checked=kind == "all")
        made.clicked.connect(lambda: self._show_kind(kind))
        return made

    def _number(self, kind: Kind) -> int:
        return sum(kind in one.kinds for one in self._model.rows)

    def _columns(self) -> list[Column]:
        return [
            Column(self._say(Text("Duty and provision"))),
            Column(self._say(Text("Due")), 118),
            Column(self._say(Text("State")), 178),
        ]

    def _row(self, duty: DutyRow) -> list[Cell]:
        state = Chip(self._say(duty.state.word), duty.state.tone)
        return [
            Cell(self._say(duty.short), self._say(duty.citation), role="medium"),
            Cell(self._say(duty.due), tone="breach" if duty.state.tone == "breach" else "ink"),
            Cell(chip=state),
        ]
