"""Sets the state of the vault that a paper was made from: one quiet block at its end, with a code for machines.

The code stands in the margin and the same in words beside it. Together they stay on one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName  # type: ignore[import-untyped]  # brings no types

from app.core.text import Sayable, Text
from app.reports.document import Digest, HistoryHead
from app.reports.typeset.boxes import Box, Outline, Reserve, Rule, TextBox
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.groups import digest_box
from app.reports.typeset.pages import Flow
from app.reports.typeset.qr import Modules, drawn, modules
from app.reports.typeset.stationery import (
    CODE_BEFORE,
    CODE_MODULE,
    CODE_QUIET,
    LEFT,
    SMALL,
    STATE_AFTER,
    STATE_BEFORE,
    SUBHEADING,
    TABLE_BODY,
    TEXT_COLUMN,
    TEXT_LEFT,
    THIN_RULE,
    Style,
)
from app.reports.typeset.voice import Voice

_RULE = Rule(before=STATE_BEFORE, after=STATE_AFTER, stroke=THIN_RULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBox:
    """A QR code at the left edge of the margin column; the page's own margin is its quiet zone there."""

    code: Modules
    element: Element
    before: float = CODE_BEFORE
    after: float = 0.0
    height: float = 0.0
    least: float = 0.0
    keeps_next: bool = True
    is_wide: bool = True

    @property
    def depth(self) -> float:
        """The code and the quiet zone below it; the rule above keeps its distance."""
        return (len(self.code) + CODE_QUIET) * CODE_MODULE

    def divide(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - the protocol's
        """Never divide."""
        return None

    def paint(self, canvas: TaggedCanvas, top: float) -> None:
        """Paint the code as a figure."""
        size = len(self.code) * CODE_MODULE
        box = [round(edge, 2) for edge in (LEFT, top - size, LEFT + size, top)]
        self.element.describe("Layout", Placement=PDFName("Block"), BBox=PDFArray(box))
        with canvas.mark(self.element):
            canvas.write(drawn(self.code, LEFT, top, CODE_MODULE))


def code_box(head: HistoryHead, voice: Voice, section: Element) -> CodeBox:
    """Return the code of a state, set as a figure of the section."""
    spoken = Text(
        "QR code with the number of the vault, {vault}, entry {number} of its history and the checksum beside it",
        vault=head.vault,
        number=head.sequence,
    )
    return CodeBox(code=modules(head.content), element=section.add("Figure", alternative=voice.plain(spoken)))


def state_of_vault(head: HistoryHead, voice: Voice, section: Element) -> Iterator[Flow]:
    """Return the block under its element: what it is, the entry, the checksum, what it proves, the code."""
    title = Text("History of the vault")
    heading = replace(
        _text(title, SUBHEADING, voice, section.add("H2")), before=0.0, outline=Outline(voice.plain(title), 1)
    )
    place = Text("Entry {number} in vault {vault}, SHA-256:", number=head.sequence, vault=head.short_vault)
    entry = replace(_text(place, TABLE_BODY, voice, section.add("P")), after=1.5)
    checksum = replace(digest_box(Digest(head.hash), voice, section.add("P")), keeps_next=True)
    meaning = Text(
        "This paper was made from this state. As long as nobody changes the history, the entry keeps this checksum. "
        "The QR code says the same."
    )
    proof = replace(_text(meaning, SMALL, voice, section.add("P")), before=0.0, keeps_next=False)
    words = (heading, entry, checksum, proof)
    code = replace(code_box(head, voice, section), before=0.0)
    height = sum(box.height + box.after for box in words)
    yield Reserve(_RULE.before + _RULE.height + _RULE.after + max(height, code.depth))
    yield from (_RULE, code, *words)


def _text(words: Sayable, style: Style, voice: Voice, element: Element) -> TextBox:
    return TextBox(
        lines=voice.lines(words, style, TEXT_COLUMN),
        style=style,
        element=element,
        x=TEXT_LEFT,
        before=style.before,
        after=style.after,
        keeps_next=True,
    )
