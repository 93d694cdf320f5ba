"""Sets a `Table` of the document: its structure, its columns, its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFName  # type: ignore[import-untyped]  # brings no types

from app.core.text import Bilingual, Citation, Text
from app.reports.document import Blank, Cell, Cite, Column, Kind, StateMark, Table, TickBoxes
from app.reports.typeset.canvas import text_string
from app.reports.typeset.cells import BlankSet, BoxesSet, Setting, StateSet, WordsSet
from app.reports.typeset.columns import paddings, widths
from app.reports.typeset.elements import Element
from app.reports.typeset.stationery import (
    BLANK_LEAST,
    FULL_WIDTH,
    LEFT,
    LONG_TABLE,
    MARK_WIDTH,
    TABLE_AFTER,
    TABLE_BEFORE,
    TABLE_BODY,
    TABLE_HEAD,
    TEXT_COLUMN,
    TEXT_LEFT,
    Style,
)
from app.reports.typeset.tables import Row, SetCell, TableBox
from app.reports.typeset.voice import Voice, natural_width


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a table stands: its left edge and its width."""

    left: float
    width: float


_NARROW = Frame(TEXT_LEFT, TEXT_COLUMN)
_WIDE = Frame(LEFT, FULL_WIDTH)


def table_box(table: Table, voice: Voice, element: Element, frame: Frame | None = None) -> TableBox:
    """Return the table, set under its element; it says itself how wide it is unless it is given a frame."""
    body = TABLE_BODY if len(table.rows) < LONG_TABLE else TABLE_BODY.unkerned()
    setter = _TableSetter(table, voice, body, frame or (_WIDE if table.is_wide else _NARROW))
    head = setter.head(element.add("THead") if table.rows else element)
    rows = setter.rows(element.add("TBody")) if table.rows else []
    return TableBox(
        head=head,
        rows=rows,
        lefts=setter.lefts,
        width=setter.width,
        before=TABLE_BEFORE,
        after=TABLE_AFTER,
        is_wide=table.is_wide,
    )


def table_element(parent: Element, table: Table, voice: Voice) -> Element:
    """Return the element of a table, with the sentence that says what it shows."""
    return parent.add("Table").describe("Table", Summary=text_string(voice.plain(table.summary)))


class _TableSetter:
    """One table being set: its columns are measured first, then every cell is set for its column."""

    def __init__(self, table: Table, voice: Voice, body: Style, frame: Frame) -> None:
        self._table = table
        self._voice = voice
        self._body = body
        self.width = frame.width
        pads = paddings(table.columns)
        needs = [self._need(index, column) + pads[index] for index, column in enumerate(table.columns)]
        found = widths(table.columns, needs, self.width)
        self._inner = [width - pad for width, pad in zip(found, pads, strict=True)]
        self.lefts = [frame.left + sum(found[:index]) for index in range(len(found))]

    def head(self, element: Element) -> Row:
        """Return the head row, each cell a header of its column."""
        row = element.add("TR")
        cells = []
        for index, column in enumerate(self._table.columns):
            cell = row.add("TH").describe("Table", Scope=PDFName("Column"))
            lines = self._voice.lines(column.header, TABLE_HEAD, self._inner[index])
            cells.append(SetCell(WordsSet(lines, TABLE_HEAD, self._right(index)), cell))
        return Row(cells)

    def rows(self, element: Element) -> list[Row]:
        """Return the body rows; one cell of each names its row."""
        return [self._row(cells, element.add("TR")) for cells in self._table.rows]

    def _row(self, cells: Sequence[Cell], element: Element) -> Row:
        made = []
        for index, cell in enumerate(cells):
            if index == self._table.row_header:
                owner = element.add("TH").describe("Table", Scope=PDFName("Row"))
            else:
                owner = element.add("TD")
            made.append(SetCell(self._set(cell, index), owner))
        return Row(made)

    def _set(self, cell: Cell, index: int) -> Setting:
        style = self._style(index)
        cell = self._bound(cell, index)
        match cell:
            case StateMark():
                lines = self._voice.lines(cell.word, style, self._inner[index] - MARK_WIDTH)
                return StateSet(cell.state, WordsSet(lines, style))
            case TickBoxes():
                return self._boxes(cell, style)
            case Blank():
                return BlankSet(self._inner[index], self._voice.plain(cell.question))
            case _:
                return WordsSet(self._voice.lines(cell, style, self._inner[index]), style, self._right(index))

    def _boxes(self, cell: TickBoxes, style: Style) -> BoxesSet:
        say = self._voice.plain
        words = [self._voice.lines(choice, style, self.width)[0] for choice in cell.choices]
        questions = [
            say(Text("{choice}: {question}", choice=choice, question=cell.question)) for choice in cell.choices
        ]
        return BoxesSet(words, questions, style)

    def _bound(self, cell: Cell, index: int) -> Cell:
        """Return a bare source in a column of sources as a citation, which stays together."""
        is_bare = self._table.columns[index].kind is Kind.CITATION and isinstance(
            cell, str | Citation | Bilingual | Text
        )
        return Cite(cell) if is_bare else cell  # type: ignore[arg-type]  # a bare cell is sayable

    def _style(self, index: int) -> Style:
        return self._body.muted() if self._table.columns[index].kind is Kind.CITATION else self._body

    def _right(self, index: int) -> float | None:
        if self._table.columns[index].kind is not Kind.AMOUNT:
            return None
        return self._inner[index]

    def _need(self, index: int, column: Column) -> float:
        """Return the width of a column's widest word, header and cells alike."""
        header = natural_width(self._voice.words(column.header, TABLE_HEAD))
        return max([header, *(self._cell_need(row[index], index) for row in self._table.rows)])

    def _cell_need(self, cell: Cell, index: int) -> float:
        style = self._style(index)
        cell = self._bound(cell, index)
        match cell:
            case StateMark():
                return MARK_WIDTH + natural_width(self._voice.words(cell.word, style))
            case TickBoxes():
                return self._boxes(cell, style).width
            case Blank():
                return BLANK_LEAST
            case _:
                return natural_width(self._voice.words(cell, style))
