"""Sets the blocks of a section in its text column, each under its element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.pdfbase.pdfdoc import PDFName  # type: ignore[import-untyped]  # brings no types

from app.reports.document import (
    Beside,
    Block,
    BulletList,
    Cite,
    Digest,
    Figure,
    KeepTogether,
    KeyGroups,
    NumberedList,
    PageBreak,
    Paragraph,
    Reasoning,
    Result,
    Signatures,
    SmallPrint,
    Source,
    StateCode,
    Step,
    Strong,
    Subheading,
    Table,
    parts,
)
from app.reports.document import Line as Words
from app.reports.typeset.beside import beside_box
from app.reports.typeset.boxes import Label, NewPage, Outline, Reserve, TextBox
from app.reports.typeset.chart_setting import chart_box
from app.reports.typeset.elements import Element
from app.reports.typeset.groups import digest_box, key_box
from app.reports.typeset.pages import Flow
from app.reports.typeset.signing import SigningLine
from app.reports.typeset.state_setting import code_box
from app.reports.typeset.stationery import (
    CAPTION,
    FULL_WIDTH,
    HANGING,
    ITEM,
    LABEL,
    LEFT,
    RESULT,
    RESULT_CITATION,
    SIGN_FIRST,
    SMALL,
    SUBHEADING,
    TEXT,
    TEXT_COLUMN,
    TEXT_LEFT,
    Style,
)
from app.reports.typeset.table_setting import table_box, table_element
from app.reports.typeset.voice import Voice

_DASH = "–"


@dataclass(frozen=True, slots=True)
class BlockSetter:
    """Sets blocks in one language under one section's element."""

    voice: Voice
    section: Element
    heading_level: int

    def flow(self, block: Block) -> Iterator[Flow]:
        """Return what a block becomes."""
        match block:
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Signatures():
                yield from self._signatures(block)
            case KeyGroups():
                yield key_box(block, self.voice, self.section)
            case Digest():
                yield digest_box(block, self.voice, self.section.add("P"))
            case StateCode():
                yield code_box(block.head, self.voice, self.section)
            case Beside():
                yield beside_box(block, self.voice, self.section)
            case PageBreak():
                yield NewPage()
            case KeepTogether():
                yield from self._together(block)
            case BulletList() | NumberedList() | Reasoning():
                yield from self._items(block)
            case _:
                yield from self._words(block)

    def _words(self, block: Paragraph | SmallPrint | Subheading | Result | Source) -> Iterator[Flow]:
        match block:
            case Paragraph():
                yield self._text("P", block.line, TEXT)
            case SmallPrint():
                yield self._text("P", block.line, SMALL)
            case Subheading():
                yield self._subheading(block)
            case Source():
                yield self._source(block)
            case Result():
                yield replace(self._text("P", block.headline, RESULT), keeps_next=True)
                yield self._text("P", Cite(block.citation), RESULT_CITATION)

    def _items(self, block: BulletList | NumberedList | Reasoning) -> Iterator[Flow]:
        match block:
            case BulletList():
                yield from self._list(block.items, [_DASH] * len(block.items), "Disc")
            case NumberedList():
                yield from self._list(block.items, _numbers(block.items), "Decimal")
            case Reasoning():
                yield from self._list([_reason(step) for step in block.steps], _numbers(block.steps), "Decimal")

    def _text(self, tag: str, line: Words, style: Style) -> TextBox:
        lines = self.voice.lines(line, style, TEXT_COLUMN)
        return TextBox(
            lines=lines,
            style=style,
            element=self.section.add(tag),
            x=TEXT_LEFT,
            before=style.before,
            after=style.after,
        )

    def _subheading(self, block: Subheading) -> TextBox:
        box = self._text(f"H{self.heading_level}", block.words, SUBHEADING)
        outline = Outline(self.voice.plain(block.words), self.heading_level - 1)
        return replace(box, keeps_next=True, outline=outline)

    def _source(self, block: Source) -> TextBox:
        box = self._text("P", block.words, SMALL)
        return replace(box, element=box.element.add("Link"), address=block.address)

    def _list(self, items: Sequence[Words], labels: Sequence[str], numbering: str) -> Iterator[Flow]:
        owner = self.section.add("L").describe("List", ListNumbering=PDFName(numbering))
        for item, label in zip(items, labels, strict=True):
            entry = owner.add("LI")
            label_line = self.voice.lines(label, LABEL, HANGING)[0]
            box = TextBox(
                lines=self.voice.lines(item, ITEM, TEXT_COLUMN - HANGING),
                style=ITEM,
                label=Label(label_line, entry.add("Lbl"), TEXT_LEFT),
                element=entry.add("LBody"),
                x=TEXT_LEFT + HANGING,
                after=ITEM.after,
            )
            yield box

    def _table(self, table: Table) -> Iterator[Flow]:
        element = table_element(self.section, table, self.voice)
        x, width = (LEFT, FULL_WIDTH) if table.is_wide else (TEXT_LEFT, TEXT_COLUMN)
        if table.caption is not None:
            yield self._caption(table.caption, element, x, width)
        yield table_box(table, self.voice, element)

    def _figure(self, figure: Figure) -> Iterator[Flow]:
        element = self.section.add("Figure", alternative=self.voice.plain(figure.alternative))
        yield self._caption(figure.caption, element, LEFT, FULL_WIDTH)
        yield chart_box(figure.chart, self.voice, element)

    def _caption(self, words: Words, element: Element, x: float, width: float) -> TextBox:
        return TextBox(
            lines=self.voice.lines(words, CAPTION, width),
            style=CAPTION,
            element=element.add("Caption"),
            x=x,
            before=CAPTION.before,
            after=CAPTION.after,
            keeps_next=True,
            is_wide=x == LEFT,
        )

    def _signatures(self, block: Signatures) -> Iterator[Flow]:
        made = [SigningLine.of(pair, self.voice, self.section.add("Div")) for pair in block.pairs]
        if made:
            made[0] = replace(made[0], before=SIGN_FIRST)
        yield Reserve(height_of(made))
        yield from made

    def _together(self, block: KeepTogether) -> Iterator[Flow]:
        made = [item for inner in block.blocks for item in self.flow(inner)]
        yield Reserve(height_of(made))
        yield from made


def height_of(flow: Sequence[Flow]) -> float:
    """Return the room that boxes below each other take."""
    boxes = [item for item in flow if not isinstance(item, NewPage | Reserve)]
    gaps = sum(max(above.after, below.before) for above, below in pairwise(boxes))
    return sum(box.height for box in boxes) + gaps


def _numbers(items: Sequence[object]) -> list[str]:
    return [str(number) for number in range(1, len(items) + 1)]


def _reason(step: Step) -> Words:
    cited = (Cite(step.citation),) if step.citation else ()
    return (Strong(step.topic), *parts(step.line), *cited)
