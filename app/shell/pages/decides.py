"""The quiet box below the headline: the deciding inequality, all three measures, and what follows.

Where there is no room for three columns they stand under each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import top
from app.shell.models.scope import Decides, Measured, Row, State
from app.ui.chip import Chip, ChipLabel, ChipTone
from app.ui.fonts import Role, scaled
from app.ui.text import figure_label, label, rule

_BESIDE = 920

_CHIPS: dict[State, tuple[Text, ChipTone, str]] = {
    "reached": (Text("reached"), "accent", "check"),
    "not_reached": (Text("not reached"), "neutral", "minus"),
    "unknown": (Text("unknown"), "due", "circle-help"),
}


class DecidesBox(QFrame):
    """What decides, measured against what, and what follows."""

    def __init__(self, decides: Decides | None, follows: Sequence[Row], language: Language) -> None:
        super().__init__()
        self.setProperty("box", "quiet")
        self._say = language.say
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(20, 16, 20, 16)
        self._row.setSpacing(18)
        self._rules: list[QFrame] = []
        parts = [self._figure(decides), self._measures(decides.measures)] if decides else []
        if follows:
            parts.append(self._follows(follows))
        for number, part in enumerate(parts):
            if number:
                self._rules.append(rule("upright"))
                self._row.addWidget(self._rules[-1])
            self._row.addWidget(part, 1 if number == 1 or len(parts) == 1 else 0)
        self.setVisible(bool(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts beside or under each other."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for line in self._rules:
            line.setVisible(beside)

    def _figure(self, decides: Decides) -> QWidget:
        words = self._say(decides.figure)
        role: Role = "big_figure" if len(words) <= 12 else "title"  # noqa: PLR2004 - amounts in millions are too long for it
        return top(
            label(self._say(Text("What decides")), "small_strong", "ink2", wrap=False),
            label(words, role, wrap=False),
            label(self._say(decides.caption), "small", "ink2", wrap=False),
            spacing=4,
        )

    def _measures(self, measures: Sequence[Measured]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for number, one in enumerate(measures):
            joiner = self._say(one.joiner) if one.joiner else ""
            strong = number == 0
            threshold = label(self._say(one.threshold), "body", wrap=False)
            word, tone, icon = _CHIPS[one.state]
            parts = (
                label(joiner, "small", "ink2", wrap=False),
                label(self._say(one.name), "strong" if strong else "body", wrap=False),
                figure_label(self._say(one.value)),
                label(one.sign, "strong", "ink2", wrap=False),
                threshold,
                ChipLabel(Chip(self._say(word), tone, icon)),
            )
            for place, part in enumerate(parts):
                grid.addWidget(part, number, place, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _follows(self, follows: Sequence[Row]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        grid.addWidget(label(self._say(Text("What follows")), "small_strong", "ink2"), 0, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        for number, one in enumerate(follows, start=1):
            grid.addWidget(label(self._say(one.name), "body", "ink2", wrap=False), number, 0)
            grid.addWidget(figure_label(self._say(one.value), "medium"), number, 1)
        return top(holder)
