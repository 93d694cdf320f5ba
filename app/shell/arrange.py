"""Short words for rows and columns, so that a page's arrangement reads as what stands beside and below what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget


def column(owner: QWidget | None = None, *, spacing: int = 8) -> QVBoxLayout:
    """Return a column without margins."""
    made = QVBoxLayout(owner) if owner else QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def row(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Return parts side by side; a number is a gap, `None` takes up what is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        else:
            fill(made, part)
    return made


def beside(icon: QWidget, words: QWidget, *after: QWidget, spacing: int = 12, top: bool = True) -> QHBoxLayout:
    """Return an icon, words that take the width, and what stands at the right of them."""
    made = row(spacing=spacing)
    made.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
    made.addWidget(words, 1)
    fill(made, *after)
    return made


def fill(layout: QBoxLayout, *parts: QWidget | QLayout) -> None:
    """Add widgets and layouts in their order."""
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def stack(*parts: QWidget | QLayout, spacing: int = 8) -> QWidget:
    """Return parts under each other as one widget."""
    holder = QWidget()
    fill(column(holder, spacing=spacing), *parts)
    return holder


def top(*parts: QWidget | QLayout, spacing: int = 8) -> QWidget:
    """Return parts under each other that stay together at the top, however high the widget is."""
    holder = QWidget()
    inside = column(holder, spacing=spacing)
    fill(inside, *parts)
    inside.addStretch(1)
    return holder


def gap(height: int) -> QWidget:
    """Return empty room of a height."""
    made = QWidget()
    made.setFixedHeight(height)
    return made
