"""Boxes and key figures: outlined card, quiet box, note, warning, and figures divided by hairlines.

At most one warning per page. A note says why something is asked, with its citation below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.fonts import Role
from app.ui.icons import CONTROL, NAVIGATION, IconLabel
from app.ui.text import Prose, Words, label, rule

BoxKind = Literal[
    "card", "vault", "quiet", "note", "warning", "breach", "paper", "surface", "pane-left", "pane-right",
    "bar-top", "bar-foot",
]  # fmt: skip

_TONES: dict[str, tuple[str, str]] = {
    "note": ("accent", "circle-help"),
    "warning": ("due", "circle-help"),
    "breach": ("breach", "triangle-alert"),
    "quiet": ("accent", "info"),
    "card": ("accent", "info"),
}


class Box(QFrame):
    """A frame of one kind with a column inside; fill it with `add`."""

    def __init__(self, kind: BoxKind, *, padding: int = 20, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("box", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)

    def add(self, *parts: QWidget) -> Box:
        """Put parts below what is there, and return the box."""
        for part in parts:
            self.body.addWidget(part)
        return self


def card() -> Box:
    """Return an outlined box of paper."""
    return Box("card")


def quiet_box() -> Box:
    """Return a box without an edge, a little darker than the page."""
    return Box("quiet", padding=14)


class Message(Box):
    """An icon, a title, a few sentences, perhaps a citation below and one button at the right."""

    def __init__(self, kind: BoxKind, title: str, text: str, *, icon: str | None = None) -> None:
        super().__init__(kind, padding=14, spacing=4)
        tone, usual_icon = _TONES[kind]
        head_tone = None if kind in {"quiet", "card"} else tone
        self.title = label(title, "strong", head_tone)
        self.text = Prose(text, tone="ink2" if head_tone is None else None, reading_width=False)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.title)
        self._words.addWidget(self.text)
        self._row.addWidget(IconLabel(icon or usual_icon, tone, NAVIGATION), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self.body.addLayout(self._row)
        self._tone = tone

    def with_citation(self, citation: str) -> Message:
        """Add the source in small letters below the text."""
        self._words.addSpacing(4)
        self._words.addWidget(label(citation, "small", self._tone))
        return self

    def with_button(self, button: QPushButton) -> Message:
        """Add one button at the right."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return self

    def with_part(self, part: QWidget) -> Message:
        """Add something of any kind at the right."""
        self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return self


class Why(Box):
    """The note that says why something is asked: icon and title in one line, the text across, the source below."""

    def __init__(self, title: str, text: str, citation: str = "", *, kind: BoxKind = "note") -> None:
        super().__init__(kind, padding=14, spacing=2)
        tone, icon = _TONES[kind]
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(icon, tone, CONTROL))
        head.addWidget(label(title, "strong", tone), 1)
        self.body.addLayout(head)
        self.text = Prose(text, reading_width=False)
        self.body.addWidget(self.text)
        if citation:
            self.body.addSpacing(4)
            self.body.addWidget(label(citation, "small", tone))


def note(title: str, text: str, citation: str = "") -> Why:
    """Return the accent-soft box, "why we ask"."""
    return Why(title, text, citation)


def warning(title: str, text: str, citation: str = "") -> Why:
    """Return the due-soft box for what is unclear or due. At most one per page."""
    return Why(title, text, citation, kind="warning")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A label, a value, and one line of meaning; words in place of an amount are set smaller, they would shout."""

    label: str
    value: str
    meaning: str = ""
    in_words: bool = False


class KeyFigures(QWidget):
    """Several key figures side by side, divided by hairlines, not boxed; below each other where they do not fit."""

    def __init__(self, figures: Sequence[KeyFigure], *, role: Role = "figure") -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(24)
        self._columns = [_figure_column(figure, role) for figure in figures]
        self._rules = [rule("upright") for _ in figures[1:]]
        for position, column in enumerate(self._columns):
            if position:
                self._line.addWidget(self._rules[position - 1])
            self._line.addWidget(column, 1)

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the widest figure."""
        width = max((column.minimumSizeHint().width() for column in self._columns), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        gaps = (2 * self._line.spacing() + 1) * len(self._rules)
        fits = sum(column.minimumSizeHint().width() for column in self._columns) + gaps <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        for line in self._rules:
            line.setVisible(fits)


def _figure_column(figure: KeyFigure, role: Role) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    parts: list[Words] = [
        label(figure.label, "small_strong", "ink2"),
        label(figure.value, "section" if figure.in_words else role),
    ]
    if figure.meaning:
        parts.append(label(figure.meaning, "small", "ink2"))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
