"""Renders a document as a tagged PDF: sets it, fills pages, paints them, writes structure and metadata.

The same document in the same language gives the same bytes, in any thread and however often.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import Language
from app.reports.document import Document
from app.reports.typeset.canvas import TaggedCanvas
from app.reports.typeset.elements import Element
from app.reports.typeset.fonts import LOCK
from app.reports.typeset.furniture import Furniture
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

    def pause() -> None:
        if cancelled and cancelled():
            raise Cancelled

    voice = Voice(language)
    root = Element("Document")
    pages = fill(list(Setter(voice, root, pause).flow(document)))
    canvas = TaggedCanvas(voice.tag)
    furniture = Furniture.of(document, voice)
    for number, page in enumerate(pages, start=1):
        pause()
        _paint(canvas, page)
        furniture.paint(canvas, number, len(pages))
        canvas.showPage()
        if on_progress:
            on_progress(number, len(pages))
    return _finish(canvas, root, _about(document, voice))


def _paint(canvas: TaggedCanvas, page: Sequence[PlacedBox]) -> None:
    for placed in page:
        placed.box.paint(canvas, placed.top)


def _about(document: Document, voice: Voice) -> About:
    title, author, subject = (voice.plain(words) for words in (document.title, document.author, document.subject))
    return About(title, author, subject, voice.tag, document.created)


def _finish(canvas: TaggedCanvas, root: Element, about: About) -> bytes:
    write_structure(canvas, root)
    write_metadata(canvas, about)
    with LOCK:
        canvas.save()
    return canvas.stream.getvalue()
