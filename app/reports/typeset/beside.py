"""Two short tables beside each other, which together take less of a page than one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.document import Beside
from app.reports.typeset.boxes import Box
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.stationery import BESIDE_GAP, FULL_WIDTH, LEFT
from app.reports.typeset.table_setting import Frame, table_box, table_element
from app.reports.typeset.tables import TableBox
from app.reports.typeset.voice import Voice

_HALF = (FULL_WIDTH - BESIDE_GAP) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideBox:
    """Two tables from one height of the page."""

    left: TableBox
    right: TableBox
    keeps_next: bool = False
    is_wide: bool = True

    @property
    def before(self) -> float:
        """The larger of both."""
        return max(self.left.before, self.right.before)

    @property
    def after(self) -> float:
        """The larger of both."""
        return max(self.left.after, self.right.after)

    @property
    def height(self) -> float:
        """The taller of both."""
        return max(self.left.height, self.right.height)

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint the left one, then the right one."""
        self.left.paint(canvas, top)
        self.right.paint(canvas, top)


def beside_box(block: Beside, voice: Voice, parent: Element) -> BesideBox:
    """Return both tables, set in reading order."""
    frames = (Frame(LEFT, _HALF), Frame(LEFT + _HALF + BESIDE_GAP, _HALF))
    left, right = (
        table_box(table, voice, table_element(parent, table, voice), frame)
        for table, frame in zip((block.left, block.right), frames, strict=True)
    )
    return BesideBox(left=left, right=right)
