"""The same words set with ReportLab's own paragraphs and tables, untagged: what the tagged paper is measured against.

Same fonts, same sizes, same kerning where the paper has it. No structure, no metadata, no page count, no charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]  # brings no types
from reportlab.platypus import (  # type: ignore[import-untyped]  # brings no types
    PageBreak as Break,
)
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as Grid

from app.core.language import Language
from app.core.text import Sayable
from app.reports.document import (
    Blank,
    Block,
    BulletList,
    Cell,
    Document,
    Figure,
    KeepTogether,
    NumberedList,
    PageBreak,
    Paragraph,
    Reasoning,
    Result,
    Section,
    Signatures,
    SmallPrint,
    Source,
    StateMark,
    Strong,
    Subheading,
    Table,
    TickBoxes,
    parts,
)
from app.reports.document import Line as Said
from app.reports.typeset import stationery
from app.reports.typeset.fonts import face
from app.reports.typeset.stationery import LONG_TABLE, Style

Flowable = Any


def plain(document: Document, language: Language) -> bytes:
    """Return the document as an untagged PDF."""
    stream = BytesIO()
    edges = {"leftMargin": stationery.TEXT_LEFT, "topMargin": stationery.TOP, "bottomMargin": stationery.BOTTOM}
    template = SimpleDocTemplate(
        stream,
        pagesize=(stationery.PAGE_WIDTH, stationery.PAGE_HEIGHT),
        rightMargin=stationery.RIGHT,
        initialFontName=face(stationery.SANS).fontName,
        **edges,
    )
    template.build(list(_PlainSetter(language).story(document)))
    return stream.getvalue()


@cache
def paragraph_style(style: Style) -> ParagraphStyle:
    """Return ReportLab's form of a style."""
    for name in (style.face, style.strong):
        face(name)
    return ParagraphStyle(
        "plain",
        fontName=style.face,
        bulletFontName=style.face,
        fontSize=style.size,
        leading=style.leading,
        shaping=1 if style.kerned else 0,
    )


class _PlainSetter:
    """Turns blocks into ReportLab's own flowables."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def story(self, document: Document) -> Iterator[Flowable]:
        for words in (document.kicker, document.title, *document.under_title):
            yield self._line(words, stationery.TITLE)
        yield from self._sections(document.sections)
        for annex in document.annexes:
            yield Break()
            yield self._line(annex.title, stationery.ANNEX_TITLE)
            yield from self._sections(annex.sections)

    def _sections(self, sections: tuple[Section, ...]) -> Iterator[Flowable]:
        for section in sections:
            yield self._line(section.heading, stationery.MARGIN_HEADING)
            for block in section.blocks:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Flowable]:
        match block:
            case Table():
                yield self._table(block)
            case PageBreak():
                yield Break()
            case KeepTogether(blocks=blocks):
                for inner in blocks:
                    yield from self._block(inner)
            case _:
                for words, style in _words(block):
                    yield self._line(words, style)

    def _line(self, line: Said, style: Style) -> Flowable:
        return Words(" ".join(self._part(part.words, style, part) for part in parts(line)), paragraph_style(style))

    def _part(self, words: Sayable, style: Style, part: object) -> str:
        text = escape(self._language.say(words))
        return f'<font name="{style.strong}">{text}</font>' if isinstance(part, Strong) else text

    def _table(self, table: Table) -> Flowable:
        style = stationery.TABLE_BODY if len(table.rows) < LONG_TABLE else stationery.TABLE_BODY.unkerned()
        head = [self._line(column.header, stationery.TABLE_HEAD) for column in table.columns]
        rows = [[self._cell(cell, style) for cell in row] for row in table.rows]
        shares = sum(column.share for column in table.columns)
        widths = [column.share / shares * stationery.TEXT_COLUMN for column in table.columns]
        font = [("FONT", (0, 0), (-1, -1), style.face), ("LINEBELOW", (0, 0), (-1, -1), 0.35, (0.5, 0.5, 0.5))]
        return Grid([head, *rows], colWidths=widths, repeatRows=1, style=font)

    def _cell(self, cell: Cell, style: Style) -> Flowable:
        match cell:
            case StateMark():
                return self._line(cell.word, style)
            case TickBoxes():
                return self._line(" ".join(self._language.say(choice) for choice in cell.choices), style)
            case Blank():
                return self._line("", style)
            case _:
                return self._line(cell, style)


def _words(block: Block) -> Iterator[tuple[Said, Style]]:
    match block:
        case Paragraph(line=line):
            yield line, stationery.TEXT
        case SmallPrint(line=line):
            yield line, stationery.SMALL
        case Subheading(words=words) | Source(words=words):
            yield words, stationery.SUBHEADING
        case Result(headline=headline, citation=citation):
            yield headline, stationery.RESULT
            yield citation, stationery.RESULT_CITATION
        case BulletList(items=items) | NumberedList(items=items):
            yield from ((item, stationery.ITEM) for item in items)
        case _:
            yield from _rows(block)


def _rows(block: Block) -> Iterator[tuple[Said, Style]]:
    match block:
        case Reasoning(steps=steps):
            yield from (((Strong(step.topic), *parts(step.line)), stationery.ITEM) for step in steps)
        case Signatures(pairs=pairs):
            yield from ((label, stationery.SMALL) for pair in pairs for label in pair)
        case Figure(chart=chart, caption=caption):
            yield caption, stationery.CAPTION
            for bar in chart.bars:
                yield from ((words, stationery.CHART_TEXT) for words in (bar.name, bar.label, bar.verdict))
