"""The shipped fonts, read once and only when a character asks for them.

ReportLab embeds what is used. Two things are put right on the way: the table that leads from glyphs back to text
must name real characters (beyond the first plane too, and the letters behind a joined Arabic form), in portions the
PDF standard allows; and nothing depends on which report was made before, so that equal reports stay equal files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz  # type: ignore[import-untyped]  # brings no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # brings no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # brings no types

from app.system.shipped import resource

FALLBACKS = ("NachweisWorld", "NachweisEmoji", "NachweisEast")
_RELATIVE_SIZES = {"NachweisWorld": 0.9}
"""A font whose letters are taller than ours is set smaller, so that a Greek name does not shout."""

LOCK = RLock()
"""ReportLab reads a font file with one cursor, so only one thread may load or embed at a time."""

_PRIVATE = 0xF0000
_PER_BLOCK = 100


class Face(TTFont):  # type: ignore[misc]  # ReportLab brings no types
    """One font file: what it covers, how wide its glyphs are, and how its text is found again."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=0)
        self.covered = frozenset(map(chr, self.face.charToGlyph))
        self.widths: dict[int, float] = self.face.charWidths
        self.scale = 1000 / self.face.unitsPerEm
        self.relative_size = _RELATIVE_SIZES.get(name, 1.0)
        self.shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self.face._ttf_data)))  # noqa: SLF001 - its bytes
        self.meanings: WeakKeyDictionary[Any, dict[int, str]] = WeakKeyDictionary()

    def holds(self, text: str) -> bool:
        """Whether every character of the text has a glyph."""
        return self.covered.issuperset(text)

    def code_of(self, glyph: int, text: str) -> int:
        """Return the code a shaped glyph is embedded under: its character, or a private one made from its number."""
        if len(text) == 1 and self.face.charToGlyph.get(ord(text)) == glyph:
            return ord(text)
        code = _PRIVATE + glyph
        if code not in self.face.charToGlyph:
            with LOCK:
                self.widths[code] = float(self.shaper.get_glyph_h_advance(glyph)) * self.scale
                self.face.charToGlyph[code] = glyph
        return code

    def remember(self, document: object, code: int, text: str) -> None:
        """Note which text a private code stands for in one PDF."""
        self.meanings.setdefault(document, {}).setdefault(code, text)

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401 - ReportLab's hook
        """Embed the used glyphs and replace ReportLab's table back to text by an exact one."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        meanings = self.meanings.get(doc, {})
        before = set(doc.idToObject)
        super().addObjects(doc)
        made = [name for name in doc.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(made, subsets, strict=True):
            doc.idToObject[name].content = _to_unicode(subset, meanings)


def _to_unicode(subset: list[int], meanings: dict[int, str]) -> str:
    known = [(index, meanings.get(code) or chr(code)) for index, code in enumerate(subset) if code]
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap"]
    lines += ["/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"]
    lines += ["/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def"]
    lines += ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    for block in _blocks(known):
        lines += [f"{len(block)} beginbfchar"]
        lines += [f"<{index:02X}> <{text.encode('utf-16-be').hex().upper()}>" for index, text in block]
        lines += ["endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _blocks(entries: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    for start in range(0, len(entries), _PER_BLOCK):
        yield entries[start : start + _PER_BLOCK]


_READ: dict[str, Face] = {}


def face(name: str) -> Face:
    """Return a shipped font by its name, read from its file the first time."""
    found = _READ.get(name)
    return found if found is not None else _read(name)


def _read(name: str) -> Face:
    with LOCK:
        if name not in _READ:
            folder = "fallback" if name in FALLBACKS else "paper"
            loaded = Face(name, resource("fonts", folder, f"{name}.ttf"))
            pdfmetrics.registerFont(loaded)
            _READ[name] = loaded
        return _READ[name]
