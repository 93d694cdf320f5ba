"""Words on the screen: labels that are never cut and never read markup in somebody's text.

Qt cuts a wrapped label that gets too little height without a trace. `Words` asks for the height its width
needs each time the width changes. Running text has a line height of 1.4, which only rich text can have, so it is
escaped first.
"""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.anyones_words import breakable, tooltip
from app.ui.fonts import Role, apply_role, scaled

READING_WIDTH = 600
_LEADING = 118  # per cent of the natural 17 px of a 14 px line: about 1.4 of the type size


class Words(QLabel):
    """A label whose whole text is always visible when it wraps."""

    def __init__(self, text: str, *, wrap: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(breakable(text) if wrap else text)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_text(self, text: str) -> None:
        """Say something else from now on."""
        self.setText(breakable(text) if self.wordWrap() else text)
        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height that the new width needs."""
        super().resizeEvent(event)
        self._claim_height()

    def _claim_height(self) -> None:
        if self.wordWrap():
            self.setMinimumHeight(0)  # Qt never answers with less than the minimum it was given before
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class Prose(Words):
    """Running text with air between its lines; paragraphs are separated by line breaks."""

    def __init__(self, text: str, *, tone: str | None = None, reading_width: bool = True) -> None:
        super().__init__("", wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        apply_role(self, "body")
        if reading_width:
            self.setMaximumWidth(scaled(READING_WIDTH))
        if tone:
            self.setProperty("tone", tone)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else from now on."""
        paragraphs = text.split("\n")
        style = f"margin: 0; line-height: {_LEADING}%"
        self.setText("".join(f'<p style="{style}">{escape(breakable(paragraph))}</p>' for paragraph in paragraphs))
        self.setAccessibleName(text)
        self._claim_height()


class Heading(Words):
    """A label that asks for one line and wraps only where there is no room for it."""

    def __init__(self, text: str, role: Role) -> None:
        super().__init__(text, wrap=True)
        apply_role(self, role)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


class OneLine(Words):
    """A label of one line that ends in … where there is no room; the tooltip has the whole text."""

    def __init__(self, text: str, role: Role) -> None:
        super().__init__(text, wrap=False)
        apply_role(self, role)
        self.setToolTip(tooltip(text))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow to be shortened."""
        return QSize(min(scaled(80), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)


def label(text: str, role: Role = "body", tone: str | None = None, *, wrap: bool = True) -> Words:
    """Return a label in plain text."""
    made = Words(text, wrap=wrap)
    apply_role(made, role)
    if tone:
        made.setProperty("tone", tone)
    return made


def figure_label(text: str, role: Role = "strong", tone: str | None = None) -> Words:
    """Return a right-aligned label with tabular figures, for amounts under each other."""
    made = label(text, role, tone, wrap=False)
    apply_role(made, role, tabular=True)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def rule(direction: Literal["level", "upright"] = "level") -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("rule", direction)
    if direction == "level":
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line


def restyle(widget: QWidget) -> None:
    """Let the sheet look at a widget again after one of its properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
