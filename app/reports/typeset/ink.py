"""Paints lines of words. Text that reads backwards or stands in for other characters gets a mark of its own.

Backward text is painted in the order it stands on the line, as every extractor expects; its element carries the words
in the order they are read. A stand-in carries what was typed as replacement text in its mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.direction import FORWARD, in_visual_order
from app.reports.typeset.elements import Element
from app.reports.typeset.lines import Line, Stretch
from app.reports.typeset.stationery import Colour

_VISIBLE_KERN = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where its baseline begins."""

    line: Line
    x: float
    y: float


def paint(canvas: TaggedCanvas, placed: Sequence[Placed], element: Element | None) -> None:
    """Paint lines under an element, or within what is already open if there is none."""
    ordinary: list[tuple[Sequence[Stretch], float, float]] = []
    for entry in placed:
        x = entry.x
        for group in _groups(entry.line):
            if element is None or not _is_special(group[0]):
                ordinary.append((_visual(group), x, entry.y))
            else:
                _flush(canvas, ordinary, element)
                _paint_special(canvas, group, x, entry.y, element)
            x += sum(stretch.width for stretch in group)
    _flush(canvas, ordinary, element)


def _flush(
    canvas: TaggedCanvas, ordinary: list[tuple[Sequence[Stretch], float, float]], element: Element | None
) -> None:
    if not ordinary:
        return
    if element is None:
        canvas.write(_text(canvas, ordinary))
    else:
        with canvas.mark(element):
            canvas.write(_text(canvas, ordinary))
    ordinary.clear()


def _paint_special(canvas: TaggedCanvas, group: list[Stretch], x: float, y: float, element: Element) -> None:
    typed = "".join(stretch.typed for stretch in group)
    backward = group[0].level != FORWARD
    span = element.add("Span", actual=typed if backward else "")
    with canvas.mark(span, actual="" if backward else typed):
        canvas.write(_text(canvas, [(_visual(group), x, y)]))


def _is_special(stretch: Stretch) -> bool:
    return stretch.level != FORWARD or not stretch.literal


def _groups(line: Line) -> Iterator[list[Stretch]]:
    for _, group in groupby(line.stretches, key=_kind):
        yield list(group)


def _kind(stretch: Stretch) -> str:
    if stretch.level != FORWARD:
        return "backward"
    return "literal" if stretch.literal else "stands in"


def _visual(group: list[Stretch]) -> Sequence[Stretch]:
    if group[0].level == FORWARD:
        return group
    return in_visual_order(group, [stretch.level for stretch in group])


def _text(canvas: TaggedCanvas, entries: Sequence[tuple[Sequence[Stretch], float, float]]) -> str:
    """Return one text object that paints stretches, each list from its own starting point."""
    typist = _Typist(canvas)
    for group, x, y in entries:
        typist.move(x, y)
        for stretch in group:
            typist.type(stretch)
    return typist.finish()


class _Typist:
    """Writes the operators of one text object and repeats no setting that already holds."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._out = ["BT"]
        self._pending: list[str] = []
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None
        self._rise = 0.0

    def move(self, x: float, y: float) -> None:
        self._show()
        self._out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def type(self, stretch: Stretch) -> None:
        if stretch.tone.colour != self._colour:
            self._show()
            self._colour = stretch.tone.colour
            self._out.append(f"{self._colour.operands} rg")
        size = stretch.size
        for glyph in stretch.shape.glyphs:
            font, code = self._canvas.code(stretch.face, glyph.code, glyph.text)
            self._set(font, size, glyph.up * size / 1000)
            if glyph.right:
                self._pending.append(f">{-glyph.right:.1f}<")
            self._pending.append(code)
            shift = glyph.width - glyph.advance + glyph.right
            if abs(shift) > _VISIBLE_KERN:
                self._pending.append(f">{shift:.1f}<")

    def _set(self, font: str, size: float, rise: float) -> None:
        if (font, size) != self._font:
            self._show()
            self._font = font, size
            self._out.append(f"{font} {size:g} Tf")
        if rise != self._rise:
            self._show()
            self._rise = rise
            self._out.append(f"{rise:.2f} Ts")

    def _show(self) -> None:
        if self._pending:
            shown = f"[<{''.join(self._pending)}>] TJ".replace("<>", " ")
            self._out.append(shown)
            self._pending.clear()

    def finish(self) -> str:
        self._show()
        if self._rise:
            self._out.append("0 Ts")
        self._out.append("ET")
        return "\n".join(self._out)
