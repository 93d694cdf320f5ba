"""Choosing: rows answer to click, Space and arrows, and show every word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.choice_row import CheckRow, Choice
from app.ui.choices import CheckList, ChoiceList, Segmented
from tests.ui.conftest import Stage

LONG = "Kunden greifen auf Ihre Plattform zu, etwa zur Fernwartung oder Datenauswertung. " * 5
CHOICES = [
    Choice("yes", "Ja", "Wir betreiben eine.", "§ 28"),
    Choice("no", "Nein", LONG),
    Choice("unknown", "Weiß ich nicht"),
]


def test_a_click_anywhere_in_a_row_chooses_it(stage: Stage, qtbot: QtBot) -> None:
    choices = ChoiceList("Anlage?", CHOICES)
    stage(choices, 500, 300)
    row = choices.rows[1]
    with qtbot.waitSignal(choices.chosen, check_params_cb=lambda key: key == "no"):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 5, row.height() - 5))
    assert choices.current == "no"


def test_the_arrows_move_the_choice(stage: Stage) -> None:
    choices = ChoiceList("Anlage?", CHOICES, "yes")
    stage(choices, 500, 300)
    choices.setFocus()
    QTest.keyClick(choices.rows[0], Qt.Key.Key_Down)
    assert choices.current == "no"
    assert choices.rows[1].hasFocus()


def test_setting_a_choice_says_nothing_but_shows_it(stage: Stage, qtbot: QtBot) -> None:
    choices = ChoiceList("Anlage?", CHOICES, "yes")
    stage(choices, 500, 300)
    choices.set_current(None)
    assert choices.current is None
    with qtbot.waitSignal(choices.chosen):
        QTest.mouseClick(choices.rows[2], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [240, 500, 900])
def test_a_row_is_as_high_as_its_words(stage: Stage, qtbot: QtBot, width: int) -> None:
    choices = ChoiceList("Anlage?", CHOICES)
    stage(choices, width, 700)
    qtbot.wait(20)
    for row in choices.rows:
        assert row.height() >= max(32, row.heightForWidth(row.width()))


def test_a_row_is_read_aloud_with_its_explanation(stage: Stage) -> None:
    choices = ChoiceList("Anlage?", CHOICES)
    stage(choices)
    assert choices.accessibleName() == "Anlage?"
    assert choices.rows[0].accessibleName() == "Ja, § 28"
    assert choices.rows[0].accessibleDescription() == "Wir betreiben eine."


def test_several_can_be_on(stage: Stage, qtbot: QtBot) -> None:
    choices = CheckList("Arten", CHOICES, ("no",))
    stage(choices, 500, 400)
    with qtbot.waitSignal(choices.changed, check_params_cb=lambda keys: keys == ("yes", "no")):
        QTest.mouseClick(choices.rows[0], Qt.MouseButton.LeftButton)
    choices.rows[1].setFocus()
    QTest.keyClick(choices.rows[1], Qt.Key.Key_Space)
    assert choices.current == ("yes",)


def test_a_check_row_by_itself_wraps_its_words(stage: Stage) -> None:
    row = CheckRow(Choice("k", LONG))
    stage(row, 300, 200)
    assert row.heightForWidth(300) > row.heightForWidth(900)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()


def test_the_switch_of_languages_answers_to_click_and_arrows(stage: Stage, qtbot: QtBot) -> None:
    switch = Segmented("Sprache", {"de": ("DE", "Deutsch"), "en": ("EN", "English")}, "de")
    stage(switch, 80, 32)
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda key: key == "en"):
        QTest.mouseClick(switch.segments["en"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda key: key == "de"):
        QTest.keyClick(switch.segments["en"], Qt.Key.Key_Left)
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_current("en")
    assert switch.segments["en"].isChecked()
    assert switch.segments["de"].accessibleName() == "Deutsch"
