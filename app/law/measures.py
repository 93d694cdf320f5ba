"""The ten measures of § 30 Abs. 2 BSIG and what counts as evidence for each.

A policy is not evidence that anything happens. Each measure therefore names evidence of three kinds, which an
auditor asks for in this order: that it was meant, that it was done, that it works.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content

_FILE = "measures.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of § 30 Abs. 2 BSIG.

    `builder` is what it means for a machine builder with remote service. `ir_chapters` are the chapters of the
    annex to Implementing Regulation (EU) 2024/2690 on the same subject: binding for its addressees, a benchmark for
    all others. `importance` orders the board paper, `step` the next steps by effect per effort.
    """

    id: str
    no: int
    name: Bilingual
    short: Bilingual
    action: Bilingual
    effort: Bilingual
    plain: Bilingual
    builder: Bilingual
    intention: tuple[Bilingual, ...]
    implementation: tuple[Bilingual, ...]
    effectiveness: tuple[Bilingual, ...]
    citation: Citation
    directive: Citation
    ir_chapters: tuple[int, ...]
    importance: int
    step: int
    in_force_from: date
    in_force_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """What holds for all measures: proportionality, state of the art, documentation."""

    id: str
    name: Bilingual
    plain: Bilingual
    citation: Citation
    in_force_from: date
    in_force_to: date | None = None


@cache
def measures() -> tuple[Measure, ...]:
    """Return the ten measures in the order of the law."""
    return content.rows(_FILE, "measure", Measure)


@cache
def principles() -> tuple[Principle, ...]:
    """Return the rules that stand around the ten measures."""
    return content.rows(_FILE, "principle", Principle)


def measure(number: int) -> Measure:
    """Return one measure by its number in § 30 Abs. 2 BSIG."""
    return next(one for one in measures() if one.no == number)
