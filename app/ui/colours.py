"""The tokens as colours to draw with, always those of the scheme that is on now.

Whoever paints calls `colour("ink")` while painting and so follows a change of scheme without being told.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from app.ui.tokens import tokens

_now: dict[str, QColor] = {}


def colour(token: str) -> QColor:
    """Return the colour of a token in the present scheme."""
    if not _now:
        use(tokens("light"))
    return _now[token]


def use(table: Mapping[str, str]) -> None:
    """Make this table the one that is on now."""
    _now.update({name: QColor(value) for name, value in table.items()})
