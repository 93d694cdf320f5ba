"""Sets a whole document: its opening, its sections with their headings in the margin, its annexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.core.text import Sayable
from app.reports.document import Annex, Beside, Block, Digest, Document, KeyGroups, Paragraph, Section, Table
from app.reports.typeset.blocks import BlockSetter
from app.reports.typeset.boxes import MarginHeading, NewPage, Outline, Rule, TextBox
from app.reports.typeset.elements import Element
from app.reports.typeset.lines import Tone, lines, words
from app.reports.typeset.pages import Flow
from app.reports.typeset.state_setting import state_of_vault
from app.reports.typeset.stationery import (
    ANNEX_TITLE,
    FULL_WIDTH,
    KICKER,
    LEFT,
    MARGIN_COLUMN,
    MARGIN_HEADING,
    TITLE,
    TITLE_RULE_AFTER,
    TITLE_RULE_BEFORE,
    UNDER_TITLE,
    Style,
)
from app.reports.typeset.voice import Voice

_NUMBER_GAP = "\u00a0\u00a0\u00a0"
_MARGIN_GUTTER = 8.0
_ANNEX_RULE_BEFORE = 6.0
_SECTION_LEVEL = 2
_INTRODUCED = (Table, Beside, KeyGroups, Digest)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets one document in one language; `pause` is called between sections and may raise to stop."""

    voice: Voice
    root: Element
    pause: Callable[[], None]

    def flow(self, document: Document) -> Iterator[Flow]:
        """Return everything that goes on the pages, in order."""
        yield from self._opening(document)
        for section in document.sections:
            yield from self._section(section, self.root)
        for annex in document.annexes:
            yield from self._annex(annex)
        if document.head and not document.shows_state:
            yield from state_of_vault(document.head, self.voice, self.root.add("Sect"))

    def _opening(self, document: Document) -> Iterator[Flow]:
        yield self._full("P", document.kicker, KICKER)
        yield self._full("H1", document.title, TITLE, self._outline(document.title, 1))
        for words_below in document.under_title:
            yield self._full("P", words_below, UNDER_TITLE)
        yield Rule(before=TITLE_RULE_BEFORE, after=TITLE_RULE_AFTER)

    def _annex(self, annex: Annex) -> Iterator[Flow]:
        yield NewPage()
        yield self._full("H1", annex.title, ANNEX_TITLE, self._outline(annex.title, 1))
        yield Rule(before=_ANNEX_RULE_BEFORE, after=TITLE_RULE_AFTER)
        for index, section in enumerate(annex.sections):
            yield from self._section(replace(section, new_page=section.new_page and index > 0), self.root)

    def _section(self, section: Section, parent: Element) -> Iterator[Flow]:
        self.pause()
        element = parent.add("Sect")
        heading = element.add(f"H{_SECTION_LEVEL}")
        setter = BlockSetter(self.voice, element, _SECTION_LEVEL + 1)
        flow = [item for block in _held_together(section.blocks, setter) for item in block]
        if section.new_page:
            yield NewPage()
        yield self._margin_heading(section, heading, _first_baseline(flow))
        yield from flow

    def _margin_heading(self, section: Section, element: Element, first_baseline: float) -> MarginHeading:
        style = MARGIN_HEADING
        look = Tone(style.face, style.size, style.colour, style.kerned)
        name = self.voice.plain(section.number)
        number = f"{name}{_NUMBER_GAP}"
        hang = sum(word.width for word in words([(number, look)]))
        heading = self.voice.plain(section.heading)
        filled = lines(words([(heading, look)]), MARGIN_COLUMN - hang - _MARGIN_GUTTER)
        first = lines(words([(number, look)]), MARGIN_COLUMN)[0]
        return MarginHeading(
            lines=filled,
            number=first,
            style=style,
            element=element,
            outline=Outline(f"{name} {heading}", _SECTION_LEVEL - 1),
            hang=hang,
            first_baseline=first_baseline,
            before=style.before,
        )

    def _full(self, tag: str, what: Sayable, style: Style, outline: Outline | None = None) -> TextBox:
        return TextBox(
            lines=self.voice.lines(what, style, FULL_WIDTH),
            style=style,
            element=self.root.add(tag),
            x=LEFT,
            before=style.before,
            after=style.after,
            keeps_next=True,
            is_wide=True,
            outline=outline,
        )

    def _outline(self, title: Sayable, level: int) -> Outline:
        return Outline(self.voice.plain(title), level - 1)


def _held_together(blocks: Sequence[Block], setter: BlockSetter) -> Iterator[list[Flow]]:
    """Yield the boxes of each block; a sentence that introduces a table or digits does not end a page without them."""
    for block, following in zip_longest(blocks, blocks[1:]):
        flow = list(setter.flow(block))
        last = flow[-1] if flow else None
        if isinstance(block, Paragraph) and isinstance(following, _INTRODUCED) and isinstance(last, TextBox):
            flow[-1] = replace(last, keeps_next=True)
        yield flow


def _first_baseline(flow: list[Flow]) -> float:
    """Return how far below the top of its first box the text of a section has its first baseline."""
    first = next(item for item in flow if isinstance(item, TextBox))
    return first.before + first.style.size
