"""How the three panes share the window: side by side, and where it is narrow the result below the question.

In a very narrow window the topics give way, too; the summary and the way back still lead everywhere.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.bars import WizardFoot
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.page import ScrollPage
from app.wizard.page_live import MARGINS, LiveResult
from app.wizard.page_live import WIDTH as LIVE_WIDTH
from app.wizard.page_rail import WIDTH as RAIL_WIDTH
from app.wizard.page_rail import RailPane

_QUESTION = 540
"""The least width for a question beside other panes."""


class Panes(QWidget):
    """Topics, question with its foot, live result."""

    def __init__(self, rail: RailPane, live: LiveResult, foot: WizardFoot) -> None:
        super().__init__()
        self._rail, self._live = rail, live
        self._view: ScrollPage | None = None
        self._beside = Box("pane-right", padding=0)
        self._beside_page = ScrollPage(margins=MARGINS)
        self._beside.add(self._beside_page)
        self._below = Box("quiet")
        self._below.setParent(self)
        self._below.hide()
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(self._middle, 1)
        row.addWidget(self._beside)

    @property
    def stacked(self) -> bool:
        """Tell whether the result stands below the question."""
        return self.width() < scaled(RAIL_WIDTH + _QUESTION + LIVE_WIDTH)

    def show_view(self, view: ScrollPage) -> None:
        """Put another question in the middle, in place of the one before."""
        old, self._view = self._view, view
        if old:
            self._below.setParent(self)
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._middle.insertWidget(0, view, 1)
        view.show()
        self.fit()

    def fit(self) -> None:
        """Share the width anew."""
        self._rail.fit()
        self._rail.setVisible(self.width() >= scaled(RAIL_WIDTH + _QUESTION))
        self._beside.setFixedWidth(scaled(LIVE_WIDTH))
        self._beside.setVisible(not self.stacked)
        self._below.setVisible(self.stacked)
        if self.stacked and self._view:
            self._below.add(self._live)
            self._view.add(self._below, gap=24 if self._below.parentWidget() is self else 0)
        elif self._live.parentWidget() is not self._beside_page.widget():
            self._beside_page.body.insertWidget(0, self._live, 1000)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()
