"""Renders a document as a tagged PDF: sets it, fills pages, paints them, writes structure and metadata.

The same document in the same language gives the same bytes, in any thread and however often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.language import Language
from app.reports.document import Document
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.fonts import LOCK
from app.reports.typeset.furniture import Furniture
from app.reports.typeset.lines import forget
from app.reports.typeset.metadata import About, write_metadata
from app.reports.typeset.pages import PlacedBox, fill
from app.reports.typeset.setting import Setter
from app.reports.typeset.structure import write_structure
from app.reports.typeset.voice import Voice


class Cancelled(Exception):
    """The reader no longer wants the paper."""


def render(
    document: Document,
    language: Language,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF. `on_progress` hears of each painted page; raises Cancelled once `cancelled` says so."""
    try:
        return _Printing(document, Voice(language), on_progress, cancelled).print()
    finally:
        forget()


@dataclass(frozen=True, slots=True)
class _Printing:
    """One paper on its way from blocks to bytes."""

    document: Document
    voice: Voice
    on_progress: Callable[[int, int], None] | None
    cancelled: Callable[[], bool] | None

    def print(self) -> bytes:
        """Set, fill, paint, write."""
        root = Element("Document")
        pages = fill(list(Setter(self.voice, root, self._pause).flow(self.document)))
        canvas = TaggedCanvas(self.voice.tag)
        self._paint(canvas, pages)
        return _finish(canvas, root, _about(self.document, self.voice))

    def _paint(self, canvas: TaggedCanvas, pages: Sequence[Sequence[PlacedBox]]) -> None:
        furniture = Furniture.of(self.document, self.voice)
        for number, page in enumerate(pages, start=1):
            self._pause()
            for placed in page:
                placed.box.paint(canvas, placed.top)
            furniture.paint(canvas, number, len(pages))
            canvas.showPage()
            if self.on_progress:
                self.on_progress(number, len(pages))

    def _pause(self) -> None:
        if self.cancelled and self.cancelled():
            raise Cancelled


def _about(document: Document, voice: Voice) -> About:
    title, author, subject = (voice.plain(words) for words in (document.title, document.author, document.subject))
    return About(title, author, subject, voice.tag, document.created)


def _finish(canvas: TaggedCanvas, root: Element, about: About) -> bytes:
    write_structure(canvas, root)
    write_metadata(canvas, about)
    with LOCK:
        canvas.save()
    return canvas.stream.getvalue()
