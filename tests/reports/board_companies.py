"""Companies whose board papers are looked at: the ordinary ones, the special ones, and the longest texts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from app.law.reading import read_facts
from app.law.scope import assess
from app.reports.board.facts import BoardPaperFacts

DAY = date(2026, 11, 22)
LONG_NAME = "Muster & Söhne Maschinen- und Anlagenbau Verwaltungs GmbH & Co. KG"
MACHINES = {"annex": 2, "no": "5.4.1"}
MSP = {"annex": 1, "no": "6.1.10"}
DEMO: dict[str, Any] = {
    "company": "Muster Maschinenbau GmbH",
    "legal_form": "GmbH",
    "activities": [MACHINES, {**MSP, "doubtful": True}],
    "periods": [
        {"fy": 2025, "headcount_awu": 300, "turnover_eur": 80_000_000, "balance_sheet_eur": 60_000_000},
        {"fy": 2024, "headcount_awu": 290, "turnover_eur": 76_000_000, "balance_sheet_eur": 58_000_000},
    ],
}
HUGE = [{"fy": 2025, "headcount_awu": 1200, "turnover_eur": 800_000_000, "balance_sheet_eur": 600_000_000}]
TINY = [{"fy": 2025, "headcount_awu": 5, "turnover_eur": 1, "balance_sheet_eur": 1}]
GROUP = {"relation": "linked", "headcount_awu": 5000, "turnover_eur": 900_000_000, "balance_sheet_eur": 800_000_000}

KINDS: dict[str, dict[str, Any]] = {
    "demo": {},
    "machines only": {"activities": [MACHINES]},
    "service provider": {"activities": [MSP]},
    "huge": {"periods": HUGE},
    "not listed": {"activities": []},
    "too small": {"activities": [MACHINES], "periods": TINY},
    "critical installation": {"special": ["kritis_operator"], "activities": [{"annex": 1, "no": "5.1.1"}]},
    "nothing known": {"periods": [{"fy": 2025}]},
    "telecom": {"activities": [], "special": ["telecom"]},
    "bank": {"activities": [{"annex": 1, "no": "3.1.1"}], "special": ["dora"]},
    "registrar": {"activities": [], "special": ["registrar"], "periods": TINY},
    "led from France": {"activities": [MSP], "establishment": {"germany": True, "eu_main": "FR"}},
    "federal": {"activities": [], "special": ["federal_admin"]},
    "municipality": {"activities": [], "special": ["municipality"]},
    "negligible": {"activities": [MACHINES, {"annex": 1, "no": "1.1.4", "negligible": True}]},
    "two questions": {
        "related": [{**GROUP, "new_since_accounts": True}],
        "it_independent": False,
        "periods": TINY,
    },
    "trust": {"activities": [], "special": ["trust"]},
    "newly in scope": {"in_scope_since": "2026-11-01", "activities": [MACHINES]},
    "new enterprise": {"new_enterprise": True, "activities": [MACHINES]},
    "group turnover stated": {"group_worldwide_turnover_eur": 600_000_000},
    "small group turnover stated": {"group_worldwide_turnover_eur": 100_000_000, "activities": [MACHINES]},
    "while the law was checked": {"as_of": "2026-09-01"},
    "important at least": {
        "activities": [MSP],
        "periods": [{"fy": 2025, "headcount_awu": 60, "turnover_eur": 60_000_000, "balance_sheet_eur": None}],
    },
    "size and law open": {
        "periods": [{"fy": 2025, "headcount_awu": None, "turnover_eur": 60_000_000, "balance_sheet_eur": 20_000_000}],
    },
    "staff decides, large": {
        "activities": [MSP],
        "periods": [{"fy": 2025, "headcount_awu": 300, "turnover_eur": None, "balance_sheet_eur": 1}],
    },
    "due today": {"in_scope_since": "2026-08-22", "activities": [MACHINES]},
    "beyond the calendar": {"in_scope_since": "9999-12-31", "activities": [MACHINES]},
    "money decides": {
        "activities": [MACHINES],
        "periods": [{"fy": 2025, "headcount_awu": 9, "turnover_eur": 12_000_000, "balance_sheet_eur": 11_000_000}],
    },
    "staff decides": {
        "activities": [MACHINES],
        "periods": [{"fy": 2025, "headcount_awu": 60, "turnover_eur": 9_000_000, "balance_sheet_eur": None}],
    },
}


def paper(**facts: Any) -> BoardPaperFacts:
    company = read_facts({**DEMO, **facts}, DAY)
    return BoardPaperFacts(
        facts=company, assessment=assess(company), created=datetime.combine(DAY, datetime.min.time(), UTC)
    )
