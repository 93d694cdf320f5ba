"""Which version of the law the program speaks of, and up to which day somebody checked that it is the current one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.core.text import Bilingual
from app.law import content

_FILE = "law_version.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawVersion:
    """The consolidated text the program was written from. `short` stands on every paper."""

    id: str
    short: Bilingual
    name: Bilingual
    act: Bilingual
    gazette: str
    promulgated: date
    in_force_from: date
    consolidated: date
    checked_until: date
    not_checked: Bilingual
    sources: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One act that changed the BSIG, and what it changed."""

    id: str
    on: date
    gazette: str
    what: Bilingual


@cache
def law_version() -> LawVersion:
    """Return the version of the law that the content states."""
    return content.rows(_FILE, "version", LawVersion)[0]


@cache
def amendments() -> tuple[Amendment, ...]:
    """Return the acts that changed the BSIG since it came into force."""
    return content.rows(_FILE, "amendment", Amendment)


def is_checked(on: date) -> bool:
    """Tell whether somebody checked that the content is the law of that day."""
    return on <= law_version().checked_until
