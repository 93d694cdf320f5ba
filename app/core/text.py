"""Sentences that have no language yet.

Rules and models say what they mean as values; a `Language` speaks them later, on screen in one language
and on paper in another at the same time. Messages are written in English in the code and looked up in the
catalogues under `translations/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text that the law content brings in both languages."""

    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal source in its German form, such as `§ 30 Abs. 2 Nr. 3 BSIG`; the English form is derived."""

    de: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in euros. `short` speaks millions (`11,8 Mio. €`) where the amount is at least one million."""

    amount: Decimal | int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of one, spoken as a percentage: `Percent(Decimal("0.014"))` is 1,4 %."""

    share: Decimal | float


@dataclass(frozen=True, slots=True)
class Joined:
    """Several sayable things as one enumeration, closed by `and`, `or` or nothing (only commas)."""

    items: tuple[Sayable, ...]
    last: str = "and"


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """One English message with `{named}` values, the key into the catalogues."""

    message: str
    values: tuple[tuple[str, Sayable], ...]

    def __init__(self, message: str, /, **values: Sayable) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "values", tuple(values.items()))


@dataclass(frozen=True, slots=True, init=False)
class Plural:
    """A message with a singular and a plural form, chosen by `n`, which is also available as `{n}`."""

    singular: str
    plural: str
    n: int
    values: tuple[tuple[str, Sayable], ...]

    def __init__(self, singular: str, plural: str, /, *, n: int, **values: Sayable) -> None:
        object.__setattr__(self, "singular", singular)
        object.__setattr__(self, "plural", plural)
        object.__setattr__(self, "n", n)
        object.__setattr__(self, "values", (("n", n), *values.items()))


Sayable: TypeAlias = (
    str | int | Decimal | date | datetime | Bilingual | Citation | Money | Percent | Joined | Text | Plural
)
