"""Search hits to choose from: title, citation, explanation with the matching letters underlined, a check box.

A list view with one delegate, so that sixty or six thousand hits scroll alike. Space or a click turns a hit on
or off; arrows move.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.language import Language
from app.core.text import Text
from app.ui.choice_row import MARK, paint_check
from app.ui.colours import colour
from app.ui.drawing import RIGHT, WRAPPED, box, line_height, smooth, width_of, words, wrapped_height
from app.ui.fonts import font, scaled
from app.ui.listing import ROW, AnyIndex, Listing, chose_by_key

_SIDE, _TOP, _TEXT, _GAP = 16, 13, 48, 3


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `matches` are the places in the explanation, start and end, that matched."""

    key: str
    title: str
    aside: str = ""
    explanation: str = ""
    matches: tuple[tuple[int, int], ...] = ()


class HitList(QListView):
    """The hits; `toggled` says which one was turned on or off."""

    toggled = Signal(str, bool)

    def __init__(self, name: str, language: Language) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.on: frozenset[str] = frozenset()
        self._hits: Listing[Hit] = Listing(lambda hit: self._spoken(hit, language), parent=self)
        self.setModel(self._hits)
        self.setItemDelegate(_HitDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSpacing(0)
        self.clicked.connect(self._toggle)

    def show_hits(self, hits: Sequence[Hit], on: Collection[str]) -> None:
        """Show these hits; those in `on` are checked."""
        self.on = frozenset(on)
        self._hits.show_rows(hits)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Return the hits that are shown."""
        return self._hits.rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the current hit on or off."""
        index = chose_by_key(self, event)
        if index is None:
            super().keyPressEvent(event)
        else:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        hit: Hit = index.data(ROW)
        checked = hit.key not in self.on
        self.on = self.on | {hit.key} if checked else self.on - {hit.key}
        self.update(index)
        self.toggled.emit(hit.key, checked)

    def _spoken(self, hit: Hit, language: Language) -> str:
        state = language.say(Text("chosen") if hit.key in self.on else Text("not chosen"))
        return ", ".join(part for part in (hit.title, state, hit.aside, hit.explanation) if part)


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        hit: Hit = index.data(ROW)
        width = self._view.viewport().width()
        height = wrapped_height(hit.title, "strong", _title_room(hit, width))
        if hit.explanation:
            height += _GAP + round(_laid_out(hit, width - scaled(_TEXT + _SIDE), "ink2").boundingRect().height())
        return QSize(width, height + 2 * scaled(_TOP) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        hit: Hit = index.data(ROW)
        rect = QRect(option.rect).adjusted(0, 0, 0, -8)
        checked = hit.key in self._view.on
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        smooth(painter)
        ground = "accent-soft" if checked else ("surface" if hovered else "paper")
        box(painter, QRectF(rect), 8, ground, "accent" if checked else "line")
        paint_check(
            painter,
            QRect(rect.left() + scaled(_SIDE), rect.top() + scaled(_TOP), scaled(MARK), scaled(MARK)),
            checked=checked,
        )
        _draw_words(painter, rect, hit)
        painter.restore()


def _title_room(hit: Hit, width: int) -> int:
    return width - scaled(_TEXT + _SIDE) - (width_of(hit.aside, "small", tabular=True) + scaled(16) if hit.aside else 0)


def _draw_words(painter: QPainter, rect: QRect, hit: Hit) -> None:
    left, top = rect.left() + scaled(_TEXT), rect.top() + scaled(_TOP)
    room = _title_room(hit, rect.width())
    height = wrapped_height(hit.title, "strong", room)
    words(painter, QRect(left, top, room, height), hit.title, "strong", "ink", flags=WRAPPED)
    aside = QRect(left, top, rect.width() - scaled(_TEXT + _SIDE), line_height("strong"))
    words(painter, aside, hit.aside, "small", "ink2", flags=int(RIGHT))
    layout = _laid_out(hit, rect.width() - scaled(_TEXT + _SIDE), "ink2")
    layout.draw(painter, QPointF(left, top + height + _GAP))


def _laid_out(hit: Hit, width: int, tone: str) -> QTextLayout:
    layout = QTextLayout(hit.explanation, font("small"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_plain(len(hit.explanation), tone), *(_match(start, end) for start, end in hit.matches)])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _plain(length: int, tone: str) -> QTextLayout.FormatRange:
    plain = QTextLayout.FormatRange()
    plain.start, plain.length = 0, length
    face = QTextCharFormat()
    face.setForeground(colour(tone))
    plain.format = face
    return plain


def _match(start: int, end: int) -> QTextLayout.FormatRange:
    match = QTextLayout.FormatRange()
    match.start, match.length = start, end - start
    face = QTextCharFormat()
    face.setForeground(colour("ink"))
    face.setFontWeight(font("small_strong").weight())
    face.setFontUnderline(True)
    face.setUnderlineColor(colour("accent"))
    match.format = face
    return match
