"""The number line: where a figure lies between the thresholds that decide.

Equal parts, no needle, no gauge. The part that applies is solid, the value stands above it in figures, and the
name of the part in words below; the same is spoken as one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.drawing import MIDDLE, box, hairline, line_height, ring, smooth, width_of, words
from app.ui.fonts import Role, scaled
from app.ui.painted import Painted
from app.ui.thirds import place

_BAR, _RADIUS = 6, 8


@dataclass(frozen=True, slots=True)
class Scale:
    """Stops from start to end with the words for the inner ones, and a name for each part between."""

    stops: tuple[float, ...]
    threshold_words: tuple[str, ...]
    part_words: tuple[str, ...]

    def part(self, value: float) -> int:
        """Return the number of the part a value lies in; a threshold belongs to the part above it."""
        return sum(value >= stop for stop in self.stops[1:-1])


class NumberLine(Painted):
    """One figure on its scale."""

    def __init__(self, scale: Scale, value: float | None = None, value_words: str = "") -> None:
        super().__init__(value_words)
        self._scale = scale
        self.show_value(value, value_words)

    def show_value(self, value: float | None, value_words: str) -> None:
        """Put the mark there, or take it away."""
        self._value, self._words = value, value_words
        part = "" if value is None else self._scale.part_words[self._scale.part(value)]
        self.setAccessibleName(", ".join(word for word in (value_words, part) if word))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for three lines of words and the bar."""
        return QSize(scaled(280), line_height("strong") + 2 * scaled(_RADIUS) + 4 + 2 * line_height("small") + 4)

    def minimumSizeHint(self) -> QSize:
        """Be as high as needed, and wide enough for the words."""
        widths = (width_of(word, "small_strong") + 12 for word in self._scale.part_words)
        return QSize(max(widths) * len(self._scale.part_words), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, thresholds, mark and words."""
        painter = QPainter(self)
        smooth(painter)
        top = line_height("strong") + 4
        middle = top + scaled(_RADIUS)
        active = -1 if self._value is None else self._scale.part(self._value)
        self._draw_parts(painter, middle, active)
        self._draw_words(painter, middle + scaled(_RADIUS) + 2, active)
        if self._value is not None:
            centre = QPointF(self._x(place(self._value, self._scale.stops)), middle)
            ring(painter, centre, scaled(_RADIUS), "accent", width=2)
            width = width_of(self._words, "strong") + 4
            left = min(max(0, round(centre.x()) - width // 2), self.width() - width)
            words(painter, QRect(left, 0, width, top - 4), self._words, "strong", "ink", flags=int(MIDDLE))

    def _x(self, position: float) -> float:
        radius = scaled(_RADIUS)
        return radius + position * (self.width() - 2 * radius) if position in {0.0, 1.0} else position * self.width()

    def _draw_parts(self, painter: QPainter, middle: int, active: int) -> None:
        count = len(self._scale.part_words)
        part = self.width() / count
        for number in range(count):
            rect = QRectF(number * part + 1, middle - scaled(_BAR) / 2, part - 2, scaled(_BAR))
            box(painter, rect, 2, "accent" if number == active else "line")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        reach = scaled(_RADIUS)
        for number in range(1, count):
            x = round(number * part)
            hairline(painter, QPointF(x, middle - reach), QPointF(x, middle + reach - 1), "edge")
        smooth(painter)

    def _draw_words(self, painter: QPainter, top: int, active: int) -> None:
        height = line_height("small")
        part = self.width() / len(self._scale.part_words)
        for number, word in enumerate(self._scale.threshold_words, start=1):
            rect = QRect(round(number * part - part / 2), top, round(part), height)
            words(painter, rect, word, "small", "ink2", flags=int(MIDDLE))
        for number, word in enumerate(self._scale.part_words):
            rect = QRect(round(number * part), top + height, round(part), height)
            role: Role = "small_strong" if number == active else "small"
            words(painter, rect, word, role, "ink" if number == active else "ink2", flags=int(MIDDLE))


def thirds(stops: Sequence[float], threshold_words: Sequence[str], part_words: Sequence[str]) -> Scale:
    """Return a scale; there is one part more than there are thresholds, and one stop more than parts."""
    if not len(stops) == len(threshold_words) + 2 == len(part_words) + 1:
        raise ValueError("stops, thresholds and parts do not fit together")
    return Scale(tuple(stops), tuple(threshold_words), tuple(part_words))
