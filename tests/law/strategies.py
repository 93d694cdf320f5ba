"""Companies of every kind, as JSON facts, for property tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.law.facts import Facts, Special
from app.law.reading import read_facts
from app.law.regimes import ENTITY_TYPES

TODAY = date(2026, 11, 22)

heads = st.sampled_from([0, 1, 49, 49.6, 50, 51, 249, 250, 251, 3000]) | st.integers(0, 400)
turnovers = st.sampled_from([0, 9_999_999, 10_000_000, 10_000_001, 50_000_000, 50_000_001, 10**9]) | st.integers(
    0, 90_000_000
)
balances = st.sampled_from([0, 10_000_000, 10_000_001, 43_000_000, 43_000_001, 10**9]) | st.integers(0, 90_000_000)


def figures(*, unknown: bool) -> st.SearchStrategy[dict[str, Any]]:
    gap: st.SearchStrategy[Any] = st.none() if unknown else st.nothing()
    return st.fixed_dictionaries(
        {"headcount_awu": gap | heads, "turnover_eur": gap | turnovers, "balance_sheet_eur": gap | balances}
    )


rows = st.sampled_from(sorted(ENTITY_TYPES))


@st.composite
def activities(draw: st.DrawFn, *, unknown: bool) -> dict[str, Any]:
    annex, no = draw(rows)
    return {
        "annex": annex,
        "no": no,
        "negligible": draw(st.sampled_from([False, False, True, None])),
        "doubtful": draw(st.booleans()),
        "main_activity": draw(st.sampled_from([True, False, *([None] if unknown else [])])),
    }


@st.composite
def related(draw: st.DrawFn, *, unknown: bool) -> dict[str, Any]:
    shares = st.sampled_from([0.25, 0.3, 0.5, 1])
    return {
        "relation": draw(st.sampled_from(["linked", "partner", "minority", "exempt_investor", "none"])),
        "share": draw(st.none() | shares if unknown else shares),
        "new_since_accounts": draw(st.booleans()),
        **draw(figures(unknown=unknown)),
    }


@st.composite
def companies(draw: st.DrawFn, *, unknown: bool = True, special: bool = True) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "activities": draw(st.lists(activities(unknown=unknown), max_size=3)),
        "related": draw(st.lists(related(unknown=unknown), max_size=2)),
        "it_independent": draw(st.sampled_from([True, False, *([None] if unknown else [])])),
    }
    if draw(st.booleans()):
        facts["own"] = draw(figures(unknown=unknown))
    else:
        years = draw(st.lists(figures(unknown=unknown), min_size=1, max_size=3))
        facts["periods"] = [{"fy": 2025 - index, **year} for index, year in enumerate(years)]
    if special:
        facts["special"] = draw(st.lists(st.sampled_from([word.value for word in Special]), max_size=2))
        germany = draw(st.booleans())
        facts["establishment"] = {"germany": germany, "eu_main": draw(st.sampled_from(["DE", "FR", None]))}
    return facts


def read(facts: dict[str, Any]) -> Facts:
    return read_facts(facts, TODAY)


def exact(value: float) -> Decimal:
    return Decimal(str(value))
