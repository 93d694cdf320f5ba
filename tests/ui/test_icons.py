"""Icons: drawn in the colour of now, sharp on every screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.system.shipped import resource
from app.ui.icons import IconLabel, icon, mark
from app.ui.theme import Theme
from app.ui.tokens import tokens

ICONS = sorted(resource("icons").glob("*.svg"))


def _inks(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_icon_takes_its_colour_from_outside(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    assert path.stem == "nachweis" or ("currentColor" in svg and not re.search(r"#[0-9A-Fa-f]{3,6}", svg))


@pytest.mark.parametrize("name", ["check", "scale", "triangle-alert", "key-round"])
def test_an_icon_is_drawn_in_the_colour_of_now(name: str, theme: Theme, qtbot: QtBot) -> None:
    label = IconLabel(name, "breach", 64)
    qtbot.addWidget(label)
    assert tokens("light")["breach"].upper() in _inks(label.grab().toImage())
    theme.set_scheme("dark")
    assert tokens("dark")["breach"].upper() in _inks(label.grab().toImage())


def test_an_icon_in_a_button_of_qt_follows_the_scheme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("lock", "accent"))
    theme.set_scheme("dark")
    picture = button.icon().pixmap(QSize(48, 48)).toImage()
    assert tokens("dark")["accent"].upper() in _inks(picture)


def test_an_icon_is_as_sharp_as_the_screen(theme: Theme) -> None:
    assert theme
    pixmap = icon("lock").pixmap(QSize(16, 16), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert pixmap.width() == 32
    assert pixmap.devicePixelRatio() == 2.0


def test_a_disabled_icon_is_paler(theme: Theme) -> None:
    assert theme
    picture = icon("lock", "ink").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert tokens("light")["ink"].upper() not in _inks(picture)


def test_the_mark_has_the_accent_of_the_scheme(theme: Theme) -> None:
    theme.set_scheme("dark")
    assert tokens("dark")["accent"].upper() in _inks(mark(32))


def test_another_icon_can_take_the_place(theme: Theme, qtbot: QtBot) -> None:
    assert theme
    label = IconLabel("check", "ok", 48)
    qtbot.addWidget(label)
    label.show_icon("x", "breach")
    assert tokens("light")["breach"].upper() in _inks(label.grab().toImage())
