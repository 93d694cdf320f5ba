"""Words of a paper in several tones: the deciding ones, a source, the one phrase in red."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from app.core.text import Sayable


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words in one tone. Parts are set with a space between them, unless a part is `glued`."""

    words: Sayable
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Plain(Part):
    """Words as they are."""


@dataclass(frozen=True, slots=True)
class Strong(Part):
    """The deciding words."""


@dataclass(frozen=True, slots=True)
class Breach(Part):
    """The one phrase in red: something is overdue. Rare, and it says so in words."""


@dataclass(frozen=True, slots=True)
class Muted(Part):
    """A side remark."""


@dataclass(frozen=True, slots=True)
class Cite(Part):
    """A legal source, kept on one line where it fits."""


Line: TypeAlias = Sayable | Part | tuple[Part, ...]
"""Words in one or several tones; a bare `Sayable` is plain."""


def parts(line: Line) -> tuple[Part, ...]:
    """Return a line as parts, whichever way it was written."""
    if isinstance(line, tuple):
        return line
    return (line,) if isinstance(line, Part) else (Plain(line),)
