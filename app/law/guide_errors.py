"""What common guides get wrong, and what is right.

Directors arrive with these claims. Showing the claim beside the correct position and its paragraph settles the matter
faster than silence would.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.validity import Confidence

_FILE = "guide_errors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideError:
    """One claim and the correct position; `source` is the id of where it was found."""

    no: int
    source: str
    claim: Bilingual
    correct: Bilingual
    citation: Citation
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSource:
    """Where claims were found."""

    id: str
    name: Bilingual


@cache
def guide_errors() -> tuple[GuideError, ...]:
    """Return every claim with the correct position."""
    return content.rows(_FILE, "error", GuideError)


@cache
def guide_sources() -> tuple[GuideSource, ...]:
    """Return where the claims were found, in the order of the list."""
    return content.rows(_FILE, "source", GuideSource)


def errors_of(source: GuideSource) -> tuple[GuideError, ...]:
    """Return the claims of one source."""
    return tuple(one for one in guide_errors() if one.source == source.id)
