"""Drawn signs: the discs of a state and the boxes to tick by hand. The word beside a sign carries its meaning."""

from __future__ import annotations

from app.reports.document import State
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.stationery import BOX_LINE, BOX_SIZE, INK, MARK_LINE, MARK_RADIUS, Stroke

_ROUND = 0.5523
_DISC = Stroke(INK, MARK_LINE)
_BOX = Stroke(INK, BOX_LINE)


def draw_state(canvas: TaggedCanvas, state: State, x: float, y: float) -> None:
    """Draw a disc, a half disc, a ring or a dash, centred on a point."""
    radius = MARK_RADIUS - MARK_LINE / 2
    if state is State.OPEN:
        canvas.rule(_DISC, x - radius, y, 2 * radius)
        return
    canvas.write(
        f"q {_DISC.operators} {INK.operands} rg {_circle(x, y, radius)} {'B' if state is State.YES else 'S'} Q"
    )
    if state is State.PARTLY:
        canvas.write(f"q {INK.operands} rg {_left_half(x, y, radius)} f Q")


def draw_box(canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draw an empty square standing on a point."""
    canvas.write(f"q {_BOX.operators} {x:.2f} {y:.2f} {BOX_SIZE} {BOX_SIZE} re S Q")


def _circle(x: float, y: float, radius: float) -> str:
    bow = radius * _ROUND
    return (
        f"{x:.2f} {y + radius:.2f} m {_left_bows(x, y, radius)} "
        f"{x + bow:.2f} {y - radius:.2f} {x + radius:.2f} {y - bow:.2f} {x + radius:.2f} {y:.2f} c "
        f"{x + radius:.2f} {y + bow:.2f} {x + bow:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c h"
    )


def _left_half(x: float, y: float, radius: float) -> str:
    return f"{x:.2f} {y + radius:.2f} m {_left_bows(x, y, radius)} h"


def _left_bows(x: float, y: float, radius: float) -> str:
    bow = radius * _ROUND
    return (
        f"{x - bow:.2f} {y + radius:.2f} {x - radius:.2f} {y + bow:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - bow:.2f} {x - bow:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c"
    )
