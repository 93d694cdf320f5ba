"""The way of the Tab key: as one reads, also through fields that came later.

Qt keeps the order in which widgets were made. A question is made after the buttons below it, and a tag after the
search that found it, so the order is read off the layouts instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def neighbour(parts: Sequence[QWidget], focused: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return what comes after (or before) the focused widget in these parts, `None` beyond their ends."""
    stops = [stop for part in parts for stop in _stops(part)]
    here = next((place for place, stop in enumerate(stops) if stop is focused), None)
    if here is None:
        return None
    there = here + (1 if forward else -1)
    return stops[there] if 0 <= there < len(stops) else None


def entrance(parts: Sequence[QWidget], *, forward: bool) -> QWidget | None:
    """Return where these parts begin, or where they end for somebody who comes backwards."""
    stops = [stop for part in parts for stop in _stops(part)]
    return (stops[0] if forward else stops[-1]) if stops else None


def outside(part: QWidget, *, forward: bool) -> QWidget | None:
    """Return the nearest widget around a part that the Tab key can stop at."""
    widget = _beside(part, forward=forward)
    while widget is not None and widget is not part:
        if _is_stop(widget) and not part.isAncestorOf(widget):
            return widget
        widget = _beside(widget, forward=forward)
    return None


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if _is_stop(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        yield from _stops(content) if content else ()
    elif layout := widget.layout():
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget:
            yield from _stops(widget)
        elif inner:
            yield from _stops_in(inner)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
