"""A picture of the finished board paper for the first screen: what one will hold in the end.

It is drawn, not a screenshot, so that it is sharp on every screen and speaks the language of the moment. Paper is
white in the dark scheme, too.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.fonts import FAMILY
from app.ui.tokens import tokens

_WIDTH, _HEIGHT, _SIDE = 250, 334, 21


class PaperThumbnail(QWidget):
    """The first page of the board paper, small."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._say = language.say
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._say(Text("Picture of the finished board paper")))

    def sizeHint(self) -> QSize:
        """Return the size of the sheet with its shadow."""
        return QSize(_WIDTH + 8, _HEIGHT + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(4, 2)
        for grow in range(4):
            painter.fillRect(QRectF(-grow, 2, _WIDTH + 2 * grow, _HEIGHT + grow), QColor(20, 30, 40, 16))
        painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT), QColor("#FFFFFF"))
        painter.setPen(QPen(QColor(tokens("light")["line"]), 1))
        painter.drawRect(QRectF(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1))
        self._head(painter)
        self._body(painter)

    def _head(self, painter: QPainter) -> None:
        _words(painter, 25, 7, self._say(Text("Board paper")))
        _words(painter, 25, 7, self._say(Text("Sample")), right=True)
        _bar(painter, QRectF(_SIDE, 32, _WIDTH - 2 * _SIDE, 2), "accent")
        _words(painter, 52, 7.5, "Muster Maschinenbau GmbH", medium=True)
        _words(painter, 71, 12.5, self._say(Text("At least important entity")), bold=True)
        _words(painter, 88, 7, "300 ≥ 50 · § 28 Abs. 2 BSIG", tone="ink2")

    def _body(self, painter: QPainter) -> None:
        _words(painter, 112, 7.5, f"1  {self._say(Text('What this means'))}", bold=True)
        _lines(painter, 120, (208, 196, 204, 150))
        _words(painter, 169, 7.5, f"2  {self._say(Text('Duties'))}", bold=True)
        states = (Text("decided"), Text("done"), Text("proven"))
        for row, (state, count) in enumerate(zip(states, (11, 6, 3), strict=True)):
            top = 179 + 13 * row
            _words(painter, top + 6, 6.5, self._say(state))
            for block in range(14):
                _bar(painter, QRectF(_SIDE + 64 + 10 * block, top, 8, 5), "accent" if block < count else "line")
        _words(painter, 232, 7.5, f"3  {self._say(Text('Fine frame and liability'))}", bold=True)
        _lines(painter, 240, (208, 190, 120))
        _words(painter, 280, 7.5, f"4  {self._say(Text('Decisions requested'))}", bold=True)
        for left, what in ((_SIDE, Text("Place, date")), (_SIDE + 110, Text("Signature"))):
            _bar(painter, QRectF(left, 306, 98, 1), "edge")
            _words(painter, 315, 6, self._say(what), left=left)


def _words(  # noqa: PLR0913 - a line of print has this many sides
    painter: QPainter, baseline: float, size: float, text: str, *, left: int = _SIDE, right: bool = False,
    bold: bool = False, medium: bool = False, tone: str = "ink",
) -> None:  # fmt: skip
    face = QFont(FAMILY)
    face.setPointSizeF(size * 0.75)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Medium if medium else QFont.Weight.Normal)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(face)
    painter.setPen(QColor(tokens("light")[tone]))
    at = _WIDTH - _SIDE - painter.fontMetrics().horizontalAdvance(text) if right else left
    painter.drawText(round(at), round(baseline), text)


def _lines(painter: QPainter, top: float, widths: tuple[int, ...]) -> None:
    for row, width in enumerate(widths):
        _bar(painter, QRectF(_SIDE, top + 8 * row, width, 2), "line")


def _bar(painter: QPainter, place: QRectF, token: str) -> None:
    painter.fillRect(place, QColor(tokens("light")[token]))
