"""The frame of a page: a scroll area whose content never loses a line, the page's head, two columns that stack.

Lines of law have vanished before in a page that was a few pixels too low. So every page scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.beside import Beside
from app.ui.flow import Flow
from app.ui.fonts import scaled
from app.ui.text import Heading, Prose

MARGIN_SIDE, MARGIN_TOP = 32, 24
WIDEST = 1240


class ScrollPage(QScrollArea):
    """A page with the usual margins; fill it with `add`. Spare height stays at the end."""

    def __init__(self, *, margins: tuple[int, int] = (MARGIN_SIDE, MARGIN_TOP), spacing: int = 16) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        content = QWidget()
        content.setProperty("page", "body")
        content.setMaximumWidth(scaled(WIDEST))
        self.body = QVBoxLayout(content)
        side, top = margins
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(spacing)
        self.body.addStretch(1)
        self.setWidget(content)

    def add(self, *parts: QWidget, gap: int = 0) -> ScrollPage:
        """Put parts below what is there, after an extra gap, and return the page."""
        if gap:
            self.body.insertSpacing(self.body.count() - 1, gap)
        for part in parts:
            self.body.insertWidget(self.body.count() - 1, part)
        return self


class PageHead(QWidget):
    """The page's title with its buttons, and below, on a row of its own, what the page is for."""

    def __init__(
        self, title: str, subtitle: str = "", *, actions: Sequence[QWidget] = (), mark: QWidget | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = Heading(title, "display")
        first = Flow(self.title, mark, gap=16) if mark else self.title
        column.addWidget(Beside(first, *actions) if actions else first)
        if subtitle:
            self.subtitle = Prose(subtitle, tone="ink2", reading_width=False)
            column.addWidget(self.subtitle)


class TwoColumns(QWidget):
    """A main column and a side column of fixed width, which moves below when there is no room beside."""

    def __init__(self, main: QWidget, side: QWidget, *, side_width: int = 316, stack_below: int = 800) -> None:
        super().__init__()
        self._side, self._side_width, self._stack_below = side, scaled(side_width), scaled(stack_below)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(32)
        self._row.addWidget(main, 1)
        self._row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        side.setFixedWidth(self._side_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        stacked = self.width() < self._stack_below
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._side.setMinimumWidth(0 if stacked else self._side_width)
            self._side.setMaximumWidth(16_777_215 if stacked else self._side_width)
