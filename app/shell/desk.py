"""The pages around an open vault: the sidebar at the left, company and language above, one page in the middle.

A page is made when it is first looked at and forgotten with the desk. Below about 1000 pixels the sidebar keeps its
icons and says its words as tooltips.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.law_version import law_version
from app.shell.arrange import beside, column, fill, row, stack
from app.shell.care import care_of
from app.shell.menus import Orders
from app.shell.saved_line import say_saved
from app.shell.section_names import pages_for
from app.shell.sections import PAGES, Needs, groups
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.ui.bars import TopBar
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.icons import CHIP, IconLabel, MarkLabel
from app.ui.navigation import Navigation, sidebar_width
from app.ui.text import label

_ROOM_FOR_WORDS = 1000


class Desk(QWidget):
    """Sidebar, top bar and page."""

    def __init__(
        self, session: Session, language: Language, surroundings: Surroundings, orders: Orders, page: str
    ) -> None:
        super().__init__()
        self._language, self._orders = language, orders
        care = care_of(session, surroundings, language)
        now = session.standing() if session.has_result else None
        self._needs = Needs(session, now, language, surroundings, orders, care, self._hold)
        self._made: dict[str, QWidget] = {}
        self._open = ""
        self.keys = pages_for(has_result=session.has_result)
        self.top = TopBar(language, session.company, demo=session.demo)
        self.navigation = Navigation(language.say(Text("Pages")))
        self.navigation.show_groups(groups(self._needs))
        self._words = label("Nachweis", "title", wrap=False)
        self._footer = _footer(language)
        self._side = self._sidebar()
        self._pages = QStackedWidget()
        self._arrange()
        self._say_saved()
        self._listen()
        self.open(page if self.has(page) else self.keys[0])
        self.setFocusProxy(self.navigation)

    def _listen(self) -> None:
        self._needs.care.changed.connect(self._look_again)
        self.top.language_chosen.connect(self._speak)
        self.top.lock_wanted.connect(self._orders.lock)
        self.navigation.chosen.connect(self._chosen)

    @property
    def page(self) -> QWidget:
        """Return the page that is shown now."""
        return self._made[self._open]

    def has(self, place: str) -> bool:
        """Tell whether there is such a page."""
        return place.partition("/")[0] in self.keys

    def open(self, place: str) -> None:
        """Show a page, made the first time; `help/open-questions` names a part of it, too."""
        key, _, part = place.partition("/")
        if key not in self._made:
            self._made[key] = PAGES[key](self._needs)
            self._pages.addWidget(self._made[key])
        self._open = key
        self._pages.setCurrentWidget(self._made[key])
        if part:
            self._made[key].show_part(part)  # type: ignore[attr-defined]  # a page with parts has this word
        self.navigation.blockSignals(True)
        self.navigation.select(key)
        self.navigation.blockSignals(False)
        self.navigation.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the icons of the sidebar where there is no room for its words."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(_ROOM_FOR_WORDS)
        if narrow is not self.navigation.narrow:
            self.navigation.set_narrow(narrow)
            self._words.setVisible(not narrow)
            self._footer.setVisible(not narrow)
            self._side.setFixedWidth(sidebar_width(narrow=narrow))

    def _hold(self, still: bool) -> None:
        for part in (self.navigation, self.top.languages):
            part.setEnabled(not still)

    def _look_again(self) -> None:
        self.navigation.show_groups(groups(self._needs))
        self._say_saved()

    def _say_saved(self) -> None:
        say_saved(self.top.saved, self._needs.session, self._needs.care, self._language)

    def _chosen(self, key: str) -> None:
        self._orders.open_page(key)

    def _speak(self, code: str) -> None:
        self._orders.speak("de" if code == "de" else "en")

    def _sidebar(self) -> Box:
        side = Box("pane-left", padding=0, spacing=0)
        side.setFixedWidth(sidebar_width())
        head = row(MarkLabel(24), self._words, None, spacing=10)
        head.setContentsMargins(17, 14, 12, 12)
        fill(side.body, head)
        side.body.addWidget(self.navigation, 1)
        fill(side.body, self._footer)
        return side

    def _arrange(self) -> None:
        right = column(spacing=0)
        fill(right, self.top)
        right.addWidget(self._pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)


def _footer(language: Language) -> QWidget:
    version = law_version()
    here = label(language.say(Text("Only on this computer")), "small", "ink2")
    stand = Text("Law: version of {day}, checked until {until}", day=version.consolidated, until=version.checked_until)
    law = label(language.say(stand), "small", "ink2")
    law.setToolTip(language.say(version.not_checked))
    footer = stack(beside(IconLabel("hard-drive", "ink2", CHIP), here, spacing=6), law, spacing=2)
    footer.setContentsMargins(20, 8, 12, 14)
    return footer
