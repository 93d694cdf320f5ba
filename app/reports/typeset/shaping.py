"""From characters to placed glyphs: kerning for the paper's own fonts, joining and accents for other scripts.

Every word is shaped once per font and remembered, which is what makes kerning affordable.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz  # type: ignore[import-untyped]  # brings no types

from app.reports.typeset.fonts import FALLBACKS, Face

_KERN = {"kern": True, "liga": False, "dlig": False, "calt": False}
_JOIN = {"kern": False, "liga": False}
_SPACE = 32
_NBSP = 0xA0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One painted glyph in thousandths of the type size; `text` is what it stands for if its code does not say so."""

    code: int
    width: float
    advance: float
    right: float = 0.0
    up: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shaped stretch of one font, from left to right."""

    glyphs: tuple[Glyph, ...]
    advance: float


@lru_cache(maxsize=16384)
def shape(face: Face, text: str, kerned: bool, backward: bool) -> Shape:
    """Return the glyphs of a stretch; without kerning the paper's own fonts need no shaping at all."""
    if face.fontName in FALLBACKS:
        glyphs = _shaped(face, text, _JOIN, backward=backward)
    elif kerned and len(text) > 1:
        glyphs = _shaped(face, text, _KERN, backward=backward)
    else:
        glyphs = tuple(_plain(face, ord(character)) for character in (text[::-1] if backward else text))
    return Shape(glyphs, sum(glyph.advance for glyph in glyphs))


def _plain(face: Face, code: int) -> Glyph:
    code = _SPACE if code == _NBSP else code
    width = face.widths[code]
    return Glyph(code, width, width)


def _shaped(face: Face, text: str, features: dict[str, bool], *, backward: bool) -> tuple[Glyph, ...]:
    text = text.replace(chr(_NBSP), " ")
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backward else "ltr"
    uharfbuzz.shape(face.shaper, buffer, features)
    starts = sorted({found.cluster for found in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(
        _placed(face, found.codepoint, text[found.cluster : ends[found.cluster]], position)
        for found, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def _placed(face: Face, glyph: int, text: str, position: uharfbuzz.GlyphPosition) -> Glyph:
    code = face.code_of(glyph, text)
    scale = face.scale
    return Glyph(
        code,
        face.widths[code],
        position.x_advance * scale,
        position.x_offset * scale,
        position.y_offset * scale,
        "" if text == chr(code) else text,
    )
