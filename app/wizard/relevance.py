"""Which questions can still change something: tried out, not guessed.

Instead of repeating the rules of the law, each function asks the engine what would come out under different
answers. Equal results mean that the question is not needed. Only what was answered before is looked at, so a
later answer never takes back an earlier question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from app.law.carve_outs import flags, not_applicable, regime
from app.law.classes import CAUTIOUS, profile
from app.law.facts import Activity, Facts, Figures, Period, Special
from app.law.open_readings import alternatives
from app.law.outcome import Class
from app.law.possible import possible
from app.law.regimes import ENERGY, Key
from app.wizard.answers import Answers
from app.wizard.conversion import facts
from app.wizard.row_names import row_of
from app.wizard.values import CARVE_OUTS

_ANY_ROW = Activity(annex=1, no="1.3.1")
_SIZES = (
    Figures(Decimal(0), Decimal(0), Decimal(0)),
    Figures(Decimal(50), Decimal(0), Decimal(0)),
    Figures(Decimal(250), Decimal(0), Decimal(0)),
)


def size_matters(known: Answers) -> bool:
    """Tell whether the size of the company can change the result."""
    company = replace(_standing(known), periods=(), related=())
    return _differ(replace(company, own=size) for size in _SIZES)


def it_matters(known: Answers) -> bool:
    """Tell whether independent IT can change the result."""
    company = _standing(known)
    return _differ(replace(company, it_independent=way) for way in (True, False))


def older_year_matters(known: Answers) -> bool:
    """Tell whether the year before the last two can open a result that these two alone do not give."""
    company = _standing(known)
    older = Period(company.periods[-1].fy - 1, Figures())
    return _differ((company, replace(company, periods=(*company.periods, older))))


def kritis_matters(known: Answers) -> bool:
    """Tell whether a critical installation can change the result."""
    company = _standing(known)
    return _differ((company, replace(company, special=company.special | {Special.KRITIS_OPERATOR})))


def hospital_matters(known: Answers) -> bool:
    """Tell whether being a licensed hospital can matter: only for health care, only if evidence can be demanded."""
    row = "1/4.1.1" in known.several("rows")
    company = _standing(known)
    return row and _differ((company, replace(company, special=company.special | {Special.HOSPITAL})))


def carve_outs(known: Answers) -> tuple[str, ...]:
    """Return the special laws that the rows make possible; all of them while the rows are not known."""
    if classes(known) <= {Class.NONE}:
        return ()
    if not known.known("rows") or known.flag("kritis"):
        return CARVE_OUTS
    rows = chosen(known)
    annex_1 = [no for annex, no in rows if annex == 1]
    here = {
        "energy_enwg": bool(rows & ENERGY),
        "dora": any(no.startswith(("3.", "6.1.")) for no in annex_1),
        "telematics": any(no.startswith(("4.1.", "6.1.")) for no in annex_1),
    }
    return tuple(word for word in CARVE_OUTS if here[word])


def classes(known: Answers) -> frozenset[Class]:
    """Return every class that is possible or arguable."""
    company = _standing(known)
    codes = possible(company)
    return frozenset((*codes, *(other.code for other in alternatives(company, codes))))


def chosen(known: Answers) -> frozenset[Key]:
    """Return the rows that were chosen."""
    return frozenset(row_of(word) for word in known.several("rows"))


def _standing(known: Answers) -> Facts:
    """Return the facts, with some row of Annex 1 while it is not known what the company offers."""
    found = facts(known)
    return found if known.known("rows") else replace(found, activities=(*found.activities, _ANY_ROW))


def _differ(companies: Iterable[Facts]) -> bool:
    first, *others = companies
    return any(_outcome(company) != _outcome(first) for company in others)


@lru_cache(maxsize=512)
def _outcome(company: Facts) -> tuple[object, ...]:
    """Return what the engine decides, without the reasoning and the missing facts that make it slow.

    Kept, because while somebody thinks about one question the same facts are asked for many times.
    """
    codes, rows = possible(company), profile(company, CAUTIOUS)
    off = not_applicable(company, codes, rows)
    others = frozenset(alternatives(company, codes))
    hospital = Special.HOSPITAL in company.special and Class.BWE in codes
    return codes, others, regime(company, codes, rows), off, flags(company, codes, rows, off), hospital
