"""Who of the management is liable to the company, by legal form (§ 38 Abs. 2 Satz 1 BSIG and company law).

The BSIG creates no liability of its own for forms whose company law has one; it points there. So the answer depends
on the legal form alone. A form that is not listed gets an honest answer, not the nearest one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from app.core.text import Bilingual, Citation
from app.law import content
from app.law.validity import Confidence

_FILE = "liability.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityRule:
    """The liability of the management of one legal form. `paragraphs` are for paper, `points` for the screen.

    `waiver` is what company law allows instead of the waiver ban that never became law.
    """

    form: str
    heading: Bilingual
    basis: Citation
    paragraphs: tuple[Bilingual, ...]
    points: tuple[Bilingual, ...]
    limitation: Bilingual
    burden: Bilingual
    waiver: Bilingual
    confidence: Confidence
    uncertainty: Bilingual | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityNote:
    """What holds for every legal form: amount, recourse, fines on managers, insurance."""

    id: str
    title: Bilingual
    plain: Bilingual
    citation: Citation
    confidence: Confidence


@cache
def _by_form() -> dict[str, LiabilityRule]:
    return {one.form: one for one in content.rows(_FILE, "rule", LiabilityRule)}


@cache
def _unlisted() -> LiabilityRule:
    return content.rows(_FILE, "unlisted", LiabilityRule)[0]


def legal_forms() -> tuple[str, ...]:
    """Return the listed legal forms, as they are written in the facts."""
    return tuple(_by_form())


def rule(legal_form: str) -> LiabilityRule:
    """Return the rule of a legal form; every other text gets the answer for forms that are not listed."""
    form = legal_form.strip()
    return _by_form().get(form) or replace(_unlisted(), form=form, listed=False)


@cache
def liability_notes() -> tuple[LiabilityNote, ...]:
    """Return what holds beside the rule of the legal form."""
    return content.rows(_FILE, "note", LiabilityNote)


def liability_note(name: str) -> LiabilityNote:
    """Return one of the notes, such as `recourse` or `d_and_o`."""
    return next(one for one in liability_notes() if one.id == name)
