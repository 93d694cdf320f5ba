"""What a listener hears: the text of a paper by its structure, in reading order, with replacement texts applied."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from tests.reports.pdf_content import Node
from tests.reports.pdf_structure import kids

Codes = dict[int, str]


def heard(pdf: bytes, *tags: str) -> list[str]:
    """Return the text of every element with one of the tags."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = {page.objgen: number for number, page in enumerate(opened.pages)}
        texts = [_mark_texts(page) for page in opened.pages]
        found = _elements(opened.Root.StructTreeRoot.K)
        return [_text(element, pages, texts) for element in found if str(element.S)[1:] in tags]


def _elements(element: Node) -> Iterator[Node]:
    yield element
    for kid in kids(element):
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            yield from _elements(kid)


def _text(element: Node, pages: dict[Node, int], texts: list[dict[int, str]]) -> str:
    if "/ActualText" in element:
        return str(element.ActualText)
    spoken = []
    for kid in kids(element):
        if isinstance(kid, int):
            spoken.append(texts[pages[element.Pg.objgen]][kid])
        elif kid.get("/Type") == "/MCR":
            spoken.append(texts[pages[kid.Pg.objgen]][int(kid.MCID)])
        elif kid.get("/Type") == "/StructElem":
            spoken.append(_text(kid, pages, texts))
    return "".join(spoken)


def _mark_texts(page: pikepdf.Page) -> dict[int, str]:
    fonts = {name: _codes(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    current, replaced, codes = -1, False, Codes()
    for instruction in pikepdf.parse_content_stream(page):
        operands: Node = list(instruction.operands)
        match str(instruction.operator):
            case "BDC" if "/MCID" in operands[1]:
                current, replaced = int(operands[1].MCID), "/ActualText" in operands[1]
                found[current] = str(operands[1].get("/ActualText", ""))
            case "EMC":
                current = -1
            case "Tf":
                codes = fonts[str(operands[0])]
            case "TJ" if current >= 0 and not replaced:
                strings = [bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)]
                found[current] += "".join(codes[code] for code in b"".join(strings))
    return found


def _codes(font: Node) -> Codes:
    """Return which text each code of a font stands for, as its own table says."""
    lines = bytes(font.ToUnicode.read_bytes()).decode("ascii").splitlines()
    pairs = [line.strip("<>").split("> <") for line in lines if line.startswith("<") and "> <" in line]
    pairs = [pair for pair in pairs if pair != ["00", "FF"]]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
