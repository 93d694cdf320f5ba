"""The few strokes that every painted piece is made of: sharp rectangles and words in a role.

Lines of one pixel are drawn at half-pixel offsets, so that they stay one pixel on every screen.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.ui.anyones_words import breakable
from app.ui.colours import colour
from app.ui.fonts import Role, font

_A = Qt.AlignmentFlag
LEFT = _A.AlignLeft | _A.AlignVCenter
RIGHT = _A.AlignRight | _A.AlignVCenter
MIDDLE = _A.AlignCenter
WRAPPED = int(_A.AlignLeft | _A.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def smooth(painter: QPainter) -> None:
    """Draw curves without steps from now on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def box(painter: QPainter, rect: QRectF, radius: float, ground: str | None, edge: str | None = None) -> None:
    """Draw a rounded rectangle, filled, outlined by a line of 1, or both."""
    painter.setPen(QPen(colour(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5) if edge else rect
    painter.drawRoundedRect(inner, radius, radius)


def ring(painter: QPainter, centre: QPointF, radius: float, ink: str, *, width: float = 1.5) -> None:
    """Draw a circle of paper with a coloured line."""
    painter.setPen(QPen(colour(ink), width))
    painter.setBrush(colour("paper"))
    painter.drawEllipse(centre, radius - width / 2, radius - width / 2)


def disc(painter: QPainter, centre: QPointF, radius: float, ground: str) -> None:
    """Draw a filled circle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawEllipse(centre, radius, radius)


def hairline(painter: QPainter, start: QPointF, end: QPointF, ink: str = "line") -> None:
    """Draw a line of one pixel between two points."""
    painter.setPen(QPen(colour(ink), 1))
    half = QPointF(0.5, 0.5)
    painter.drawLine(start + half, end + half)


def words(  # noqa: PLR0913 - where, what and how; bundling them would only hide that
    painter: QPainter, rect: QRect, text: str, role: Role, tone: str | QColor, *, flags: int = int(LEFT)
) -> None:
    """Write words into a rectangle, shortened at the end with … if they do not wrap and do not fit."""
    face = font(role, tabular=bool(flags & int(_A.AlignRight)))
    painter.setFont(face)
    painter.setPen(tone if isinstance(tone, QColor) else colour(tone))
    wraps = flags & int(Qt.TextFlag.TextWordWrap)
    shown = breakable(text) if wraps else QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags | int(Qt.TextFlag.TextDontClip), shown)


def width_of(text: str, role: Role, *, tabular: bool = False) -> int:
    """Return how wide a line of words is."""
    return QFontMetrics(font(role, tabular=tabular)).horizontalAdvance(text)


def line_height(role: Role) -> int:
    """Return the height of one line."""
    return QFontMetrics(font(role)).height()


def wrapped_height(text: str, role: Role, width: int) -> int:
    """Return the height of words that wrap at a width."""
    if not text:
        return 0
    return QFontMetrics(font(role)).boundingRect(QRect(0, 0, max(width, 1), 100_000), WRAPPED, breakable(text)).height()
