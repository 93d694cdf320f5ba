"""The step rail: every step with its state and, below it, the answer already given.

A list view with one delegate, so that arrows, Enter and the screen reader work as in every list. The state is
drawn as a mark and spoken as a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.core.language import Language
from app.core.text import Text
from app.ui.anyones_words import shortened
from app.ui.drawing import (
    MIDDLE,
    WRAPPED,
    box,
    disc,
    hairline,
    line_height,
    ring,
    smooth,
    words,
    wrapped_height,
)  # fmt: skip
from app.ui.fonts import Role, scaled
from app.ui.icons import paint_icon
from app.ui.listing import ROW, AnyIndex, Listing, chose_by_key

State = Literal["done", "now", "open", "unknown", "not_needed"]

_RADIUS, _CENTRE, _TEXT, _SIDE, _TOP = 9, 32, 52, 8, 9

_STATE_WORDS: dict[State, Text] = {
    "done": Text("answered"),
    "now": Text("this question"),
    "open": Text("still open"),
    "unknown": Text("not known yet"),
    "not_needed": Text("not needed"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is about, the answer or the place in the questions, how it stands."""

    key: str
    title: str
    second: str = ""
    state: State = "open"


class StepRail(QListView):
    """The list of steps at the left of the wizard."""

    chosen = Signal(str)

    def __init__(self, name: str, language: Language) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._steps: Listing[Step] = Listing(lambda step: _spoken(step, language), parent=self)
        self.setModel(self._steps)
        self.setItemDelegate(_StepDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps; the one that is `now` is brought into view."""
        self._steps.show_rows(steps)
        for row, step in enumerate(steps):
            if step.state == "now":
                self.setCurrentIndex(self._steps.index(row))
                self.scrollTo(self._steps.index(row))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps that are shown."""
        return self._steps.rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current step on Enter or Space."""
        index = chose_by_key(self, event)
        if index is None:
            super().keyPressEvent(event)
        else:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor that steps can be clicked."""
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        step: Step = index.data(ROW)
        self.chosen.emit(step.key)


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, view: StepRail) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        step: Step = index.data(ROW)
        first, second = _places(step, self._view.viewport().width())
        height = (second if step.second else first).bottom() + scaled(9)
        return QSize(scaled(200), max(scaled(54 if step.second else 38), height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        step: Step = index.data(ROW)
        rect = QRect(option.rect)
        painter.save()
        smooth(painter)
        if step.state == "now":
            box(painter, QRectF(rect.adjusted(scaled(_SIDE), 0, -scaled(_SIDE) - 1, -2)), 6, "accent-soft")
        centre = QPointF(scaled(_CENTRE), rect.top() + scaled(_TOP) + line_height("body") // 2 + 1)
        _draw_line(painter, rect, centre, first=index.row() == 0, last=index.row() == index.model().rowCount() - 1)
        _draw_mark(painter, centre, step.state)
        _draw_words(painter, rect, step)
        painter.restore()


def _places(step: Step, width: int) -> tuple[QRect, QRect]:
    """Return where title and second line stand in a row, wrapped at the width of the rail."""
    left = scaled(_TEXT)
    room = width - left - scaled(2 * _SIDE)
    first = QRect(left, scaled(_TOP), room, wrapped_height(step.title, _title_role(step), room))
    second = QRect(left, first.bottom() + 3, room, wrapped_height(shortened(step.second), "small", room))
    return first, second


def _title_role(step: Step) -> Role:
    return "strong" if step.state == "now" else "body"


def _draw_line(painter: QPainter, rect: QRect, centre: QPointF, *, first: bool, last: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    gap = scaled(_RADIUS) + 2
    for offset in (-1, 0):
        x = centre.x() + offset
        if not first:
            hairline(painter, QPointF(x, rect.top()), QPointF(x, centre.y() - gap))
        if not last:
            hairline(painter, QPointF(x, centre.y() + gap), QPointF(x, rect.bottom() + 1))
    smooth(painter)


def _draw_mark(painter: QPainter, centre: QPointF, state: State) -> None:
    radius = scaled(_RADIUS)
    reach = radius - 2
    square = QRect(round(centre.x()) - reach, round(centre.y()) - reach, 2 * reach, 2 * reach)
    sign = square.adjusted(1, 1, -1, -1)
    if state == "done":
        disc(painter, centre, radius, "accent")
        paint_icon(painter, sign, "check", "on-accent", bold=True)
    elif state == "now":
        ring(painter, centre, radius, "accent", width=2)
        disc(painter, centre, radius * 0.4, "accent")
    elif state == "unknown":
        disc(painter, centre, radius, "due")
        words(painter, square, "?", "small_strong", "paper", flags=int(MIDDLE))
    else:
        ring(painter, centre, radius, "edge")
        if state == "not_needed":
            paint_icon(painter, sign, "minus", "ink2", bold=True)


def _draw_words(painter: QPainter, rect: QRect, step: Step) -> None:
    tones = {"now": "accent", "not_needed": "ink2"}
    first, second = (place.translated(0, rect.top()) for place in _places(step, rect.width()))
    words(painter, first, step.title, _title_role(step), tones.get(step.state, "ink"), flags=WRAPPED)
    words(painter, second, shortened(step.second), "small", "due" if step.state == "unknown" else "ink2", flags=WRAPPED)


def _spoken(step: Step, language: Language) -> str:
    return ", ".join(part for part in (step.title, language.say(_STATE_WORDS[step.state]), step.second) if part)
