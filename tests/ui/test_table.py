"""Tables: every cell has words for the ear, figures stand right, dates are never shortened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.cells import CELL, Cell, Column
from app.ui.chip import Chip, ChipLabel, chip_size
from app.ui.drawing import width_of
from app.ui.empty import EmptyState
from app.ui.table import RowsModel, RowsTable, TableView
from tests.ui.conftest import Stage
from tests.ui.samples import FINE_COLUMNS, FINE_ROWS


def test_a_cell_is_spoken_with_its_chip_and_second_line() -> None:
    assert Cell("14.05.2026", "überfällig").spoken == "14.05.2026, überfällig"
    assert Cell(chip=Chip("offen", "breach")).spoken == "offen"


def test_a_table_tells_its_titles_and_cells(stage: Stage) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    stage(table)
    model = table.model()
    assert table.accessibleName() == "Bußgeldrahmen"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Rahmen bis"
    assert model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "offen"
    assert model.index(0, 0).data(CELL) is FINE_ROWS[0][0]


def test_amounts_stand_right_and_words_left(stage: Stage) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    stage(table)
    sides = [table.model().index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(2)]
    assert [bool(side & int(Qt.AlignmentFlag.AlignRight)) for side in sides] == [False, True]


def test_a_small_table_shows_all_its_rows_without_a_scroll_bar(stage: Stage, qtbot: QtBot) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    stage(table, 600, 600)
    qtbot.waitUntil(lambda: table.height() == 36 + 2 * 52)
    table.show_rows([[Cell("Eins"), Cell("1"), Cell()]] * 3)
    qtbot.waitUntil(lambda: table.height() == 36 + 3 * 40)
    assert table.verticalScrollBar().maximum() == 0


def test_the_arrows_move_from_row_to_row(stage: Stage) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    stage(table)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    assert not table.grab().isNull()


def test_a_column_is_never_narrower_than_its_title(stage: Stage) -> None:
    long = "Wiederherstellungszeitvorgabe"
    table = RowsTable("Tests", [Column("System"), Column(long, 60)], [[Cell("ERP"), Cell("8 h")]])
    stage(table)
    assert table.columnWidth(1) >= width_of(long, "small_strong") + 20


def test_a_date_fits_its_column(theme: object) -> None:
    assert theme
    assert width_of("28.12.2026", "body", tabular=True) <= 108 - 20


def test_a_sorted_column_shows_an_arrow(stage: Stage) -> None:
    table = TableView("Tests")
    model = RowsModel(FINE_COLUMNS, table)
    model.show_rows(FINE_ROWS)
    table.setModel(model)
    table.set_columns(FINE_COLUMNS)
    stage(table, 700, 300)
    before = table.grab().toImage()
    table.horizontalHeader().setSortIndicatorShown(True)
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert table.grab().toImage() != before


def test_ten_thousand_rows_are_shown_to_the_last(stage: Stage) -> None:
    table = TableView("Bestand")
    model = RowsModel(FINE_COLUMNS, table)
    model.show_rows(FINE_ROWS * 5000)
    table.setModel(model)
    table.set_columns(FINE_COLUMNS)
    stage(table, 900, 600)
    table.scrollToBottom()
    assert not table.grab().isNull()


def test_a_chip_is_as_wide_as_its_word_and_says_it(stage: Stage) -> None:
    chip = ChipLabel(Chip("vorläufig", "due"))
    stage(chip)
    chip.show_chip(Chip("überfällig seit 6. März 2026", "breach"))
    assert chip.accessibleName() == chip.chip.word
    assert chip.sizeHint() == chip_size(chip.chip)
    assert chip_size(chip.chip).width() > width_of(chip.chip.word, "small_strong")


def test_the_example_row_is_shown_but_cannot_be_reached(stage: Stage) -> None:
    state = EmptyState("truck", "Noch keine Lieferanten", "Beginnen Sie mit fünf.")
    state.with_example("Beispiel", [Column("Beispiel"), Column("Zugang", 150)], [Cell("Nord GmbH"), Cell("VPN")])
    stage(state, 900, 500)
    table = state.findChild(RowsTable)
    assert isinstance(table, RowsTable)
    assert table.focusPolicy() is Qt.FocusPolicy.NoFocus
    cell = table.model().index(0, 0).data(CELL)
    assert cell.tone == "ink2"
