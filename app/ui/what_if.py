"""What if: one figure on a slider and in a field at once, with today's figure beside it.

The slider's way is divided evenly between the thresholds, as on the number line, because that is where something
happens. The field accepts what every number field accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSlider, QVBoxLayout, QWidget

from app.ui.beside import Beside
from app.ui.fields import Reading
from app.ui.fonts import apply_role, scaled
from app.ui.text import label, restyle
from app.ui.thirds import place, value_at

_STEPS = 300
_AROUND = 32
"""Padding, border and cursor of the field."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to play with: its stops from zero to the end, its step, how it is read and spoken."""

    caption: str
    stops: tuple[float, ...]
    step: Decimal
    parse: Callable[[str], Reading]
    speak: Callable[[Decimal], str]


class WhatIf(QWidget):
    """Slider and field of one figure. `today` is said beside the field, `as_today` while nothing was changed."""

    changed = Signal(object)

    def __init__(self, figure: Figure, value: Decimal, *, today: str, as_today: str) -> None:
        super().__init__()
        self._figure, self._start, self._value = figure, value, value
        self._today, self._as_today = today, as_today
        self._beside = label("", "small", "ink2", wrap=False)
        self.field = QLineEdit()
        self.field.setAccessibleName(figure.caption)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        apply_role(self.field, "strong", tabular=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 15)
        self.slider.setMinimumHeight(scaled(32))
        self._widen_for(figure.speak(Decimal(figure.stops[-1]) - figure.step))
        self._arrange()
        self.field.editingFinished.connect(self._typed)
        self.slider.valueChanged.connect(self._slid)
        self._show()

    @property
    def value(self) -> Decimal:
        """Return the figure as it stands now."""
        return self._value

    def reset(self) -> None:
        """Go back to today's figure."""
        self._set(self._start)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Beside(label(self._figure.caption), self._beside, self.field))
        column.addWidget(self.slider)
        self.setFocusProxy(self.slider)

    def _widen_for(self, spoken: str) -> None:
        needed = self.field.fontMetrics().horizontalAdvance(spoken) + scaled(_AROUND)
        self.field.setFixedWidth(max(self.field.minimumWidth(), scaled(112), needed))

    def _slid(self, position: int) -> None:
        exact = Decimal(value_at(position / _STEPS, self._figure.stops))
        step = self._figure.step
        self._take((exact / step).quantize(Decimal(1)) * step)

    def _typed(self) -> None:
        value = self._figure.parse(self.field.text()).value
        understood = isinstance(value, (Decimal, int))
        self.field.setProperty("state", "" if understood else "error")
        restyle(self.field)
        if understood:
            self._set(Decimal(str(value)))

    def _set(self, value: Decimal) -> None:
        self._take(value)
        self._show()

    def _take(self, value: Decimal) -> None:
        if value == self._value:
            return
        self._value = value
        self._show()
        self.changed.emit(value)

    def _show(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(place(float(self._value), self._figure.stops) * _STEPS))
        self.slider.blockSignals(False)
        spoken = self._figure.speak(self._value)
        self._widen_for(spoken)
        self.field.setText(spoken)
        self.slider.setAccessibleName(self._figure.caption)
        self.slider.setAccessibleDescription(spoken)
        self._beside.setText(self._as_today if self._value == self._start else self._today)
