"""At twice the text size no word is cut and nothing is too small to hit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.beside import Beside
from app.ui.buttons import primary, secondary
from app.ui.chip import Chip, ChipLabel, chip_size
from app.ui.fonts import scaled
from app.ui.page import ScrollPage
from app.ui.table import RowsTable
from app.ui.text import label
from app.ui.theme import Theme
from tests.ui import plates_pieces, plates_screens
from tests.ui.conftest import Stage
from tests.ui.samples import FINE_COLUMNS, FINE_ROWS


@pytest.fixture(params=[1.0, 1.5, 2.0])
def scale(request: pytest.FixtureRequest, theme: Theme) -> Iterator[float]:
    theme.set_text_scale(request.param)
    yield request.param
    theme.set_text_scale(1.0)


def cut(window: QWidget) -> list[str]:
    """Return the words of every visible label that has less room than it needs, in height or in width."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisibleTo(window) and each.text()]
    low = [each.text() for each in labels if each.wordWrap() and each.height() < each.heightForWidth(each.width())]
    narrow = [each.text() for each in labels if not each.wordWrap() and each.width() < each.sizeHint().width()]
    return low + narrow


@pytest.mark.parametrize(
    "plate", [plates_pieces.boxes, plates_pieces.typography, plates_screens.result, plates_screens.empty]
)
def test_no_word_is_cut_in_a_page_of_1280(stage: Stage, qtbot: QtBot, scale: float, plate: object) -> None:
    assert scale
    assert callable(plate)
    page = ScrollPage()
    page.add(*plate())
    window = stage(page, 1280, 720)
    qtbot.waitUntil(lambda: cut(window) == [])


def test_controls_and_icons_grow_with_the_text(stage: Stage, scale: float) -> None:
    edit = QLineEdit()
    stage(edit, 300, 200)
    assert primary("Weiter", "check").sizeHint().height() == round(36 * scale)
    assert chip_size(Chip("vorläufig", "due")).height() >= round(22 * scale)
    assert edit.minimumSizeHint().height() >= round(34 * scale)
    assert scaled(10) == 10 * scale


def test_a_chip_and_a_long_title_share_a_line_only_if_both_fit(stage: Stage, qtbot: QtBot) -> None:
    title, chip = label("Mindestens wichtige Einrichtung", "display"), ChipLabel(Chip("vorläufig", "due"))
    beside = Beside(title, chip, secondary("Drucken"))
    stage(beside, 700, 100)
    qtbot.waitUntil(lambda: chip.mapTo(beside, chip.rect().topLeft()).x() > title.x() + 100)
    beside.resize(420, 200)
    qtbot.waitUntil(lambda: chip.mapTo(beside, chip.rect().topLeft()).y() > title.y() + 10)
    assert beside.minimumSizeHint().width() < 420


def test_a_narrow_table_wraps_its_words_and_keeps_its_amounts(stage: Stage, qtbot: QtBot) -> None:
    table = RowsTable("Bußgeldrahmen", FINE_COLUMNS, FINE_ROWS)
    stage(table, 900, 400)
    wide = table.height()
    table.resize(QSize(500, 400))
    qtbot.waitUntil(lambda: table.height() > wide)
    assert table.columnWidth(1) == 150
