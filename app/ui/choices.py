"""Choosing one of several, several of several, or one of two words in a switch."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.choice_row import CheckRow, Choice, RadioRow
from app.ui.drawing import MIDDLE, box, smooth, width_of, words
from app.ui.fonts import Role, scaled


class ChoiceList(QWidget):
    """Big rows, one of which is chosen; arrows move, Space chooses."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice], current: str | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.rows = tuple(RadioRow(choice) for choice in choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self.rows:
            self._group.addButton(row)
            column.addWidget(row)
        self.set_current(current)
        self._group.buttonToggled.connect(self._toggled)
        if self.rows:
            self.setFocusProxy(next((row for row in self.rows if row.isChecked()), self.rows[0]))

    @property
    def current(self) -> str | None:
        """Return the key of the chosen row."""
        return next((row.choice.key for row in self.rows if row.isChecked()), None)

    def set_current(self, key: str | None) -> None:
        """Choose a row, or none."""
        self._group.setExclusive(False)
        for row in self.rows:
            row.setChecked(row.choice.key == key)
        self._group.setExclusive(True)

    def _toggled(self, row: RadioRow, checked: bool) -> None:
        if checked:
            self.setFocusProxy(row)
            self.chosen.emit(row.choice.key)


class CheckList(QWidget):
    """Rows that can each be on or off."""

    changed = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], current: Collection[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = tuple(CheckRow(choice, boxed=True) for choice in choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self.rows:
            row.setChecked(row.choice.key in current)
            row.toggled.connect(self._announce)
            column.addWidget(row)
        if self.rows:
            self.setFocusProxy(self.rows[0])

    @property
    def current(self) -> tuple[str, ...]:
        """Return the keys of the rows that are on, in their order."""
        return tuple(row.choice.key for row in self.rows if row.isChecked())

    def _announce(self) -> None:
        self.changed.emit(self.current)


class Segmented(QWidget):
    """A switch between a few short words, such as DE and EN. `names` are what a screen reader says."""

    chosen = Signal(str)

    def __init__(self, name: str, words_by_key: dict[str, tuple[str, str]], current: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self.segments: dict[str, QRadioButton] = {}
        for key, (word, spoken) in words_by_key.items():
            segment = _Segment(word, spoken)
            segment.setChecked(key == current)
            segment.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self.segments[key] = segment
            row.addWidget(segment)

    def set_current(self, key: str) -> None:
        """Put the switch there without announcing it."""
        self.segments[key].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        painter = QPainter(self)
        smooth(painter)
        box(painter, QRectF(self.rect()), 6, "sunken")


class _Segment(QRadioButton):
    def __init__(self, word: str, spoken: str) -> None:
        super().__init__()
        self._word = word
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(max(scaled(38), width_of(self._word, "strong") + scaled(18)), scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        if self.isChecked():
            box(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), 5, "paper", "edge")
        tone = "accent" if self.isChecked() else "ink2"
        role: Role = "strong" if self.isChecked() else "medium"
        words(painter, QRect(self.rect()), self._word, role, tone, flags=int(MIDDLE))
