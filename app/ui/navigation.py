"""The sidebar: pages in groups, with their counts; only what is overdue gets an icon and a colour.

Moving with the arrows opens the page at once, as in every sidebar. Narrow, it shows the icons alone and says the
names as tooltips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.ui.drawing import RIGHT, box, smooth, width_of, words
from app.ui.fonts import Role, scaled
from app.ui.icons import CHIP, NAVIGATION, paint_icon
from app.ui.listing import ROW, AnyIndex, Listing

_WIDTH, _NARROW = 260, 58
TEXT_LEFT, RIGHT_MARGIN = 48, 19
_SIDE, _ICON_LEFT = 8, 20


def sidebar_width(*, narrow: bool = False) -> int:
    """Return the width of the sidebar, from its longest German word, or of its icons alone."""
    return scaled(_NARROW if narrow else _WIDTH)


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page. `overdue` marks its count in words for a screen reader and with an icon for the eye."""

    key: str
    title: str
    icon: str
    count: str = ""
    overdue: str = ""


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Pages under a heading; the first group has none."""

    title: str
    items: tuple[NavItem, ...]


class Navigation(QListView):
    """The list of pages."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.narrow = False
        self._model: Listing[NavItem | str] = Listing(_spoken, live=lambda row: not isinstance(row, str), parent=self)
        self.setModel(self._model)
        self.setItemDelegate(_NavDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFixedWidth(sidebar_width() - 1)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_groups(self, groups: Sequence[NavGroup]) -> None:
        """Show these pages and keep the selected one."""
        selected = self.current
        rows: list[NavItem | str] = []
        for group in groups:
            rows += [group.title] if group.title else []
            rows += group.items
        self.blockSignals(True)
        self._model.show_rows(rows)
        self.select(selected)
        self.blockSignals(False)

    @property
    def current(self) -> str:
        """Return the key of the selected page."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, NavItem) else ""

    def select(self, key: str) -> None:
        """Select a page; it is announced if it was not selected before."""
        for number, row in enumerate(self._model.rows):
            if isinstance(row, NavItem) and row.key == key:
                self.setCurrentIndex(self._model.index(number))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        self.narrow = narrow
        self.setFixedWidth(sidebar_width(narrow=narrow) - 1)
        self.scheduleDelayedItemsLayout()

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, NavItem) and not self.signalsBlocked():
            self.chosen.emit(row.key)


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, view: Navigation) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row = index.data(ROW)
        if isinstance(row, str):
            return QSize(100, scaled(24 if self._view.narrow else 38))
        return QSize(100, scaled(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        rect = QRect(option.rect)
        painter.save()
        smooth(painter)
        if isinstance(row, NavItem):
            self._paint_item(painter, rect, row, option.state)
        elif not self._view.narrow:
            head = rect.adjusted(scaled(_ICON_LEFT), rect.height() - scaled(24), -scaled(RIGHT_MARGIN), -2)
            words(painter, head, row, "small_strong", "ink2")
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say the page's name beside its icon."""
        shown = self._view.narrow and isinstance(index.data(ROW), NavItem)
        QToolTip.showText(event.globalPos(), str(index.data(Qt.ItemDataRole.DisplayRole)) if shown else "", view)
        return shown

    def _paint_item(self, painter: QPainter, rect: QRect, row: NavItem, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = QRectF(rect.adjusted(scaled(_SIDE), 1, -scaled(_SIDE), -1))
        if selected:
            box(painter, ground, 6, "accent-soft")
            box(
                painter,
                QRectF(scaled(_SIDE), rect.top() + rect.height() / 4 - 0.5, 3, rect.height() / 2 + 2),
                1.5,
                "accent",
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, ground, 6, "sunken")
        tone = "accent" if selected else "ink2"
        paint_icon(painter, QRect(scaled(_ICON_LEFT), rect.top(), scaled(NAVIGATION), rect.height()), row.icon, tone)
        if not self._view.narrow:
            _paint_words(painter, rect, row, selected=selected)


def _paint_words(painter: QPainter, rect: QRect, row: NavItem, *, selected: bool) -> None:
    count_role: Role = "small_strong" if row.overdue else "small"
    count_width = width_of(row.count, count_role, tabular=True)
    right = rect.adjusted(scaled(TEXT_LEFT), 0, -scaled(RIGHT_MARGIN), 0)
    words(painter, right, row.count, count_role, "breach" if row.overdue else "ink2", flags=int(RIGHT))
    if row.overdue:
        left = right.right() - count_width - scaled(CHIP + 3)
        paint_icon(painter, QRect(left, rect.top(), scaled(CHIP), rect.height()), "triangle-alert", "breach")
    room = right.adjusted(0, 0, -count_width - scaled(CHIP + 6 if row.overdue else 4), 0)
    words(painter, room, row.title, "medium" if selected else "body", "accent" if selected else "ink")


def _spoken(row: NavItem | str) -> str:
    if isinstance(row, str):
        return row
    return ", ".join(part for part in (row.title, row.count, row.overdue) if part)
