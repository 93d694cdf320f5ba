"""Which font shows which character, so that whatever somebody typed appears on paper and nothing becomes an empty box.

Text is cut into clusters (a letter with its accents, an emoji with its joiners). Each cluster goes to the first font
that holds it: the font of the style, then the ones for other scripts. What no font holds is shown by its number. Where
the drawn characters differ from the typed ones, the typed ones travel along as replacement text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, normalize

from app.reports.typeset.fonts import FALLBACKS, Face, face

_JOINER = "\u200d"
_NBSP = "\u00a0"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one font. `drawn` is what is painted, `typed` what it stands for."""

    face: Face
    drawn: str
    typed: str

    @property
    def is_literal(self) -> bool:
        """Whether the painted characters are the typed ones."""
        return self.drawn == self.typed


def legible(text: str) -> str:
    """Return the text with line ends unified and control codes written out; broken code units become the usual sign."""
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROL.sub(lambda found: numbered(found.group()), text)
    return _NO_CHARACTER.sub("\ufffd", text)


def numbered(character: str) -> str:
    """Return how a character that cannot be drawn is named on paper, `‹U+0E01›`."""
    return f"‹U+{ord(character):04X}›"


def pieces(text: str, own: Face) -> Iterator[Piece]:
    """Return the text in stretches, each with a font that holds it."""
    if own.holds(text) and not _INVISIBLE.search(text):
        if text:
            yield Piece(own, text, text)
        return
    pending: Piece | None = None
    for cluster in clusters(text):
        for piece in _dressed(cluster, own):
            if pending and pending.face is piece.face and pending.is_literal == piece.is_literal:
                pending = Piece(piece.face, pending.drawn + piece.drawn, pending.typed + piece.typed)
                continue
            if pending:
                yield pending
            pending = piece
    if pending:
        yield pending


def clusters(text: str) -> list[str]:
    """Cut the text where a reader sees the next character; accents, joiners and invisible signs stay with a letter."""
    found: list[str] = []
    for character in text:
        follows = _INVISIBLE.match(character) or category(character) in {"Mn", "Me"}
        if found and (follows or found[-1].endswith(_JOINER) or not _visible(found[-1])):
            found[-1] += character
        else:
            found.append(character)
    return found


def _visible(cluster: str) -> str:
    return _INVISIBLE.sub("", cluster)


def _dressed(cluster: str, own: Face) -> Iterator[Piece]:
    visible = _visible(cluster)
    if not visible:
        yield Piece(own, "".join(map(numbered, cluster)), cluster)
        return
    for drawn in dict.fromkeys((visible, normalize("NFC", visible))):
        holder = _holder(drawn, own)
        if holder:
            yield Piece(holder, drawn, cluster)
            return
    yield from _one_by_one(cluster, own)


def _one_by_one(cluster: str, own: Face) -> Iterator[Piece]:
    """Dress a cluster that no single font holds; invisible signs go with the character before them."""
    for character in clusters_of_single(cluster):
        visible = _visible(character)
        holder = _holder(visible, own) if visible else None
        if holder:
            yield Piece(holder, visible, character)
        else:
            yield Piece(own, "".join(map(numbered, visible or character)), character)


def clusters_of_single(cluster: str) -> list[str]:
    """Return the cluster's characters one by one, each with the invisible signs that follow it."""
    return re.findall(rf"(?s).(?:{_INVISIBLE.pattern})*", cluster)


def _holder(text: str, own: Face) -> Face | None:
    if own.holds(text.replace(_NBSP, " ")):
        return own
    return next((face(name) for name in FALLBACKS if face(name).holds(text)), None)
