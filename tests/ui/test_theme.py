"""The theme: one switch reaches every open window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.boxes import card
from app.ui.buttons import primary
from app.ui.colours import colour
from app.ui.fonts import FAMILY, font, set_text_scale
from app.ui.icons import IconLabel
from app.ui.theme import Theme
from app.ui.tokens import tokens


def _inks(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_the_shipped_font_is_the_one_that_is_used(theme: Theme) -> None:
    assert theme
    for role in ("body", "medium", "strong"):
        assert QFontInfo(font(role)).family() == FAMILY
        assert QFontInfo(font(role)).weight() == font(role).weight()


def test_text_can_be_made_larger_for_people_who_need_it(theme: Theme) -> None:
    assert theme
    before = font("body").pointSizeF()
    set_text_scale(2)
    try:
        assert font("body").pointSizeF() == 2 * before
    finally:
        set_text_scale(1)


def test_the_dark_scheme_reaches_a_window_that_is_open(theme: Theme, qtbot: QtBot) -> None:
    box = card().add(IconLabel("check", "ok"), primary("Weiter"))
    qtbot.addWidget(box)
    assert tokens("light")["accent"].lower() in _inks(box)
    theme.set_scheme("dark")
    inks = _inks(box)
    assert tokens("dark")["accent"].lower() in inks
    assert tokens("dark")["paper"].lower() in inks
    assert tokens("light")["paper"].lower() not in inks
    assert tokens("light")["accent"].lower() not in inks


def test_a_switch_of_the_scheme_is_announced_after_it_happened(theme: Theme) -> None:
    seen: list[QColor] = []
    theme.changed.connect(lambda: seen.append(colour("paper")))
    theme.set_scheme("dark")
    assert seen[-1].name().lower() == tokens("dark")["paper"].lower()


def test_high_contrast_leaves_the_colours_to_the_palette(theme: Theme, qapp: QApplication) -> None:
    theme.set_contrast("high")
    palette = qapp.palette()
    assert colour("ink") == palette.color(QPalette.ColorRole.Text)
    assert colour("due-soft") == colour("paper") == palette.color(QPalette.ColorRole.Base)
    assert theme.high_contrast


def test_the_system_decides_when_it_is_asked_to(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme("system")
    theme.set_contrast("system")
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.scheme == ("dark" if dark else "light")
    assert not theme.high_contrast
