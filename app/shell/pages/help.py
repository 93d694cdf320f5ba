"""Help: the manual, what common guides get wrong, related law with its dates, open legal questions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QTextBrowser, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.open_questions import OpenQuestion
from app.law.related_law import NoteOn
from app.shell.arrange import column, fill, gap, row, stack
from app.shell.models.help import OPEN, RELATED, HelpModel
from app.ui.boxes import Box, card
from app.ui.chip import Chip, ChipLabel
from app.ui.fonts import font, scaled
from app.ui.navigation import NavGroup, Navigation, NavItem
from app.ui.page import PageHead, ScrollPage
from app.ui.text import Prose, label

_LEADING = 118
_TOPICS, _BESIDE = 332, 760
_ICONS = {"guide-errors": "circle-x", RELATED: "link", OPEN: "circle-help"}


class HelpPage(QFrame):
    """Topics at the left, the chosen one at the right."""

    def __init__(self, model: HelpModel, language: Language) -> None:
        super().__init__()
        self._model, self._language = model, language
        self._say = language.say
        self._made: dict[str, QWidget] = {}
        self.topics = Navigation(self._say(Text("Topics")))
        items = tuple(NavItem(key, title, _ICONS.get(key, "book-open")) for key, title in model.topics)
        self.topics.setFixedWidth(scaled(_TOPICS))
        self.topics.show_groups([NavGroup("", items)])
        self.menu = QComboBox()
        self.menu.setAccessibleName(self._say(Text("Topics")))
        for key, title in model.topics:
            self.menu.addItem(title, key)
        self._pages = QStackedWidget()
        self._arrange()
        self.topics.chosen.connect(self.show_part)
        self.menu.activated.connect(self._menu_activated)
        self.show_part(model.topics[0][0])
        self.setFocusProxy(self.topics)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the topics as a menu above the page where there is no room for them beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(_BESIDE)
        self._side.setVisible(beside)
        self._above.setVisible(not beside)

    def _menu_activated(self, number: int) -> None:
        self.show_part(str(self.menu.itemData(number)))

    def _arrange(self) -> None:
        self._side = Box("paper", padding=0, spacing=4)
        self._side.body.setContentsMargins(24, 24, 0, 16)
        fill(self._side.body, label(self._say(Text("Help")), "display"), gap(4))
        self._side.body.addWidget(self.topics, 1)
        self._above = Box("bar-top", padding=12)
        self._above.add(self.menu)
        right = column(spacing=0)
        fill(right, self._above)
        right.addWidget(self._pages, 1)
        whole = row(self._side, right, spacing=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_part(self, key: str) -> None:
        """Show one topic; it is set the first time."""
        if key not in self._made:
            make: dict[str, Callable[[], QWidget]] = {RELATED: self._related, OPEN: self._questions}
            self._made[key] = make.get(key, lambda: _manual(self._model.pages[key]))()
            self._pages.addWidget(self._made[key])
        self._pages.setCurrentWidget(self._made[key])
        self.topics.blockSignals(True)
        self.topics.select(key)
        self.topics.blockSignals(False)
        self.topics.viewport().update()
        self.menu.setCurrentIndex(self.menu.findData(key))

    def _related(self) -> QWidget:
        page = ScrollPage()
        subtitle = Text("Other law that meets a machine builder, with the days from which it applies.")
        page.add(PageHead(self._say(Text("Related law for machine builders")), self._say(subtitle)))
        for one in self._model.related:
            page.add(self._law(one))
        return page

    def _law(self, one: NoteOn) -> Box:
        box = card()
        fill(box.body, label(self._say(one.law.name), "section"), label(self._say(one.law.citation), "small", "ink2"))
        for milestone in one.since:
            self._milestone(box, Text("since {day}", day=milestone.from_day), self._say(milestone.what), "accent")
        for milestone in one.ahead:
            self._milestone(box, Text("from {day}", day=milestone.from_day), self._say(milestone.what), "due")
        fill(box.body, Prose(self._say(one.law.plain)))
        self._doubt(box, one.law.confidence)
        return box

    def _milestone(self, box: Box, day: Text, what: str, tone: str) -> None:
        chip = Chip(self._say(day), "due" if tone == "due" else "accent", "calendar")
        line = row(ChipLabel(chip), label(what, "body"), spacing=10)
        line.setStretch(1, 1)
        fill(box.body, line)

    def _questions(self) -> QWidget:
        page = ScrollPage()
        subtitle = Text("What nobody has decided yet, what would decide it, and what follows from each answer.")
        page.add(PageHead(self._say(Text("Open legal questions")), self._say(subtitle)))
        for one in self._model.questions:
            page.add(self._question(one))
        return page

    def _question(self, one: OpenQuestion) -> Box:
        box = card()
        fill(box.body, label(self._say(one.question), "section"), label(self._say(one.citation), "small", "ink2"))
        if one.id in self._model.yours:
            fill(box.body, row(ChipLabel(Chip(self._say(Text("concerns you")), "due", "circle-help")), None))
        fill(box.body, Prose(self._say(one.why)))
        fill(box.body, label(self._say(Text("What decides it")), "small_strong", "ink2"), Prose(self._say(one.decides)))
        for reading in one.readings:
            words = (label(self._say(reading.reading), "strong"), Prose(self._say(reading.consequence)))
            fill(box.body, stack(*words, spacing=2))
        self._doubt(box, one.confidence)
        return box

    def _doubt(self, box: Box, confidence: str) -> None:
        words = {
            "medium": Text("Not certain: from secondary sources or without case law."),
            "low": Text("Uncertain: nothing authoritative is known."),
        }.get(confidence)
        if words:
            fill(box.body, label(self._say(words), "small", "due"))


def _html(markdown: str) -> str:
    """Return the page with headings in a weight that the shipped type has, and in its sizes."""
    document = QTextDocument()
    document.setDefaultFont(font("body"))
    document.setMarkdown(markdown)
    return document.toHtml().replace("font-weight:700", "font-weight:600").replace("xx-large", "x-large")


def _open_up(shown: QTextBrowser) -> None:
    """Give running text the line height of everywhere else."""
    cursor = QTextCursor(shown.document())
    cursor.select(QTextCursor.SelectionType.Document)
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(spacing)


def _manual(markdown: str) -> QWidget:
    shown = QTextBrowser()
    shown.setFont(font("body"))
    shown.document().setDefaultFont(font("body"))
    shown.document().setDocumentMargin(24)
    shown.setStyleSheet("border: none")
    shown.setHtml(_html(markdown))
    _open_up(shown)
    shown.setOpenLinks(False)
    shown.setFrameShape(QFrame.Shape.NoFrame)
    shown.setMaximumWidth(820)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return shown
