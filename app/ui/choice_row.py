"""One row that can be chosen: a mark, a title, an explanation that wraps, a citation at the right.

A row is Qt's own radio button or check box that paints itself. Space, arrows and the screen reader work as
everywhere; the explanation is its accessible description.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.ui.drawing import RIGHT, WRAPPED, box, disc, line_height, ring, smooth, width_of, words, wrapped_height
from app.ui.fonts import Role, scaled
from app.ui.icons import paint_icon

MARK = 18
_TEXT_GAP, _SIDE, _TOP, _BETWEEN = 14, 16, 13, 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen. `aside` stands at the right, usually a citation."""

    key: str
    title: str
    explanation: str = ""
    aside: str = ""


class RadioRow(QRadioButton):
    """A row of which only one in its list can be chosen."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        _prepare(self, choice)

    def sizeHint(self) -> QSize:
        """Return the size at a comfortable width."""
        return QSize(scaled(420), self.heightForWidth(scaled(420)))

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows every word."""
        return row_height(self.choice, width, boxed=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height that the new width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole row be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        smooth(painter)
        paint_row(painter, self, self.choice, boxed=True)
        _paint_radio(painter, _mark_rect(boxed=True), checked=self.isChecked())


class CheckRow(QCheckBox):
    """A row that is on or off by itself; `boxed` draws it as a card."""

    def __init__(self, choice: Choice, *, boxed: bool = False) -> None:
        super().__init__()
        self.choice, self._boxed = choice, boxed
        _prepare(self, choice)

    def sizeHint(self) -> QSize:
        """Return the size on one line, but not wider than comfortable."""
        width = min(scaled(420), _text_left(self._boxed) + width_of(self.choice.title, "body") + scaled(2 * _SIDE))
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows every word."""
        return row_height(self.choice, width, boxed=self._boxed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height that the new width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def hitButton(self, position: QPoint) -> bool:
        """Let the whole row be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        smooth(painter)
        paint_row(painter, self, self.choice, boxed=self._boxed)
        paint_check(painter, _mark_rect(boxed=self._boxed), checked=self.isChecked(), enabled=self.isEnabled())


def row_height(choice: Choice, width: int, *, boxed: bool) -> int:
    """Return the height of a row at a width."""
    room = _room(choice, width, boxed=boxed)
    height = max(wrapped_height(choice.title, _title_role(choice, boxed=boxed), room), scaled(MARK))
    if choice.explanation:
        height += _BETWEEN + wrapped_height(choice.explanation, "small", width - _text_left(boxed) - scaled(_SIDE))
    return max(scaled(32), height + 2 * _top(boxed))


def paint_row(painter: QPainter, button: QAbstractButton, choice: Choice, *, boxed: bool) -> None:
    """Draw ground and words of a row."""
    width, left, top = button.width(), _text_left(boxed), _top(boxed)
    checked = button.isChecked()
    if boxed:
        ground = "accent-soft" if checked else ("surface" if button.underMouse() else "paper")
        box(painter, QRectF(button.rect()), 8, ground, "accent" if checked else "line")
    role = _title_role(choice, boxed=boxed)
    room = _room(choice, width, boxed=boxed)
    height = max(wrapped_height(choice.title, role, room), scaled(MARK))
    ink = "ink" if button.isEnabled() else "ink2"
    words(painter, QRect(left, top, room, height), choice.title, role, ink, flags=WRAPPED)
    if choice.aside:
        aside = QRect(left, top, width - left - scaled(_SIDE), line_height(role))
        words(painter, aside, choice.aside, "small", "ink2", flags=int(RIGHT))
    if choice.explanation:
        below = QRect(left, top + height + _BETWEEN, width - left - scaled(_SIDE), button.height())
        words(painter, below, choice.explanation, "small", "ink2", flags=WRAPPED)


def paint_check(painter: QPainter, rect: QRect, *, checked: bool, enabled: bool = True) -> None:
    """Draw the square of a check box, 18 wide."""
    inset = rect.width() // 9
    if checked:
        box(painter, QRectF(rect), 4, "accent" if enabled else "edge")
        paint_icon(painter, rect.adjusted(inset, inset, -inset, -inset), "check", "on-accent", bold=True)
    else:
        box(painter, QRectF(rect), 4, "paper", "edge" if enabled else "line")


def _paint_radio(painter: QPainter, rect: QRect, *, checked: bool) -> None:
    centre = QPointF(rect.center()) + QPointF(0.5, 0.5)
    ring(painter, centre, rect.width() / 2, "accent" if checked else "edge", width=2 if checked else 1)
    if checked:
        disc(painter, centre, rect.width() / 4, "accent")


def _prepare(button: QAbstractButton, choice: Choice) -> None:
    button.setAccessibleName(", ".join(part for part in (choice.title, choice.aside) if part))
    button.setAccessibleDescription(choice.explanation)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.toggled.connect(button.update)


def _mark_rect(*, boxed: bool) -> QRect:
    return QRect(scaled(_SIDE) if boxed else 1, _top(boxed) + 1, scaled(MARK), scaled(MARK))


def _top(boxed: bool) -> int:
    return scaled(_TOP if boxed else 6)


def _text_left(boxed: bool) -> int:
    return scaled((_SIDE if boxed else 1) + MARK + (_TEXT_GAP if boxed else 11))


def _room(choice: Choice, width: int, *, boxed: bool) -> int:
    aside = width_of(choice.aside, "small", tabular=True) + scaled(16) if choice.aside else 0
    return width - _text_left(boxed) - (scaled(_SIDE) if boxed else 0) - aside


def _title_role(choice: Choice, *, boxed: bool) -> Role:
    if not boxed:
        return "body"
    return "strong" if choice.explanation else "medium"
