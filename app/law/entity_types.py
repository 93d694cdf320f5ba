"""The 67 entity types of Anlage 1 and 2 BSIG, in the words of the law and in everyday words.

Whether a company is in scope begins with finding itself in this list, and nobody calls a business by the name the
law gives it. Every type therefore says in one sentence who is meant, names its traps and knows its synonyms. Trades
that are *not* in the Annexes are listed too, with the reason, because "no results" would be a worse answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from app.core.text import Bilingual, Citation
from app.law import content

Annex = Literal[1, 2]
Key = tuple[int, str]
"""Annex and number, such as `(2, "5.4.1")`."""

_FILES = ("entity_types_annex1.toml", "entity_types_annex2.toml")
_NOTES = "entity_type_notes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What the row of the Annex points to, and from when to when it did (`in_force_to` = the last day)."""

    citation: Citation
    in_force_from: date
    in_force_to: date | None = None
    note: Bilingual | None = None

    def holds(self, on: date) -> bool:
        """Return whether the row pointed there on that day."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityType:
    """One row of Anlage 1 or 2: a kind of company the law is written for.

    `short` fits a chip, `type` a list row, `plain` says who is meant. `not_meant` and `trap` are the mistakes that
    are easily made; `rule` is what the law says differently about this type. `nace` are codes of NACE Rev. 2
    (WZ 2008) that lead here; they decide only where `nace_decides` says that the row itself names them.
    """

    annex: Annex
    no: str
    sector: Bilingual
    type: Bilingual
    short: Bilingual
    plain: Bilingual
    synonyms_de: tuple[str, ...]
    synonyms_en: tuple[str, ...]
    directive: Citation
    in_force_from: date
    branch: Bilingual | None = None
    not_meant: Bilingual | None = None
    trap: Bilingual | None = None
    rule: Bilingual | None = None
    difference: Bilingual | None = None
    nace: tuple[str, ...] = ()
    nace_decides: bool = False
    references: tuple[Reference, ...] = ()
    defined_in_row: bool = False
    size_rule: Literal["size", "always_bwe", "trust", "telecom"] = "size"
    territory: Literal["germany", "main_establishment", "service_place"] = "germany"
    implementing_regulation: bool = False
    main_activity_only: bool = False
    section_28_3_excluded: bool = False

    @property
    def key(self) -> Key:
        """Return what identifies the type: annex and number."""
        return (self.annex, self.no)

    @property
    def citation(self) -> Citation:
        """Return where the type stands in the law."""
        return Citation(f"Anlage {self.annex} Nr. {self.no} BSIG")

    def references_on(self, day: date) -> tuple[Reference, ...]:
        """Return what the row pointed to on that day."""
        return tuple(reference for reference in self.references if reference.holds(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class See:
    """A pointer to an entity type."""

    annex: Annex
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """An everyday trade that is no entity type: why not, and which side activities to look at all the same."""

    id: str
    label: Bilingual
    why: Bilingual
    check: Bilingual
    synonyms_de: tuple[str, ...]
    synonyms_en: tuple[str, ...]
    nace: tuple[str, ...] = ()
    see: tuple[See, ...] = ()

    @property
    def types(self) -> tuple[EntityType, ...]:
        """Return the entity types that are worth a look."""
        return tuple(by_key(see.annex, see.no) for see in self.see)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Sentences about the list as a whole: what industry codes can and cannot decide."""

    nace_suggests: Bilingual
    nace_decides: Bilingual
    wz_2025: Bilingual


@cache
def all_types() -> tuple[EntityType, ...]:
    """Return all entity types in the order of the law."""
    return tuple(one for file in _FILES for one in content.rows(file, "entity_type", EntityType))


@cache
def near_misses() -> tuple[NearMiss, ...]:
    """Return the trades that are no entity type."""
    return content.rows("near_misses.toml", "near_miss", NearMiss)


@cache
def notes() -> Notes:
    """Return what is to be said about the list as a whole."""
    return content.record(content.load(_NOTES), Notes, _NOTES)


def by_key(annex: int, no: str) -> EntityType:
    """Return one entity type; a key that is not in the law is a `KeyError`."""
    return _by_key()[annex, no]


def nace_note(of: EntityType) -> Bilingual:
    """Return whether an industry code decides for this type or only suggests it."""
    return notes().nace_decides if of.nace_decides else notes().nace_suggests


@cache
def _by_key() -> dict[Key, EntityType]:
    return {one.key: one for one in all_types()}
