"""Earlier assessments: a dated record of each, never changed, and its paper printed again as it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, gap, stack
from app.shell.models.earlier import EarlierModel, EarlierRow
from app.shell.pages.paper_making import PaperMaking
from app.shell.pages.paper_place import ask_place
from app.shell.paper_desk import PaperDeeds
from app.ui.boxes import Box, note
from app.ui.buttons import ghost, secondary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip, ChipLabel
from app.ui.empty import EmptyState
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.table import RowsTable
from app.ui.text import Prose, label


class EarlierPage(QFrame):
    """The list at the left, the chosen record at the right."""

    def __init__(self, model: EarlierModel, deeds: PaperDeeds, language: Language) -> None:
        super().__init__()
        self._model, self._deeds, self._language = model, deeds, language
        self._say = language.say
        self._chosen: EarlierRow | None = None
        self.open = secondary(self._say(Text("Open its paper")), "external-link")
        self.save = ghost(self._say(Text("Save as PDF …")), "download")
        self.making = PaperMaking(language, self._set_busy)
        self.table = RowsTable(
            self._say(Text("Earlier assessments")), self._columns(), list(map(self._row, model.rows))
        )
        self._words = Box("quiet", padding=20, spacing=6)
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        if model.rows:
            self.table.selectRow(0)
        self.setFocusProxy(self.table)

    def _selected(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self._model.rows):
            self._chosen = self._model.rows[index.row()]
            self._show(self._chosen)

    def _set_busy(self, busy: bool) -> None:
        for button in (self.open, self.save):
            button.setEnabled(not busy)

    def _save(self) -> None:
        code = self._language.code
        place = ask_place(self, self._language, self._deeds.title(code))
        if place and self._chosen:
            self.making.make(self._deeds.old_paper(self._chosen.record, code), lambda paper: self._keep(place, paper))

    def _keep(self, place: Path, paper: bytes) -> None:
        self.making.say_saved(place, self._deeds.save(place, paper))

    def _open(self) -> None:
        if self._chosen is None:
            return
        work = self._deeds.old_paper(self._chosen.record, self._language.code)
        self.making.make(work, self._hand_on)

    def _hand_on(self, paper: bytes) -> None:
        trouble = self._deeds.show_outside(self._language.code, paper)
        done = Text("Opened. The copy is removed when you lock or close the program.")
        self.making.say(trouble or done, "error" if trouble else "ok")

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text("Each assessment as it was recorded: facts, result and version of the law. None is changed.")
        page.add(PageHead(self._say(Text("Earlier assessments")), self._say(subtitle)))
        if self._model.rows:
            main = QWidget()
            inside = column(main)
            fill(inside, self.table)
            inside.addStretch(1)
            page.add(TwoColumns(main, self._side(), side_width=340, stack_below=860))
        else:
            text = Text("The first one is recorded when you finish the questions.")
            page.add(EmptyState("history", self._say(Text("No assessment yet")), self._say(text)))
        fill(column(self, spacing=0), page)

    def _side(self) -> QWidget:
        why = Text("So you can show later what you knew and decided on a day, even if the law has changed since.")
        return stack(self._words, note(self._say(Text("Why they are kept")), self._say(why)), spacing=16)

    def _show(self, chosen: EarlierRow) -> None:
        body = self._words.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self.open, self.save, self.making):
                widget.hide()
                widget.deleteLater()
        self._words.add(label(self._say(chosen.result), "title"), label(chosen.company, "body", "ink2"))
        if not chosen.untouched:
            self._words.add(ChipLabel(Chip(self._say(Text("changed since it was recorded")), "breach")))
        for name, value in (
            (Text("Recorded"), chosen.recorded_at),
            (Text("Facts as of"), chosen.as_of),
            (Text("Version of the law"), chosen.law),
            (Text("Fingerprint (SHA-256)"), chosen.fingerprint + " …"),
        ):
            self._words.add(gap(2), label(self._say(name), "small_strong", "ink2"), Prose(self._say(value)))
        self._words.add(gap(6), self.open, self.save, self.making)

    def _columns(self) -> list[Column]:
        return [
            Column(self._say(Text("Result"))),
            Column(self._say(Text("Facts as of")), 108),
            Column(self._say(Text("Recorded")), 170),
        ]

    def _row(self, one: EarlierRow) -> list[Cell]:
        return [
            Cell(self._say(one.result), one.company, role="medium"),
            Cell(self._say(one.as_of)),
            Cell(self._say(one.recorded_at), self._say(Text("complete")) if one.untouched else ""),
        ]
