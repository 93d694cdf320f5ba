"""Characters in groups: a key that is typed in by hand, and a checksum that is compared by eye.

The paper's fonts are proportional. A key gives each of its characters a place of the same width, so that none is
skipped or read twice; a checksum gives one to each of its groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFName  # type: ignore[import-untyped]  # brings no types

from app.reports.document import Digest, KeyGroups
from app.reports.history_head import in_groups
from app.reports.typeset.boxes import Box, Label
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.ink import Placed, paint
from app.reports.typeset.lines import Line
from app.reports.typeset.stationery import (
    DIGEST,
    FULL_WIDTH,
    KEY,
    KEY_AFTER,
    KEY_BEFORE,
    KEY_LABEL,
    KEY_PLACE,
    LABEL,
    LEFT,
    STRONG_RULE,
    TEXT_COLUMN,
    TEXT_LEFT,
    THIN_RULE,
)
from app.reports.typeset.voice import Voice

_KEYS_IN_ROW = 4
_KEY_CHARACTERS = 5
_KEY_WIDTH = (FULL_WIDTH - KEY_LABEL - _KEY_CHARACTERS * KEY_PLACE) / (_KEYS_IN_ROW - 1)
_KEY_BASELINE = 21.5
_SUMS_IN_ROW = 8
_SUM_WIDTH = 37.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestBox:
    """A checksum, eight groups in a row, each with a space behind it for whoever copies it."""

    groups: Sequence[Line]
    element: Element
    before: float = 0.0
    after: float = DIGEST.after
    keeps_next: bool = False
    is_wide: bool = False

    @property
    def height(self) -> float:
        """All rows."""
        return _rows(self.groups, _SUMS_IN_ROW) * DIGEST.leading

    @property
    def least(self) -> float:
        """All of it: half a checksum compares with nothing."""
        return self.height

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint the groups under one element."""
        placed = []
        for index, group in enumerate(self.groups):
            row, column = divmod(index, _SUMS_IN_ROW)
            y = top - DIGEST.size - row * DIGEST.leading
            placed.append(Placed(group, TEXT_LEFT + column * _SUM_WIDTH, y))
        paint(canvas, placed, self.element)


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """One group of a key: its number, its characters, and the words it reads as."""

    label: Label
    characters: Sequence[Line]
    typed: str
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyBox:
    """A key, four groups in a row over the full width, between rules like those of a table."""

    groups: Sequence[KeyGroup]
    before: float = KEY_BEFORE
    after: float = KEY_AFTER
    keeps_next: bool = False
    is_wide: bool = True

    @property
    def height(self) -> float:
        """All rows."""
        return _rows(self.groups, _KEYS_IN_ROW) * KEY.leading

    @property
    def least(self) -> float:
        """All of it: nobody should turn a page in the middle of a key."""
        return self.height

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint each group as an item of a list, and the rules as decoration."""
        for index, group in enumerate(self.groups):
            row, column = divmod(index, _KEYS_IN_ROW)
            baseline = top - row * KEY.leading - _KEY_BASELINE
            _paint_group(canvas, group, LEFT + column * _KEY_WIDTH, baseline)
        rows = _rows(self.groups, _KEYS_IN_ROW)
        with canvas.artifact():
            for row in range(rows + 1):
                stroke = THIN_RULE if 0 < row < rows else STRONG_RULE
                canvas.rule(stroke, LEFT, top - row * KEY.leading, FULL_WIDTH)


def _paint_group(canvas: TaggedCanvas, group: KeyGroup, x: float, baseline: float) -> None:
    paint(canvas, [Placed(group.label.line, x, baseline)], group.label.element)
    with canvas.mark(group.element, actual=group.typed):
        paint(canvas, list(_in_places(group.characters, x + KEY_LABEL, baseline)), None)


def _in_places(characters: Sequence[Line], x: float, baseline: float) -> Iterator[Placed]:
    for index, line in enumerate(characters):
        yield Placed(line, x + index * KEY_PLACE + (KEY_PLACE - line.width) / 2, baseline)


def digest_box(digest: Digest, voice: Voice, element: Element) -> DigestBox:
    """Return a checksum, set under its element."""
    lines = [voice.lines(f"{group} ", DIGEST, TEXT_COLUMN)[0] for group in in_groups(digest.digits)]
    return DigestBox(groups=lines, element=element)


def key_box(key: KeyGroups, voice: Voice, parent: Element) -> KeyBox:
    """Return a key, set as a numbered list."""
    owner = parent.add("L").describe("List", ListNumbering=PDFName("Decimal"))
    made = []
    for number, group in enumerate(key.groups, start=1):
        entry = owner.add("LI")
        label = Label(voice.lines(str(number), LABEL, KEY_LABEL)[0], entry.add("Lbl"), LEFT)
        characters = [voice.lines(character, KEY, FULL_WIDTH)[0] for character in group]
        made.append(KeyGroup(label, characters, group, entry.add("LBody").add("Span")))
    return KeyBox(groups=made)


def _rows(groups: Sequence[object], in_row: int) -> int:
    return -(-len(groups) // in_row)
