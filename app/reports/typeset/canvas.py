"""The page, with every stroke of ink either in a mark of an element or declared decoration.

Marks do not nest. Whoever paints opens a mark or an artifact first; the page refuses to be closed while one is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString  # type: ignore[import-untyped]  # no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # brings no types

from app.reports.typeset.elements import Annotation, Element, Mark
from app.reports.typeset.fonts import Face, face
from app.reports.typeset.stationery import PAGE_HEIGHT, PAGE_WIDTH, SANS, Colour, Stroke

ANNOTATION_KEYS = 100_000
_FOR_PRINT = 4
_SOFT_HYPHEN = "\u00ad"
"""Has no place in the encoding that ReportLab chooses for titles of bookmarks."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab brings no types
    """A ReportLab canvas that knows which element the ink belongs to."""

    def __init__(self, language_tag: str) -> None:
        self.stream = BytesIO()
        self.pages: list[list[Element]] = [[]]
        self.annotations: list[tuple[Annotation, Element]] = []
        self.codes: dict[tuple[Face, int], tuple[str, str]] = {}
        self._open = False
        face(SANS)
        super().__init__(
            self.stream,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=SANS,
            lang=language_tag,
        )

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return int(self._pageNumber) - 1

    def write(self, operators: str) -> None:
        """Append operators to the page."""
        self._code.append(operators)

    @contextmanager
    def mark(self, element: Element, actual: str = "") -> Iterator[None]:
        """Everything painted inside belongs to the element; `actual` replaces it for whoever extracts text."""
        owners = self.pages[-1]
        number = len(owners)
        owners.append(element)
        element.kids.append(Mark(self.page, number))
        replacement = f"/ActualText {utf16(actual)}" if actual else ""
        with self._within(f"/{element.tag} <</MCID {number}{replacement}>> BDC"):
            yield

    @contextmanager
    def artifact(self, subtype: str = "") -> Iterator[None]:
        """Everything painted inside is decoration, or with a subtype page furniture."""
        properties = f"<</Type/Pagination/Subtype/{subtype}>> BDC" if subtype else "BMC"
        with self._within(f"/Artifact {properties}"):
            yield

    @contextmanager
    def _within(self, opening: str) -> Iterator[None]:
        if self._open:
            raise RuntimeError("a mark is already open")
        self._open = True
        self.write(opening)
        yield
        self.write("EMC")
        self._open = False

    def code(self, face: Face, character: int, text: str) -> tuple[str, str]:
        """Return the font resource and the hexadecimal code that paint a character."""
        key = face, character
        if key not in self.codes:
            if text:
                face.remember(self._doc, character, text)
            ((subset, code),) = face.splitString(chr(character), self._doc)
            self.codes[key] = face.getSubsetInternalName(subset, self._doc), code.hex()
        return self.codes[key]

    def fill_with(self, colour: Colour, area: tuple[float, float, float, float]) -> None:
        """Fill a rectangle, given as left, bottom, width and height."""
        numbers = " ".join(f"{number:.2f}" for number in area)
        self.write(f"q {colour.operands} rg {numbers} re f Q")

    def rule(self, stroke: Stroke, x: float, y: float, length: float) -> None:
        """Draw a horizontal line."""
        self.write(f"q {stroke.operators} {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S Q")

    def upright(self, stroke: Stroke, x: float, y: float, height: float) -> None:
        """Draw a vertical line upwards."""
        self.write(f"q {stroke.operators} {x:.2f} {y:.2f} m {x:.2f} {y + height:.2f} l S Q")

    def link(self, element: Element, address: str, words: str, area: tuple[float, float, float, float]) -> None:
        """Make an area of the page lead to a web address, for the eye and in the structure."""
        key = ANNOTATION_KEYS + len(self.annotations)
        self.linkURL(address, area, Contents=text_string(words), StructParent=key, F=_FOR_PRINT)
        note = Annotation(self.page, f"Annot.NUMBER{self._annotationCount}", key)
        element.kids.append(note)
        self.annotations.append((note, element))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to this height of the page."""
        key = f"h{len(self._destinations)}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(top, 2), zoom=0)
        self.addOutlineEntry(title.replace(_SOFT_HYPHEN, ""), key, level)

    def showPage(self) -> None:
        """Finish the page."""
        if self._open:
            raise RuntimeError("a mark is still open at the end of the page")
        super().showPage()
        self.pages.append([])

    def _setXObjects(self, thing: Any) -> None:  # noqa: ANN401 - ReportLab's hook, called with each new page
        super()._setXObjects(thing)
        thing.Trans = None
        thing.StructParents = self.page
        thing.Tabs = PDFName("S")
        thing.__NoDefault__ = [*type(thing).__NoDefault__, "StructParents", "Tabs"]


def utf16(text: str) -> str:
    """Return a text as a PDF string in hexadecimal form."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_string(text: str) -> object:
    """Return a text as a PDF string; beyond ASCII in the one encoding that holds every character."""
    return PDFString(text) if text.isascii() else utf16(text)


def dictionary(**entries: object) -> PDFDictionary:
    """Return a PDF dictionary."""
    return PDFDictionary(entries)
