"""The words for type: a widget or a delegate asks for a role, never for a size.

Roles are the table of the design in points, so they grow with the screen's scale; `set_text_scale` grows them once
more for people who need larger text, and `scaled` everything that has to grow with it. Figures that stand under
each other are tabular.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.system.shipped import resource

Role = Literal[
    "big_figure", "figure", "display", "title", "section", "body", "medium", "strong", "small", "small_strong"
]
FAMILY = "Nachweis Screen"

_W = QFont.Weight
_ROLES: dict[Role, tuple[float, QFont.Weight, float]] = {
    "big_figure": (26, _W.DemiBold, -0.6),
    "figure": (20, _W.DemiBold, -0.6),
    "display": (18, _W.DemiBold, -0.3),
    "title": (15, _W.DemiBold, -0.3),
    "section": (11.5, _W.DemiBold, 0),
    "body": (10.5, _W.Normal, 0),
    "medium": (10.5, _W.Medium, 0),
    "strong": (10.5, _W.DemiBold, 0),
    "small": (9, _W.Normal, 0),
    "small_strong": (9, _W.DemiBold, 0),
}
_UNIT = 72 if sys.platform == "darwin" else 96  # what the system calls an unscaled screen, in dots per inch
_scale = 1.0


def register_fonts() -> None:
    """Make the shipped faces known to Qt; without them the system's own font is used."""
    for face in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", "screen", f"NachweisScreen-{face}.ttf")))


def set_text_scale(scale: float) -> None:
    """Let all roles grow by this factor. Call it before the `Theme` is made, and its own `set_text_scale` after."""
    global _scale  # noqa: PLW0603 - one screen, one text size
    _scale = scale
    font.cache_clear()
    _factor.cache_clear()


def scaled(pixels: float) -> int:
    """Return a measure in the size of the text: icons, paddings and columns grow with the words beside them."""
    return round(pixels * _factor())


@cache
def _factor() -> float:
    screen = QGuiApplication.primaryScreen()
    return _scale * (screen.logicalDotsPerInchY() / _UNIT if screen else 1.0)


@cache
def font(role: Role, *, tabular: bool = False) -> QFont:
    """Return the font of a role. Qt copies it on use; do not change it in place."""
    points, weight, tracking = _ROLES[role]
    made = QFont(FAMILY)
    made.setPointSizeF(points * _scale * 96 / _UNIT)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * _scale)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply_role(widget: QWidget, role: Role, *, tabular: bool = False) -> None:
    """Set a widget's type."""
    widget.setFont(font(role, tabular=tabular))
