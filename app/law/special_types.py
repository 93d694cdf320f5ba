"""The types and circumstances that the law treats apart from its size rule, as questions somebody can answer.

Most companies answer all of them with no, so each one has to say in a sentence who is meant. What follows from a yes
is worked out by the engine; here it only stands in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.facts import Special

Group = Literal["critical", "public", "digital", "sector"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialType:
    """One question, who is meant by it, and what a yes changes. `doubt` is what the law leaves open."""

    id: Special
    group: Group
    label: Bilingual
    question: Bilingual
    plain: Bilingual
    effect: Bilingual
    citations: tuple[Citation, ...]
    in_force_from: date
    doubt: Bilingual | None = None


@cache
def all_special_types() -> tuple[SpecialType, ...]:
    """Return all of them in the order of the facts."""
    return content.rows("special_types.toml", "special_type", SpecialType)


def special_type(special: Special) -> SpecialType:
    """Return what there is to say about one of them."""
    return next(one for one in all_special_types() if one.id is special)


def in_group(group: Group) -> tuple[SpecialType, ...]:
    """Return those that are asked together: critical installations, public bodies, digital services, sector rules."""
    return tuple(one for one in all_special_types() if one.group == group)
