"""The finished board paper in small: what one gets at the end, drawn for the first screen.

It is always white paper, in both schemes, with the only shadow of the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from app.ui.fonts import FAMILY, scaled
from app.ui.painted import Painted
from app.ui.tokens import tokens

_WIDTH, _HEIGHT, _SHADOW = 250, 334, 5
_LEFT, _RIGHT = 21, 229
_GREY_LINES = {"meaning": (1.0, 0.94, 0.98, 0.72), "exposure": (1.0, 0.915, 0.575)}
_DRAWN_AT = 64  # px; small type is drawn large and shrunk, for its letters to keep their places
_FACES = {
    "plain": (5.2, "ink2", QFont.Weight.Normal),
    "company": (5.6, "ink", QFont.Weight.Medium),
    "result": (11.4, "ink", QFont.Weight.DemiBold),
    "heading": (6.0, "ink", QFont.Weight.DemiBold),
    "tiny": (4.4, "ink2", QFont.Weight.Normal),
}


@dataclass(frozen=True, slots=True)
class Sketch:
    """The words on the little paper, and how many of the duties are decided, done, proven."""

    kicker: str
    date: str
    company: str
    result: str
    reason: str
    headings: tuple[str, str, str, str]
    counts: tuple[tuple[str, int], ...]
    duties: int
    signatures: tuple[str, str]


class PaperSketch(Painted):
    """The paper. `spoken` describes it to a screen reader in one sentence."""

    def __init__(self, sketch: Sketch, spoken: str) -> None:
        super().__init__(spoken, grows=False)
        self._sketch = sketch

    def sizeHint(self) -> QSize:
        """Return the paper and its shadow."""
        return QSize(scaled(_WIDTH + 2 * _SHADOW), scaled(_HEIGHT + 2 * _SHADOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, sheet and everything on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / (_WIDTH + 2 * _SHADOW), self.height() / (_HEIGHT + 2 * _SHADOW))
        painter.translate(_SHADOW, _SHADOW)
        _draw_sheet(painter)
        _draw_head(painter, self._sketch)
        _draw_body(painter, self._sketch)


def _draw_sheet(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(_SHADOW, 0, -1):
        painter.setBrush(QColor(20, 30, 40, 9))
        painter.drawRoundedRect(
            QRectF(-spread + 1, -spread + 3, _WIDTH + 2 * spread - 2, _HEIGHT + 2 * spread - 3), 4, 4
        )
    painter.setBrush(_ink("paper"))
    painter.setPen(QPen(_ink("line"), 1))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1), 2, 2)


def _draw_head(painter: QPainter, sketch: Sketch) -> None:
    _write(painter, 26, sketch.kicker)
    _write(painter, 26, sketch.date, left=None)
    painter.fillRect(QRectF(_LEFT, 32, _RIGHT - _LEFT, 1.6), _ink("accent"))
    _write(painter, 51, sketch.company, "company")
    _write(painter, 73, sketch.result, "result")
    _write(painter, 88, sketch.reason)


def _draw_body(painter: QPainter, sketch: Sketch) -> None:
    for number, (baseline, heading) in enumerate(zip((111, 169, 231, 279), sketch.headings, strict=True), start=1):
        _write(painter, baseline, f"{number}  {heading}", "heading")
    _draw_lines(painter, 120, _GREY_LINES["meaning"])
    _draw_lines(painter, 240, _GREY_LINES["exposure"])
    for row, (word, count) in enumerate(sketch.counts):
        _write(painter, 184 + 13 * row, word)
        _draw_blocks(painter, 179 + 13 * row, count, sketch.duties)
    for left, word in zip((_LEFT, 131), sketch.signatures, strict=True):
        painter.fillRect(QRectF(left, 305.5, 97, 1), _ink("edge"))
        _write(painter, 314, word, "tiny", left=left)


def _draw_lines(painter: QPainter, top: float, shares: tuple[float, ...]) -> None:
    for number, share in enumerate(shares):
        painter.fillRect(QRectF(_LEFT, top + 8 * number, (_RIGHT - _LEFT) * share, 2), _ink("line"))


def _draw_blocks(painter: QPainter, top: float, count: int, duties: int) -> None:
    step = (_RIGHT - 85) / duties
    for number in range(duties):
        block = QRectF(85 + step * number, top, step - 2, 5)
        painter.fillRect(block, _ink("accent" if number < count else "line"))


def _write(painter: QPainter, baseline: float, text: str, face: str = "plain", *, left: float | None = _LEFT) -> None:
    """Write from the left, or without one so that the words end at the right margin."""
    points, tone, weight = _FACES[face]
    made = QFont(FAMILY)
    made.setPixelSize(_DRAWN_AT)
    made.setWeight(weight)
    painter.save()
    painter.setFont(made)
    painter.setPen(_ink(tone))
    scale = points * 96 / 72 / _DRAWN_AT
    width = painter.fontMetrics().horizontalAdvance(text) * scale
    painter.translate(QPointF(_RIGHT - width if left is None else left, baseline))
    painter.scale(scale, scale)
    painter.drawText(QPointF(0, 0), text)
    painter.restore()


def _ink(token: str) -> QColor:
    return QColor(tokens("light")[token])
