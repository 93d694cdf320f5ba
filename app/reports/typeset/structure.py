"""Writes the structure tree and its way back: from an element to its ink, and from each piece of ink to its element.

Every element becomes one object. The parent tree has an entry per page (the elements by mark number) and one per
link; link keys start at 100,000, so that the two never meet.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # brings no types
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
)

from app.reports.typeset.canvas import ANNOTATION_KEYS, TaggedCanvas, dictionary, text_string
from app.reports.typeset.elements import Annotation, Element, Mark

_ROOT = "StructTreeRoot"


def write_structure(canvas: TaggedCanvas, root: Element) -> None:
    """Add the tree to the PDF and announce that the file is tagged."""
    document = canvas._doc  # noqa: SLF001 - ReportLab gives no public access to its objects
    names = {element: f"E{number}" for number, element in enumerate(_depth_first(root))}
    for element, name in names.items():
        document.Reference(_element(element, names), name)
    document.Reference(_root(canvas, root, names), _ROOT)
    catalogue = document.Catalog
    catalogue.StructTreeRoot = PDFObjectReference(_ROOT)
    catalogue.MarkInfo = dictionary(Marked="true")


def _depth_first(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _depth_first(kid)


def _root(canvas: TaggedCanvas, root: Element, names: dict[Element, str]) -> PDFDictionary:
    numbers: list[object] = []
    for page, owners in enumerate(canvas.pages):
        if owners:
            numbers += [page, PDFArray([_reference(names[owner]) for owner in owners])]
    for note, element in canvas.annotations:
        numbers += [note.key, _reference(names[element])]
    return dictionary(
        Type=PDFName(_ROOT),
        K=_reference(names[root]),
        ParentTree=dictionary(Nums=PDFArray(numbers)),
        ParentTreeNextKey=ANNOTATION_KEYS + len(canvas.annotations),
    )


def _element(element: Element, names: dict[Element, str]) -> PDFDictionary:
    entries: dict[str, object] = {"Type": PDFName("StructElem"), "S": PDFName(element.tag)}
    entries["P"] = _reference(names[element.parent] if element.parent else _ROOT)
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    if page is not None:
        entries["Pg"] = _page(page)
    if element.kids:
        entries["K"] = PDFArray([_kid(kid, page, names) for kid in element.kids])
    if element.alternative:
        entries["Alt"] = text_string(element.alternative)
    if element.actual:
        entries["ActualText"] = text_string(element.actual)
    if element.attributes:
        entries["A"] = PDFArray(
            [PDFDictionary({"O": PDFName(owner), **of_owner}) for owner, of_owner in element.attributes.items()]
        )
    return PDFDictionary(entries)


def _kid(kid: Element | Mark | Annotation, page: int | None, names: dict[Element, str]) -> object:
    match kid:
        case Element():
            return _reference(names[kid])
        case Mark():
            if kid.page == page:
                return kid.number
            return dictionary(Type=PDFName("MCR"), Pg=_page(kid.page), MCID=kid.number)
        case Annotation():
            return dictionary(Type=PDFName("OBJR"), Pg=_page(kid.page), Obj=_reference(kid.name))


def _reference(name: str) -> PDFObjectReference:
    return PDFObjectReference(name)


def _page(page: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{page + 1}")
