"""Icons that are drawn when they are seen: in the colour of now, at the size and sharpness of the screen.

A pixmap made once would stay dark after a switch to the dark scheme and blurred on a sharp screen. So a button
gets an icon with an engine of its own, and a label that paints itself.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.system.shipped import resource
from app.ui.colours import colour
from app.ui.fonts import scaled

CHIP, CONTROL, NAVIGATION, EMPTY = 14, 16, 18, 32


def paint_icon(painter: QPainter, rect: QRect, name: str, tone: str = "ink2", *, bold: bool = False) -> None:
    """Draw an icon in the middle of a rectangle, as large as its shorter side; `bold` for a sign inside a mark."""
    side = min(rect.width(), rect.height())
    left = rect.left() + (rect.width() - side) // 2
    top = rect.top() + (rect.height() - side) // 2
    ratio = painter.device().devicePixelRatioF()
    painter.drawImage(QPoint(left, top), _image(name, colour(tone).name(), side, ratio, bold=bold))


def icon(name: str, tone: str = "ink2") -> QIcon:
    """Return an icon for a control of Qt's own; it follows the scheme."""
    return QIcon(_Engine(name, tone))


def mark(side: int, ratio: float = 1.0) -> QImage:
    """Return the program's own mark, for windows and headings."""
    return _mark(colour("accent").name(), colour("on-accent").name(), side, ratio)


class IconLabel(QWidget):
    """One icon, beside words that say the same; a screen reader passes over it."""

    def __init__(self, name: str, tone: str = "ink2", size: int = CONTROL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(scaled(size), scaled(size))

    def show_icon(self, name: str, tone: str) -> None:
        """Draw another icon from now on."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colour of now."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._tone)


class MarkLabel(QWidget):
    """The program's mark, in the accent of the scheme."""

    def __init__(self, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(scaled(side), scaled(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), mark(self.width(), self.devicePixelRatioF()))


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._toned(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return QPixmap.fromImage(_image(self._name, colour(self._toned(mode)).name(), side, scale))

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)

    def _toned(self, mode: QIcon.Mode) -> str:
        return "edge" if mode is QIcon.Mode.Disabled else self._tone


@cache
def _outline(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _image(name: str, ink: str, side: int, ratio: float, *, bold: bool = False) -> QImage:
    outline = _outline(name).replace("currentColor", ink)
    return _drawn(outline.replace('width="1.75"', 'width="3"') if bold else outline, side, ratio)


@lru_cache(maxsize=16)
def _mark(ground: str, ink: str, side: int, ratio: float) -> QImage:
    outline = _outline("nachweis").replace("#0B5A6F", ground).replace("#FFFFFF", ink)
    return _drawn(outline, side, ratio)


def _drawn(svg: str, side: int, ratio: float) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first icon, not with the module

    pixels = max(1, round(side * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
