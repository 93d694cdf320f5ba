"""The reasoning as numbered steps: number, one sentence, its citation at the right, a hairline between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.drawing import width_of
from app.ui.fonts import scaled
from app.ui.text import label, rule

_WIDEST_CITATION = 180


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning. `doubt` is what is not certain about it."""

    sentence: str
    citation: str = ""
    doubt: str = ""


class ReasonList(QWidget):
    """The steps below each other."""

    def __init__(self, reasons: Sequence[Reason] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.show_reasons(reasons)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show these steps instead."""
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        width = max((width_of(reason.citation, "small") + 2 for reason in reasons), default=0)
        for number, reason in enumerate(reasons):
            self._add(number, reason, min(width, scaled(_WIDEST_CITATION)))

    def _add(self, number: int, reason: Reason, citation_width: int) -> None:
        row = number * 4
        if number:
            self._grid.addWidget(rule(), row, 0, 1, 3)
        self._grid.setRowMinimumHeight(row + 1, 12)
        count = label(str(number + 1), "small_strong", "ink2", wrap=False)
        count.setFixedWidth(scaled(16))
        count.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        count.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(count, row + 2, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_sentence(reason), row + 2, 1, Qt.AlignmentFlag.AlignTop)
        citation = label(reason.citation, "small", "ink2")
        citation.setFixedWidth(citation_width)
        citation.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        citation.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(citation, row + 2, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowMinimumHeight(row + 3, 12)


def _sentence(reason: Reason) -> QWidget:
    if not reason.doubt:
        return label(reason.sentence)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(2)
    grid.addWidget(label(reason.sentence), 0, 0)
    grid.addWidget(label(reason.doubt, "small", "due"), 1, 0)
    return holder
