"""The values an answer can have, and the words that choices are stored as.

Values are frozen and compared by content. The words are stored in files and must never change; their labels
stand with the questions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from app.law.facts import Figures
from app.law.regimes import EU_MEMBER_STATES


class Unknown(Enum):
    """The kind of the one value `UNKNOWN`."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
"""The answer "I don't know"."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Several figures of one question by key (a year such as `2025`, or `headcount_awu`); `None` is unknown."""

    figures: tuple[tuple[str, Decimal | None], ...]

    def get(self, key: str) -> Decimal | None:
        """Return one figure, `None` if it is unknown or not there."""
        return dict(self.figures).get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One other enterprise as the user describes it; which relation that is in law follows from it.

    `control`: one side has most of the votes of the other or controls it in another way. `share`: the higher of
    capital and voting share, 0..1. `exempt_investor`: an investor that Art. 3(2) of the Annex leaves out.
    """

    name: str
    control: bool | None = None
    share: Decimal | None = None
    exempt_investor: bool = False
    figures: Figures = field(default_factory=Figures)
    new_since_accounts: bool = False
    via: str = ""


@dataclass(frozen=True, slots=True)
class Enterprises:
    """The table of related enterprises."""

    rows: tuple[Related, ...]


Value: TypeAlias = str | bool | date | tuple[str, ...] | Amounts | Enterprises | Unknown

LEGAL_FORMS = (
    *("GmbH", "UG", "GmbH & Co. KG", "AG", "KGaA", "SE", "KG", "OHG", "GbR", "e.K.", "eG", "e.V.", "Stiftung", "AöR"),
    "other",
)
PUBLIC_BODIES = ("no", "municipality", "eigenbetrieb", "s28_8", "federal_admin")
SEATS = ("germany", "led_from_eu", "only_eu", "outside_eu")
COUNTRIES = tuple(sorted(EU_MEMBER_STATES - {"DE"}))
WITHOUT_SIZE = ("telecom", "dns", "tld", "trust", "registrar")
CARVE_OUTS = ("energy_enwg", "dora", "telematics")
ROLES = ("business", "negligible", "doubtful", "doubtful_negligible")
NO_ACCOUNTS = "none"
MEASURES = ("headcount_awu", "turnover_eur", "balance_sheet_eur")
