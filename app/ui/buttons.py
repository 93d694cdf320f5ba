"""Buttons: one primary per view, secondary with an edge, ghost without, icon alone, filter pill.

They are Qt's push buttons that paint themselves, because Fusion sets icon and word too close together and
icons fixed as pixmaps do not follow the scheme. A button names the act; an icon alone carries its name for
the screen reader and as a tooltip.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.anyones_words import tooltip
from app.ui.drawing import LEFT, box, smooth, width_of, words
from app.ui.fonts import Role, apply_role, scaled
from app.ui.icons import CONTROL, paint_icon

Kind = Literal["primary", "secondary", "ghost", "pill"]

_HEIGHT, _PILL_HEIGHT, _GAP = 36, 32, 9
_PADDING: dict[Kind, int] = {"primary": 15, "secondary": 14, "ghost": 10, "pill": 12}


class Button(QPushButton):
    """A push button in one of four kinds, with an icon before its words."""

    def __init__(self, text: str, kind: Kind = "secondary", icon: str | None = None) -> None:
        super().__init__()
        self.setText(text.replace("&", "&&"))
        self._words, self._kind, self._icon = text, kind, icon
        self._hovered = False
        self._role: Role = "strong" if kind == "primary" else "medium"
        apply_role(self, self._role)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    @property
    def words(self) -> str:
        """Return what the button says."""
        return self._words

    def show_words(self, text: str, icon: str | None = None) -> None:
        """Say something else from now on."""
        self._words, self._icon = text, icon or self._icon
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and padding; never less than can be hit."""
        height = scaled(_PILL_HEIGHT if self._kind == "pill" else _HEIGHT)
        return QSize(max(self._content_width() + 2 * scaled(_PADDING[self._kind]), height), height)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, icon and words in the state of now."""
        painter = QPainter(self)
        smooth(painter)
        ground, edge, ink, sign = self._colours()
        radius = self.height() / 2 if self._kind == "pill" else 6
        if ground or edge:
            box(painter, QRectF(self.rect()), radius, ground, edge)
        self._draw_content(painter, ink, sign)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Note that the mouse is here."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Note that the mouse has gone."""
        self._hovered = False
        super().leaveEvent(event)

    def _shown_icon(self) -> str | None:
        if self._kind == "pill":
            return "check" if self.isChecked() else self._icon
        return self._icon

    def _content_width(self) -> int:
        icon = scaled(CONTROL + (_GAP if self._words else 0)) if self._shown_icon() else 0
        return icon + width_of(self._words, self._role)

    def _draw_content(self, painter: QPainter, ink: str, sign: str) -> None:
        left = (self.width() - self._content_width()) // 2
        icon = self._shown_icon()
        if icon:
            paint_icon(painter, QRect(left, 0, scaled(CONTROL), self.height()), icon, sign)
            left += scaled(CONTROL + _GAP)
        words(
            painter, QRect(left, 0, self.width() - left, self.height()), self._words, self._role, ink, flags=int(LEFT)
        )

    def _colours(self) -> tuple[str | None, str | None, str, str]:
        """Return ground, edge, colour of the words, colour of the icon."""
        if not self.isEnabled():
            return "surface", (None if self._kind == "ghost" else "line"), "ink2", "ink2"
        live = self._hovered or self.isDown()
        if self._kind == "primary":
            return ("accent-hover" if live else "accent"), None, "on-accent", "on-accent"
        if self._kind == "pill" and self.isChecked():
            return "accent-soft", "accent", "accent", "accent"
        if self._kind == "ghost":
            return ("sunken" if live else None), None, "accent", "accent"
        return ("sunken" if live else "paper"), "edge", "ink", "ink"


class IconButton(QPushButton):
    """A square button that is an icon only; its name is spoken and shown as a tooltip."""

    def __init__(self, icon: str, name: str, *, tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.rename(name)
        self.setFixedSize(scaled(32), scaled(32))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def rename(self, name: str, icon: str | None = None) -> None:
        """Give the button another name, and perhaps another icon."""
        self._icon = icon or self._icon
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, on a tint under the mouse."""
        painter = QPainter(self)
        smooth(painter)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            box(painter, QRectF(self.rect()), 6, "sunken")
        inset = (self.width() - scaled(CONTROL)) // 2
        tone = self._tone if self.isEnabled() else "edge"
        paint_icon(painter, self.rect().adjusted(inset, inset, -inset, -inset), self._icon, tone)


def primary(text: str, icon: str | None = None) -> Button:
    """Return the one button a view is about."""
    return Button(text, "primary", icon)


def secondary(text: str, icon: str | None = None) -> Button:
    """Return an ordinary button with an edge."""
    return Button(text, "secondary", icon)


def ghost(text: str, icon: str | None = None) -> Button:
    """Return a button that looks like a link."""
    return Button(text, "ghost", icon)


def pill(text: str, *, checked: bool = False) -> Button:
    """Return a filter that is on or off; its text carries the count, `Fällig · 4`."""
    made = Button(text, "pill")
    made.setCheckable(True)
    made.setProperty("ring", scaled(_PILL_HEIGHT // 2))
    made.setChecked(checked)
    made.toggled.connect(made.updateGeometry)
    return made
