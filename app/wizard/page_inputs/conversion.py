"""The conversion of heads into full-time positions, line by line, with its sum written into the field above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.boxes import Box
from app.ui.buttons import ghost
from app.ui.choices import Segmented
from app.ui.text import Words, figure_label, label, rule
from app.wizard.numbers import Quantity
from app.wizard.page_inputs.figure_cell import FigureCell
from app.wizard.workforce import GROUPS, NOT_COUNTED, Group, Line, positions, total

Content = tuple[Decimal | str, Decimal | str]
Lines = dict[str, dict[str, Content]]
"""Per year and group: heads and share."""


class Conversion(Box):
    """One grid for all years asked for; `summed` brings a year and its positions, `changed` any key."""

    summed = Signal(str, object)
    changed = Signal()

    def __init__(self, years: Mapping[str, str], language: Language, lines: Lines) -> None:
        super().__init__("card", padding=16)
        self._language, self._say = language, language.say
        self.lines: Lines = {year: dict(lines.get(year, {})) for year in years}
        self.year = next(iter(years))
        self.years = Segmented(
            self._say(Text("Financial year")), {y: (y, name) for y, name in years.items()}, self.year
        )
        self.toggle = ghost("", "chevron-down")
        self.cells = {group.id: self._group_cells(group) for group in GROUPS}
        self.results = {group.id: figure_label("") for group in GROUPS}
        self.sum_words, self.sum = label("", "strong"), figure_label("")
        self._body = self._grid()
        self.add(self._head(), self._body)
        self.years.chosen.connect(self._choose_year)
        self.toggle.clicked.connect(lambda: self.open(is_open=not self._body.isVisibleTo(self)))
        self._show_year()
        self.open(is_open=any(self.lines.values()))

    def open(self, *, is_open: bool) -> None:
        """Show or hide everything but the head."""
        self._body.setVisible(is_open)
        self.years.setVisible(is_open and len(self.lines) > 1)
        words = Text("Hide") if is_open else Text("Show")
        self.toggle.show_words(self._say(words), "chevron-up" if is_open else "chevron-down")
        self.toggle.setAccessibleName(f"{self._say(words)}: {self._say(_TITLE)}")

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(label(self._say(_TITLE), "strong"), 1)
        row.addWidget(self.years)
        row.addWidget(self.toggle)
        return head

    def _group_cells(self, group: Group) -> tuple[FigureCell, FigureCell]:
        name = self._say(group.label)
        heads = FigureCell(f"{name}, {self._say(_HEADS)}", Quantity.PEOPLE, self._language)
        share = FigureCell(f"{name}, {self._say(_SHARE)}", Quantity.SHARE, self._language)
        for cell in (heads, share):
            cell.textEdited.connect(self._edited)
        return heads, share

    def _grid(self) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for number, parts in enumerate(self._grid_rows()):
            for place, part in enumerate(parts):
                grid.addWidget(part, number, place)
        end = grid.rowCount()
        grid.addWidget(rule(), end, 0, 1, 4)
        grid.addWidget(self.sum_words, end + 1, 0)
        grid.addWidget(self.sum, end + 1, 3)
        grid.addWidget(label(self._say(NOT_COUNTED), "small", "ink2"), end + 2, 0, 1, 4)
        return body

    def _grid_rows(self) -> Iterator[tuple[QWidget, ...]]:
        yield (QWidget(), *map(self._column_head, (_HEADS, _SHARE, Text("Positions"))))
        for group in GROUPS:
            yield (label(self._say(group.label)), *self.cells[group.id], self.results[group.id])

    def _column_head(self, words: Text) -> Words:
        head = label(self._say(words), "small_strong", "ink2", wrap=False)
        head.setAlignment(Qt.AlignmentFlag.AlignRight)
        return head

    def _choose_year(self, year: str) -> None:
        self.year = year
        self._show_year()

    def _show_year(self) -> None:
        kept = self.lines[self.year]
        for group in GROUPS:
            for cell, content in zip(self.cells[group.id], kept.get(group.id, ("", group.usual_share)), strict=True):
                cell.put(content)
        self._show_sum()

    def _edited(self) -> None:
        self.lines[self.year] = {
            name: (heads.content, share.content) for name, (heads, share) in self.cells.items() if heads.text().strip()
        }
        self._show_sum()
        if self._read():
            self.summed.emit(self.year, total(self._read().values()))
        self.changed.emit()

    def _show_sum(self) -> None:
        read = self._read()
        for name, result in self.results.items():
            result.setText(self._language.number(positions(read[name]), 1) if name in read else "–")
        self.sum_words.show_text(self._say(Text("Sum for {year}", year=self.year)))
        self.sum.setText(self._language.number(total(read.values()), 1) if read else "–")

    def _read(self) -> dict[str, Line]:
        """Return the lines in which both figures are understood."""
        return {
            name: Line(heads.figure, share.figure)
            for name, (heads, share) in self.cells.items()
            if heads.figure is not None and share.figure is not None
        }


_TITLE = Text("Convert heads into positions")
_HEADS, _SHARE = Text("Heads"), Text("Working time")
