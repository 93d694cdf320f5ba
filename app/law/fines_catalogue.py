"""The fines of § 65 BSIG in plain words, and what the law does not threaten.

The amounts are worked out in `exposure`. Here every offence has a name short enough for a table, says whom it
concerns, and stands beside the things that are often claimed and not in the law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.outcome import Class

_FILE = "fines.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One of the six frames of § 65 Abs. 5 BSIG."""

    no: int
    citation: Citation
    frame: Bilingual
    negligence: Bilingual
    legal_person: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """One kind of breach. `id` is its word in the JSON form of fine facts, if it is `calculated`.

    `citation` is the offence, `duty` the provision that is broken. `tier` is `None` for what § 65 does not list.
    """

    id: str
    short: Bilingual
    plain: Bilingual
    addressee: Bilingual
    citation: Citation
    duty: Citation
    in_force_from: date
    in_force_to: date | None = None
    tier: int | None = None
    calculated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Something that is not threatened, although it is often claimed; `board` marks the lines of the board paper."""

    id: str
    short: Bilingual
    plain: Bilingual
    citation: Citation
    classes: tuple[Class, ...] = (Class.BWE, Class.WE)
    board: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralRule:
    """A rule around the offences: discretion, several acts, limitation."""

    id: str
    title: Bilingual
    plain: Bilingual
    citation: Citation
    board: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DanglingReference:
    """A provision that refers to a text which has moved."""

    id: str
    plain: Bilingual
    citation: Citation


@cache
def tiers() -> tuple[Tier, ...]:
    """Return the six frames, the highest first."""
    return content.rows(_FILE, "tier", Tier)


@cache
def offences() -> tuple[Offence, ...]:
    """Return every offence, in the order of the frames."""
    return content.rows(_FILE, "offence", Offence)


@cache
def _by_violation() -> dict[str, Offence]:
    return {one.id: one for one in offences() if one.calculated}


def offence(violation: str) -> Offence:
    """Return the offence of a violation word such as `measures`."""
    return _by_violation()[violation]


@cache
def absences() -> tuple[Absent, ...]:
    """Return everything that is often claimed and not threatened."""
    return content.rows(_FILE, "absent", Absent)


def not_threatened(code: Class | None) -> tuple[Absent, ...]:
    """Return what is not threatened to a company of this class; while it is open, what holds for both."""
    classes = {Class.BWE, Class.WE} if code is None else {code}
    return tuple(one for one in absences() if classes <= set(one.classes))


@cache
def general_rules() -> tuple[GeneralRule, ...]:
    """Return the rules around the offences."""
    return content.rows(_FILE, "general", GeneralRule)


@cache
def dangling_references() -> tuple[DanglingReference, ...]:
    """Return the provisions whose references lead nowhere since 2026."""
    return content.rows(_FILE, "dangling", DanglingReference)
