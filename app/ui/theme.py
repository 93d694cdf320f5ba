"""Light, dark, or high contrast: one object that dresses the whole program and follows the system live.

Fusion everywhere, the palette first, one small sheet second. What the kit paints itself looks its colours up
while painting. With the system's high contrast the palette decides: the tokens are then taken from it and
there are no soft grounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui import colours
from app.ui.fonts import font, register_fonts, scaled, set_text_scale
from app.ui.sheet import sheet
from app.ui.tokens import Scheme, tokens

Wanted = Literal["light", "dark", "system"]
Contrast = Literal["normal", "high", "system"]

_R = QPalette.ColorRole
_ROLES: dict[QPalette.ColorRole, str] = {
    _R.Window: "paper", _R.WindowText: "ink", _R.Base: "paper", _R.AlternateBase: "surface", _R.Text: "ink",
    _R.Button: "paper", _R.ButtonText: "ink", _R.BrightText: "on-accent", _R.PlaceholderText: "ink2",
    _R.Highlight: "accent-soft", _R.HighlightedText: "ink", _R.Accent: "accent", _R.Link: "accent",
    _R.LinkVisited: "accent", _R.ToolTipBase: "ink", _R.ToolTipText: "paper", _R.Mid: "edge", _R.Midlight: "line",
    _R.Light: "surface", _R.Dark: "edge", _R.Shadow: "line",
}  # fmt: skip
_HIGH_CONTRAST: dict[str, QPalette.ColorRole] = {
    "paper": _R.Base, "surface": _R.Base, "sunken": _R.Base, "ink": _R.Text, "ink2": _R.Text,
    "edge": _R.Text, "accent": _R.Highlight, "accent-hover": _R.Highlight, "on-accent": _R.HighlightedText,
    "accent-soft": _R.Base, "ok": _R.Text, "ok-soft": _R.Base, "due": _R.Text, "due-soft": _R.Base,
    "breach": _R.Text, "breach-soft": _R.Base,
}  # fmt: skip


class Theme(QObject):
    """The appearance of the running program."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_palette = QPalette(application.palette())
        self._wanted: Wanted = "system"
        self._contrast: Contrast = "system"
        application.setStyle("Fusion")
        register_fonts()
        application.setFont(font("body"))
        self._hints = application.styleHints()  # kept: what it hands out is gone with PySide's last reference to it
        self._hints.colorSchemeChanged.connect(self._dress)
        self._accessibility = self._hints.accessibility()
        self._accessibility.contrastPreferenceChanged.connect(self._dress)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """Return the scheme that is on now."""
        if self._wanted == "system":
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
            return "dark" if dark else "light"
        return self._wanted

    @property
    def high_contrast(self) -> bool:
        """Return whether the palette of the system decides all colours."""
        if self._contrast == "system":
            return self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast
        return self._contrast == "high"

    def set_scheme(self, wanted: Wanted) -> None:
        """Choose light, dark, or whatever the system says, at once and for every open window."""
        self._wanted = wanted
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
        self._hints.setColorScheme(scheme[wanted])
        self._dress()

    def set_contrast(self, contrast: Contrast) -> None:
        """Choose normal or high contrast, or whatever the system says."""
        self._contrast = contrast
        self._dress()

    def set_text_scale(self, scale: float) -> None:
        """Make all type larger or smaller; pages that are open keep theirs until they are made again."""
        set_text_scale(scale)
        self._application.setFont(font("body"))
        self._dress()

    def _dress(self) -> None:
        table: Mapping[str, str]
        if self.high_contrast:
            table = _from_palette(self._system_palette)
            self._application.setPalette(self._system_palette)
        else:
            table = tokens(self.scheme)
            self._application.setPalette(_palette(table))
        colours.use(table)
        self._application.setStyleSheet(sheet(table, scaled))
        for window in self._application.topLevelWidgets():
            window.update()
        self.changed.emit()


def _palette(table: Mapping[str, str]) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(table[token]))
    for role in (_R.Text, _R.WindowText, _R.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(table["ink2"]))
    return palette


def _from_palette(palette: QPalette) -> dict[str, str]:
    table = {token: palette.color(role).name() for token, role in _HIGH_CONTRAST.items()}
    return {**table, "line": _between(palette.color(_R.Base), palette.color(_R.Text)).name()}


def _between(ground: QColor, ink: QColor) -> QColor:
    pairs = ((ground.red(), ink.red()), (ground.green(), ink.green()), (ground.blue(), ink.blue()))
    return QColor(*((3 * one + 2 * other) // 5 for one, other in pairs))
