"""Number line, what-if, blocks and the little paper: drawn for the eye, spoken for the ear."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.blocks import CountBar, CountRow, DutyBlocks
from app.ui.fields import Reading
from app.ui.number_line import NumberLine, thirds
from app.ui.paper_sketch import PaperSketch
from app.ui.tokens import tokens
from app.ui.what_if import Figure, WhatIf
from tests.ui.conftest import Stage
from tests.ui.samples import SKETCH

STOPS = (0, 50, 250, 1000)
SCALE = thirds(STOPS, ("50", "250"), ("klein", "mittel", "groß"))


def parse(text: str) -> Reading:
    """Understand digits."""
    return Reading(Decimal(text)) if text.isdigit() else Reading(None, "Das ist keine Zahl.")


def staff() -> WhatIf:
    """Return a figure of sixty people."""
    return WhatIf(Figure("Beschäftigte", STOPS, Decimal(1), parse, str), Decimal(60), today="heute 60", as_today="wie")


@pytest.mark.parametrize(
    ("value", "part"), [(0, "klein"), (49, "klein"), (50, "mittel"), (250, "groß"), (9999, "groß")]
)
def test_a_threshold_belongs_to_the_part_above_it(stage: Stage, value: float, part: str) -> None:
    line = NumberLine(SCALE, value, str(value))
    stage(line, 300, 80)
    assert line.accessibleName() == f"{value}, {part}"
    assert not line.grab().isNull()


def test_a_line_without_a_value_is_drawn_and_says_nothing(stage: Stage) -> None:
    line = NumberLine(SCALE)
    stage(line, 300, 80)
    assert line.accessibleName() == ""
    assert not line.grab().isNull()


def test_a_scale_that_does_not_fit_together_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        thirds(STOPS, ("50",), ("klein", "groß"))


def test_the_field_is_wide_enough_for_whatever_it_says(stage: Stage) -> None:
    def speak(value: Decimal) -> str:
        return f"€{value / 1_000_000:.1f} million"

    figure = Figure("Balance sheet", (0, 10_000_000, 600_000_000), Decimal(100_000), parse, speak)
    piece = WhatIf(figure, Decimal(13_200_000), today="today €13.2 million", as_today="as today")
    stage(piece, 316, 120)
    for position in (0, 150, 299, 300):
        piece.slider.setValue(position)
        room = piece.field.width() - 2 * 11 - 2 * 2 - 2
        assert piece.field.fontMetrics().horizontalAdvance(piece.field.text()) < room


def test_the_slider_moves_the_field(stage: Stage, qtbot: QtBot) -> None:
    figure = staff()
    stage(figure, 300, 100)
    figure.slider.setFocus()
    with qtbot.waitSignal(figure.changed):
        QTest.keyClick(figure.slider, Qt.Key.Key_Home)
    assert figure.value == 0
    assert figure.field.text() == "0"


def test_the_field_moves_the_slider(stage: Stage, qtbot: QtBot) -> None:
    figure = staff()
    stage(figure, 300, 100)
    figure.field.selectAll()
    QTest.keyClicks(figure.field, "250")
    with qtbot.waitSignal(figure.changed, check_params_cb=lambda value: value == 250):
        QTest.keyClick(figure.field, Qt.Key.Key_Return)
    assert figure.slider.value() == 200
    assert figure.slider.accessibleDescription() == "250"


def test_what_is_no_number_is_marked_and_changes_nothing(stage: Stage, qtbot: QtBot) -> None:
    figure = staff()
    stage(figure, 300, 100)
    figure.field.selectAll()
    QTest.keyClicks(figure.field, "viele")
    with qtbot.assertNotEmitted(figure.changed):
        QTest.keyClick(figure.field, Qt.Key.Key_Return)
    assert figure.field.property("state") == "error"
    assert figure.value == 60


def test_reset_goes_back_to_today(stage: Stage, qtbot: QtBot) -> None:
    figure = staff()
    stage(figure, 300, 100)
    figure.slider.setValue(300)
    assert figure.value == 1000
    with qtbot.waitSignal(figure.changed, check_params_cb=lambda value: value == 60):
        figure.reset()
    assert figure.slider.value() == 105


@pytest.mark.parametrize(("count", "total"), [(0, 0), (0, 5), (12, 17), (20, 20), (31, 40), (0, 40), (40, 40)])
def test_a_count_is_spoken_whatever_it_is(stage: Stage, count: int, total: int) -> None:
    counted = CountRow("MFA", count, total, f"von {total} Zugängen")
    stage(counted, 300, 40)
    assert counted.findChildren(CountBar)[0].accessibleName() == f"MFA: {count} von {total} Zugängen"
    assert not counted.grab().isNull()


def test_duty_blocks_differ_without_colour(stage: Stage) -> None:
    pictures = []
    for state in ("proven", "done", "decided", "open"):
        blocks = DutyBlocks([state], "eine Pflicht")
        stage(blocks, 25, 10)
        grey = blocks.grab().toImage().convertToFormat(blocks.grab().toImage().Format.Format_Grayscale8)
        pictures.append(bytes(grey.constBits()))
    assert len(set(pictures)) == 4


def test_the_little_paper_is_white_in_both_schemes_and_described(stage: Stage, theme: object) -> None:
    assert theme
    paper = PaperSketch(SKETCH, "Die fertige Vorlage auf einer Seite")
    stage(paper, 260, 344)
    assert paper.accessibleName() == "Die fertige Vorlage auf einer Seite"
    assert paper.grab().toImage().pixelColor(15, 100).name().upper() == tokens("light")["paper"]
