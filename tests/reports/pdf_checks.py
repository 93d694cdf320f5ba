"""The own look at a finished PDF: what public checkers do not see, such as a mark owned twice.

`problems(pdf)` returns one sentence per fault and nothing for a good file. It needs pikepdf only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # brings no types

from tests.reports.pdf_content import Node, walk_page
from tests.reports.pdf_structure import structure_problems

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
}
EMBEDDED = re.compile(r"/[A-Z]{6}\+")
RANGES = re.compile(r"<([0-9A-F]+)> <([0-9A-F]+)>")
WIDTH_TOLERANCE = 1.0


def problems(pdf: bytes) -> list[str]:
    """Return everything that is wrong with a paper."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            *_file_problems(opened),
            *_metadata_problems(opened),
            *_font_problems(opened),
            *_page_problems(opened),
            *structure_problems(opened),
        ]


def _file_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Node = pdf.Root
    if pdf.is_encrypted:
        yield "the file is encrypted"
    if str(root.get("/Lang", "")) not in {"de-DE", "en-GB"}:
        yield "the file has no language"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the file is not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if "/ID" not in pdf.trailer:
        yield "the file has no identity"
    if not any(_is_rgb(intent) for intent in root.get("/OutputIntents", [])):
        yield "the file has no output intent"
    banned = [key for key in ("/JavaScript", "/EmbeddedFiles") if key in root.get("/Names", {})]
    yield from (f"the file holds {key}" for key in [*banned, *(k for k in ("/OpenAction", "/AA") if k in root)])


def _is_rgb(intent: Node) -> bool:
    return intent.S == "/GTS_PDFA1" and bytes(intent.DestOutputProfile.read_bytes())[16:20] == b"RGB "


def _metadata_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "the file has no metadata"
        return
    stream = pdf.Root.Metadata
    if "/Filter" in stream:
        yield "the metadata are compressed"
    packet = ET.fromstring(stream.read_bytes().decode("utf-8"))  # noqa: S314 - the file is our own
    for name, expected in {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}.items():
        if _value(packet, name) != expected:
            yield f"{name} is {_value(packet, name)!r}"
    if packet.find(".//pdfaExtension:schemas", NAMESPACES) is None:
        yield "the schema of pdfuaid is not described"
    yield from _disagreements(pdf, packet)


def _disagreements(pdf: pikepdf.Pdf, packet: ET.Element) -> Iterator[str]:
    pairs = {
        "/Title": "dc:title",
        "/Author": "dc:creator",
        "/Subject": "dc:description",
        "/Producer": "pdf:Producer",
        "/Creator": "xmp:CreatorTool",
    }
    for key, name in pairs.items():
        if str(pdf.docinfo.get(key)) != _value(packet, name):
            yield f"{key} and {name} disagree"
    for key, name in {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}.items():
        if _digits(str(pdf.docinfo.get(key))) != _digits(_value(packet, name)):
            yield f"{key} and {name} disagree"
    if set(pdf.docinfo.keys()) - set(pairs) - {"/CreationDate", "/ModDate"}:
        yield "the information dictionary says more than the metadata"


def _value(packet: ET.Element, name: str) -> str:
    found = packet.find(f".//{name}", NAMESPACES)
    if found is None:
        return ""
    item = found.find(f".//{RDF}li")
    return (item.text if item is not None else found.text) or ""


def _digits(moment: str) -> str:
    return re.sub(r"\D", "", moment)


def _font_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name, font in _fonts(pdf).items():
        descriptor: Node = font.get("/FontDescriptor", {})
        if "/FontFile2" not in descriptor:
            yield f"font {name} is not embedded"
            continue
        if not EMBEDDED.match(str(font.BaseFont)):
            yield f"font {name} is not a subset"
        if "/Encoding" in font:
            yield f"font {name} is symbolic and has an encoding"
        if "/ToUnicode" not in font:
            yield f"font {name} does not lead back to text"
        elif wrong := [code for code in _unicodes(font) if code in {0, 0xFEFF, 0xFFFE}]:
            yield f"font {name} leads back to {wrong}"
        yield from _width_problems(name, font)


def _fonts(pdf: pikepdf.Pdf) -> dict[str, Node]:
    return {f"{name} {font.get('/BaseFont')}": font for page in pdf.pages for name, font in page.Resources.Font.items()}


def _unicodes(font: Node) -> Iterator[int]:
    text = bytes(font.ToUnicode.read_bytes()).decode("ascii").split("beginbfchar", 1)[-1]
    for _, target in RANGES.findall(text):
        yield int(target[:4], 16)


def _width_problems(name: str, font: Node) -> Iterator[str]:
    """Compare the widths that the PDF states with those of the embedded glyphs."""
    program = TTFont(BytesIO(bytes(font.FontDescriptor.FontFile2.read_bytes())))
    scale = 1000 / program["head"].unitsPerEm
    glyphs = program["cmap"].getcmap(1, 0).cmap
    for code, width in enumerate(font.Widths, start=int(font.FirstChar)):
        glyph = glyphs.get(code)
        if glyph and abs(program["hmtx"][glyph][0] * scale - float(width)) > WIDTH_TOLERANCE:
            yield f"font {name} states a wrong width for code {code}"


def _page_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number} has no tab order by structure"
        if "/ExtGState" in page.Resources and len(page.Resources.ExtGState):
            yield f"page {number} has a graphics state"
        yield from (f"page {number}: {fault}" for fault in walk_page(page).faults)
