"""From characters to placed glyphs: kerning for the paper's own fonts, joining and accents for other scripts.

Every word is shaped once per font and remembered, which is what makes kerning affordable.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz  # type: ignore[import-untyped]  # brings no types

from app.reports.typeset.fonts import FALLBACKS, Face

_KERN = {"kern": True, "liga": False, "dlig": False, "calt": False}
_JOIN = {"kern": False, "liga": False}
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
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
    """A shaped stretch of one font, from left to right; `literal` if its glyphs spell the text one by one."""

    glyphs: tuple[Glyph, ...]
    advance: float
    literal: bool


@lru_cache(maxsize=16384)
def shape(face: Face, text: str, kerned: bool, backward: bool) -> Shape:
    """Return the glyphs of a stretch; without kerning the paper's own fonts need no shaping at all."""
    if face.fontName in FALLBACKS:
        glyphs = _shaped(face, text, _JOIN, backward=backward)
    elif kerned and len(text) > 1:
        glyphs = _shaped(face, text, _KERN, backward=backward)
    else:
        painted = text[::-1].translate(_MIRRORED) if backward else text
        glyphs = tuple(_plain(face, ord(character)) for character in painted)
    spelled = "".join(glyph.text or chr(glyph.code) for glyph in glyphs)
    return Shape(glyphs, sum(glyph.advance for glyph in glyphs), spelled == text.replace(chr(_NBSP), " "))


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
    texts = _texts(face, text, [(found.codepoint, found.cluster) for found in buffer.glyph_infos])
    return tuple(
        _placed(face, found.codepoint, stands_for, position)
        for found, stands_for, position in zip(buffer.glyph_infos, texts, buffer.glyph_positions, strict=True)
    )


def _texts(face: Face, text: str, glyphs: list[tuple[int, int]]) -> list[str]:
    """Return what each glyph stands for: its cluster, or where several share one, its own character."""
    shared = Counter(cluster for _, cluster in glyphs)
    ends = dict(pairwise([*sorted(shared), len(text)]))
    own: dict[int, list[int]] = face.face.glyphToChar
    return [
        chr(own[glyph][0]) if shared[cluster] > 1 and glyph in own else text[cluster : ends[cluster]]
        for glyph, cluster in glyphs
    ]


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
