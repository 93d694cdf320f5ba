"""Buttons: named by their act, big enough to hit, reachable by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.buttons import IconButton, ghost, pill, primary, secondary
from app.ui.drawing import width_of
from tests.ui.conftest import Stage

BUTTONS = [
    lambda: primary("Weiter"),
    lambda: secondary("Drucken", "printer"),
    lambda: ghost("Ansehen", "arrow-right"),
    lambda: pill("Fällig · 4"),
    lambda: IconButton("x", "Schließen"),
]


@pytest.mark.parametrize("make", BUTTONS)
def test_a_button_is_never_smaller_than_a_finger(theme: object, qtbot: QtBot, make: type[QPushButton]) -> None:
    assert theme
    button = make()
    qtbot.addWidget(button)
    button.adjustSize()
    assert button.width() >= 32
    assert button.height() >= 32


@pytest.mark.parametrize("make", BUTTONS)
def test_a_button_has_a_name_and_can_be_pressed_by_keyboard(
    stage: Stage, qtbot: QtBot, make: type[QPushButton]
) -> None:
    button = make()
    stage(button, 200, 40)
    assert button.accessibleName()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("make", BUTTONS)
def test_a_click_presses_the_button(stage: Stage, qtbot: QtBot, make: type[QPushButton]) -> None:
    button = make()
    stage(button, 200, 40)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_words_always_fit(theme: object, qtbot: QtBot) -> None:
    assert theme
    long = "Einen Wiederherstellungstest für das Produktionsplanungssystem eintragen"
    button = primary(long, "plus")
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() > width_of(long, "strong")
    button.show_words("Weiter")
    assert button.minimumSizeHint().width() < width_of(long, "strong")
    assert (button.words, button.accessibleName()) == ("Weiter", "Weiter")


def test_an_ampersand_in_a_name_is_an_ampersand(stage: Stage, qtbot: QtBot) -> None:
    button = secondary("Müller & Söhne")
    stage(button, 200, 40)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Müller & Söhne"
    assert qtbot


def test_a_filter_shows_that_it_is_on(stage: Stage) -> None:
    button = pill("Fällig · 4")
    stage(button, 200, 40)
    off = button.sizeHint().width()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert button.sizeHint().width() > off


def test_a_disabled_button_does_nothing(stage: Stage, qtbot: QtBot) -> None:
    button = primary("Weiter")
    stage(button, 200, 40)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.grab().isNull()


def test_an_icon_alone_says_its_name_to_eye_and_ear(theme: object, qtbot: QtBot) -> None:
    assert theme
    button = IconButton("eye", "Passphrase zeigen")
    qtbot.addWidget(button)
    button.rename("Passphrase verbergen", "eye-off")
    assert button.accessibleName() == "Passphrase verbergen"
    assert button.toolTip() == "<qt>Passphrase verbergen</qt>"
