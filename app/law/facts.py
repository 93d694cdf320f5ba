"""What is known about one company, as far as the law asks for it.

The same vocabulary serves the wizard's stored answers, imports and the command line. A figure that is `None`
is unknown, never zero. Facts are values: a different company is a different object.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

IN_FORCE = date(2025, 12, 6)
"""First day of the BSIG (Act of 2 Dec 2025, BGBl. 2025 I Nr. 301), without a transition period."""


class Relation(StrEnum):
    """How another enterprise is connected (Recommendation 2003/361/EC, Annex Art. 3)."""

    LINKED = "linked"
    PARTNER = "partner"
    MINORITY = "minority"
    EXEMPT_INVESTOR = "exempt_investor"
    NONE = "none"


class Special(StrEnum):
    """Types and circumstances that the law treats apart from the size rule."""

    KRITIS_OPERATOR = "kritis_operator"
    QUALIFIED_TRUST = "qualified_trust"
    TRUST = "trust"
    TLD = "tld"
    DNS = "dns"
    TELECOM = "telecom"
    REGISTRAR = "registrar"
    DORA = "dora"
    TELEMATICS = "telematics"
    ENERGY_ENWG = "energy_enwg"
    FEDERAL_ADMIN = "federal_admin"
    MUNICIPALITY = "municipality"
    EIGENBETRIEB = "eigenbetrieb"
    S28_8 = "s28_8"
    HOSPITAL = "hospital"


@dataclass(frozen=True, slots=True)
class Figures:
    """Annual work units and euros of one enterprise in one accounting period; `None` is unknown."""

    headcount_awu: Decimal | None = None
    turnover_eur: Decimal | None = None
    balance_sheet_eur: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One entity type of Anlage 1 or 2 that the company may be, `no` as in the law (`5.4.1`).

    `negligible`: § 28 Abs. 3 BSIG is claimed, `None` while undecided. `doubtful`: whether the type applies at
    all is an open legal question. `main_activity`: `None` is unknown; it decides only for Anlage 1 Nr. 5.1.1,
    5.2.1 and Anlage 2 Nr. 2.1.1.
    """

    annex: int
    no: str
    negligible: bool | None = False
    doubtful: bool = False
    main_activity: bool | None = True


@dataclass(frozen=True, slots=True)
class RelatedEnterprise:
    """Another enterprise whose figures may have to be added. `share` is 0..1, used for partners only."""

    relation: Relation
    share: Decimal | None = None
    figures: Figures = field(default_factory=Figures)
    via: str = ""
    new_since_accounts: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The figures of one closed financial year."""

    fy: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Establishment:
    """Where the company sits. `eu_main` is the Member State of its main establishment, `None` = none in the EU."""

    germany: bool = True
    eu_main: str | None = "DE"


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one company on one day (`as_of`)."""

    as_of: date
    company: str = ""
    in_scope_since: date = IN_FORCE
    activities: tuple[Activity, ...] = ()
    own: Figures = field(default_factory=Figures)
    related: tuple[RelatedEnterprise, ...] = ()
    it_independent: bool | None = None
    periods: tuple[Period, ...] = ()
    new_enterprise: bool = False
    special: frozenset[Special] = frozenset()
    establishment: Establishment = field(default_factory=Establishment)
    group_worldwide_turnover_eur: Decimal | None = None
    legal_form: str = ""
    nace_rev2: str = ""

    @property
    def newest(self) -> Figures:
        """Return the company's own figures of the newest accounts."""
        return self.periods[0].figures if self.periods else self.own
