"""Other law that a machine builder meets beside the BSIG, as dated notes.

A note says what applies already on a day and what is still to come, so that the same content is right on an earlier
and on a later paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.validity import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A day from which a part applies."""

    from_day: date
    what: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLaw:
    """One act; `proposed` ones have no effect yet and no days."""

    id: str
    name: Bilingual
    plain: Bilingual
    citation: Citation
    confidence: Confidence
    state: Literal["adopted", "proposed"]
    dates: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteOn:
    """One act seen from a day: what applies since when, what applies from when."""

    law: RelatedLaw
    since: tuple[Milestone, ...]
    ahead: tuple[Milestone, ...]


@cache
def related_law() -> tuple[RelatedLaw, ...]:
    """Return every act the program has a note on, the most relevant for machine builders first."""
    return content.rows("related_law.toml", "note", RelatedLaw)


def notes_on(day: date) -> tuple[NoteOn, ...]:
    """Return every note with its days sorted into past and future."""
    return tuple(
        NoteOn(
            law,
            since=tuple(one for one in law.dates if one.from_day <= day),
            ahead=tuple(one for one in law.dates if one.from_day > day),
        )
        for law in related_law()
    )
