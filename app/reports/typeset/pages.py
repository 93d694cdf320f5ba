"""Fills pages with boxes, before anything is painted; so every page knows how many there are.

Between two boxes stands the larger of the spaces they ask for. A box that keeps the next one close moves with it to
the next page. Full-width boxes wait until the heading in the margin has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.typeset.boxes import Box, InMargin, NewPage, Reserve
from app.reports.typeset.stationery import BOTTOM, PAGE_HEIGHT, TEXT_HEIGHT, TOP

Flow = Box | NewPage | Reserve

_UPPER = PAGE_HEIGHT - TOP
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box and the height of the page below which it is painted."""

    box: Box
    top: float


def fill(flow: Sequence[Flow]) -> list[list[PlacedBox]]:
    """Return the pages with what stands on each."""
    pager = _Pager()
    for index, item in enumerate(flow):
        match item:
            case NewPage():
                pager.new_page()
            case Reserve():
                pager.reserve(item.room)
            case _:
                pager.place(item, _followers(flow, index))
    return [page for page in pager.pages if page]


def _followers(flow: Sequence[Flow], index: int) -> float:
    """Return the room that what must stay with this box needs to begin below it."""
    room = 0.0
    item = flow[index]
    for following in flow[index + 1 :]:
        if isinstance(item, NewPage | Reserve) or not item.keeps_next:
            return room
        if isinstance(following, NewPage | Reserve):
            return room
        room += max(item.after, following.before) + following.least
        item = following
    return room


class _Pager:
    """The page being filled: where the next box begins and where the margin is free again."""

    def __init__(self) -> None:
        self.pages: list[list[PlacedBox]] = [[]]
        self._cursor = self._margin = _UPPER
        self._after = 0.0

    def new_page(self) -> None:
        """Begin a page unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self._cursor = self._margin = _UPPER
        self._after = 0.0

    def reserve(self, room: float) -> None:
        """Begin a page if this one has less room and a whole one has enough."""
        if self._room(self._after) + _TOLERANCE < room <= TEXT_HEIGHT:
            self.new_page()

    def place(self, box: Box, followers: float) -> None:
        """Put a box where it fits, in parts if need be."""
        gap = self._gap(box)
        if self.pages[-1] and min(box.least + followers, TEXT_HEIGHT) > self._room(gap) + _TOLERANCE:
            self.new_page()
            gap = self._gap(box)
        rest = box
        while rest.height > self._room(gap) + _TOLERANCE:
            parts = rest.divide(self._room(gap))
            if parts is None and not self.pages[-1]:
                break
            if parts is not None:
                self._put(parts[0], gap)
                rest = parts[1]
            self.new_page()
            gap = 0.0
        self._put(rest, gap)

    def _put(self, box: Box, gap: float) -> None:
        top = self._cursor - gap
        self.pages[-1].append(PlacedBox(box, top))
        self._cursor = top - box.height
        self._after = box.after
        if isinstance(box, InMargin):
            self._margin = top - box.depth

    def _gap(self, box: Box) -> float:
        gap = max(self._after, box.before) if self.pages[-1] else 0.0
        if box.is_wide and self._margin < self._cursor:
            return max(gap, self._cursor - self._margin + box.before)
        return gap

    def _room(self, gap: float) -> float:
        return self._cursor - gap - BOTTOM
