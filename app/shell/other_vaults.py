"""The other vaults this program knows, below the one whose door this is: a click goes to another.

A vault that is not where it was stays in the list, because it may lie on a drive that is not connected. It says so
and can be taken off the list, which deletes no file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.arrange import column, fill, row
from app.shell.gate import shown_path
from app.system.known_vaults import KnownVault, Vaults
from app.ui.anyones_words import tooltip
from app.ui.buttons import IconButton, ghost
from app.ui.drawing import LEFT, box, line_height, smooth, words
from app.ui.fonts import scaled
from app.ui.icons import CONTROL, paint_icon
from app.ui.text import label

_SHOWN = 4
_SIDE, _AFTER_ICON, _BETWEEN, _AIR = 5, 9, 2, 14


class OtherVaults(QWidget):
    """A heading and a row for each vault; only the newest few until somebody asks for all."""

    def __init__(
        self,
        language: Language,
        vaults: Vaults,
        open_other: Callable[[Path], None],
        forget: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self.rows = tuple(VaultRow(language, entry, open_other, forget) for entry in vaults)
        self.more = ghost(language.say(Text("Show all {n} vaults", n=str(len(vaults)))), "chevron-down")
        self.more.clicked.connect(self._show_all)
        self.more.setVisible(len(vaults) > _SHOWN)
        whole = column(self, spacing=2)
        fill(whole, label(language.say(Text("Other vaults")), "small_strong", "ink2"), *self.rows, row(self.more, None))
        for hidden in self.rows[_SHOWN:]:
            hidden.hide()

    def mark_missing(self, places: frozenset[str]) -> None:
        """Say of these that they are not found."""
        for each in self.rows:
            each.show_missing(missing=each.entry.place in places)

    def _show_all(self) -> None:
        for each in self.rows:
            each.show()
        self.more.hide()
        self.rows[_SHOWN].setFocus(Qt.FocusReason.TabFocusReason)


class VaultRow(QWidget):
    """One vault: its name, where it lies, when it was open last."""

    def __init__(
        self, language: Language, entry: KnownVault, open_other: Callable[[Path], None], forget: Callable[[Path], None]
    ) -> None:
        super().__init__()
        self.entry, self._say = entry, language.say
        self.button = _RowButton(entry.name, self._say(_where(entry)))
        self.button.setToolTip(tooltip(shown_path(entry.path)))
        self.remove = IconButton("x", self._say(Text("Remove {name} from the list", name=entry.name)), tone="ink2")
        self.remove.hide()
        line = row(self.button, self.remove, spacing=4)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(lambda: open_other(entry.path))
        self.remove.clicked.connect(lambda: forget(entry.path))

    def show_missing(self, *, missing: bool) -> None:
        """Say that the vault is not found, and offer to take it off the list."""
        where = Text("Not found: {place}", place=shown_path(self.entry.path)) if missing else _where(self.entry)
        self.button.show_second(self._say(where), missing=missing)
        self.remove.setVisible(missing)


class _RowButton(QPushButton):
    """An icon, two lines, an arrow; it paints itself like the kit's own buttons."""

    def __init__(self, name: str, second: str) -> None:
        super().__init__()
        self._name, self._second, self._missing = name, second, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_second(second, missing=False)

    def show_second(self, second: str, *, missing: bool) -> None:
        """Say something else in the second line."""
        self._second, self._missing = second, missing
        self.setAccessibleName(f"{self._name}, {second}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        return QSize(scaled(300), line_height("medium") + line_height("small") + _BETWEEN + scaled(_AIR))

    def minimumSizeHint(self) -> QSize:
        """Take any width, and the height of two lines."""
        return QSize(scaled(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row, on a tint under the mouse."""
        painter = QPainter(self)
        smooth(painter)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            box(painter, QRectF(self.rect()), 6, "sunken")
        side, icon = scaled(_SIDE), scaled(CONTROL)
        sign = "circle-dashed" if self._missing else "lock"
        paint_icon(painter, QRect(side, 0, icon, self.height()), sign, "ink2")
        paint_icon(painter, QRect(self.width() - side - icon, 0, icon, self.height()), "chevron-right", "ink2")
        left = side + icon + scaled(_AFTER_ICON)
        first = QRect(
            QPoint(left, scaled(_AIR) // 2), QSize(self.width() - left - 2 * side - icon, line_height("medium"))
        )
        second = first.translated(0, first.height() + _BETWEEN)
        second.setHeight(line_height("small"))
        ink = "ink2" if self._missing or not self.isEnabled() else "ink"
        words(painter, first, self._name, "medium", ink, flags=int(LEFT))
        words(painter, second, self._second, "small", "ink2", flags=int(LEFT))


def _where(entry: KnownVault) -> Sayable:
    folder = shown_path(entry.path.parent)
    if entry.opened_at is None:
        return folder
    return Text("{place} · last opened on {day}", place=folder, day=entry.opened_at.astimezone().date())
