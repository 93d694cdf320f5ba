"""The focus ring: one transparent layer over a window that shows where the keyboard is.

It lies outside the control, so layout never moves and no control needs a border of its own. It follows focus,
scrolling, resizing and the current row of a list. It comes with the Tab key and the arrows: where a page puts the
keyboard by itself, a frame around the first option would look like an answer. Fields always have it, because the eye
looks for it there; elsewhere the first key brings it back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaObject, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.colours import colour

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}
_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_OUTSIDE, _WIDTH = 3, 2


class FocusRing(QWidget):
    """The layer; make one per window, after the window has its content."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._watched: list[QObject] = []
        self._connections: list[QMetaObject.Connection] = []
        self._target: QWidget | None = None
        self._wanted = self._by_key = False
        window.installEventFilter(self)
        self.resize(window.size())
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - a widget cannot exist without one
        application.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, QApplication.focusWidget())
        self.show()

    @property
    def ring(self) -> QRect | None:
        """Return where the ring is drawn, in the window, or nothing if it is away."""
        target = self._target
        if target is None or not self._wanted or not isValid(target) or not target.isVisible():
            return None
        place = _place(target)
        return QRect(target.mapTo(self._window, place.topLeft()), place.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves, notice by what means the focus goes on, and come back with the first key."""
        if event.type() in _MOVES:
            if watched is self._window:
                self.resize(self._window.size())
            self.update()
        elif watched is self._target and isinstance(event, QFocusEvent):
            self._by_key = event.lostFocus() and event.reason() in _BY_KEY
        elif self._target is None and event.type() is QEvent.Type.KeyPress:
            self._by_key = True  # the first Tab of a window in which nothing has the focus
        elif watched is self._target and event.type() in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}:
            self._wanted = event.type() is QEvent.Type.KeyPress or isinstance(watched, _FIELDS)
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, but only where its control can be seen."""
        ring, target = self.ring, self._target
        if ring is None or target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(_visible_part(target, self._window))
        painter.setPen(QPen(colour("accent"), _WIDTH))
        inside = isinstance(target, QAbstractItemView)
        out = -_WIDTH / 2 if inside else _OUTSIDE
        radius = target.property("ring") or 6
        painter.drawRoundedRect(QRectF(ring).adjusted(-out, -out, out, out), radius + out, radius + out)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        if self._target is not None:
            self._wanted = self._by_key or isinstance(self._target, _FIELDS)
            self._by_key = False
            self._watch(self._target)
        self.raise_()
        self.update()

    def _watch(self, target: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        if isinstance(target, QAbstractItemView):
            self._connections = [
                target.verticalScrollBar().valueChanged.connect(self._follow),
                target.horizontalScrollBar().valueChanged.connect(self._follow),
                target.selectionModel().currentChanged.connect(self._follow),
            ]

    def _follow(self) -> None:
        self.update()

    def _unwatch(self) -> None:
        for watched in self._watched:
            if isValid(watched):  # a page that was just taken down had the focus
                watched.removeEventFilter(self)
        self._watched.clear()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()


def _place(target: QWidget) -> QRect:
    if not isinstance(target, QAbstractItemView):
        return target.rect()
    current = target.currentIndex()
    if not current.isValid():
        return target.rect()
    place = target.visualRect(current)
    if target.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        place = QRect(0, place.top(), target.viewport().width(), place.height())
    return QRect(target.viewport().mapTo(target, place.topLeft()), place.size())


def _visible_part(target: QWidget, window: QWidget) -> QRect:
    visible = window.rect()
    widget = target if isinstance(target, QAbstractItemView) else target.parentWidget()
    while widget is not None and widget is not window:
        if isinstance(widget, QAbstractScrollArea):
            port = widget.viewport()
            margin = 0 if widget is target else _OUTSIDE + 1
            seen = QRect(port.mapTo(window, port.rect().topLeft()), port.size())
            visible &= seen.adjusted(-margin, -margin, margin, margin)
        widget = widget.parentWidget()
    return visible
