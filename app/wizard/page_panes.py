"""How the three panes share the window: side by side, and where it is narrow the result below the question.

In a very narrow window a button above the question shows the topics in its place.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.bars import WizardFoot
from app.ui.boxes import Box
from app.ui.buttons import ghost
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

    def __init__(self, rail: RailPane, live: LiveResult, foot: WizardFoot, language: Language) -> None:
        super().__init__()
        self._rail, self._live = rail, live
        self._view: ScrollPage | None = None
        self._beside = Box("pane-right", padding=0)
        self._beside_page = ScrollPage(margins=MARGINS)
        self._beside.add(self._beside_page)
        self._below = Box("quiet")
        self._below.setParent(self)
        self._below.hide()
        self.topics = ghost(language.say(Text("All topics")), "list")
        self.topics.clicked.connect(self._show_topics)
        self._bar = Box("bar-top", padding=0)
        self._bar.add(self.topics)
        self._middle = QWidget()
        self._arrange(foot)

    @property
    def stacked(self) -> bool:
        """Tell whether the result stands below the question."""
        return self.width() < scaled(RAIL_WIDTH + _QUESTION + LIVE_WIDTH)

    @property
    def narrow(self) -> bool:
        """Tell whether there is no room for the topics beside the question."""
        return self.width() < scaled(RAIL_WIDTH + _QUESTION)

    def show_view(self, view: ScrollPage) -> None:
        """Put another question in the middle, in place of the one before."""
        old, self._view = self._view, view
        if old:
            self._below.setParent(self)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.insertWidget(1, view, 1)
        view.show()
        self.fit()

    def fit(self) -> None:
        """Share the width anew; the question is in view again."""
        self._rail.fit()
        self._rail.setVisible(not self.narrow)
        self._bar.setVisible(self.narrow)
        self._middle.show()
        self._beside.setFixedWidth(scaled(LIVE_WIDTH))
        self._beside.setVisible(not self.stacked)
        if self.stacked and self._view:
            self._below.add(self._live)
            self._view.add(self._below, gap=0 if self._view.isAncestorOf(self._below) else 24)
        elif self._live.parentWidget() is not self._beside_page.widget():
            self._beside_page.body.insertWidget(0, self._live, 1000)
        self._below.setVisible(self.stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()

    def _arrange(self, foot: WizardFoot) -> None:
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._middle, 1)
        row.addWidget(self._beside)

    def _show_topics(self) -> None:
        self._middle.hide()
        self._rail.setMaximumWidth(self.width())
        self._rail.setMinimumWidth(self.width())
        self._rail.show()
        self._rail.rail.setFocus()
