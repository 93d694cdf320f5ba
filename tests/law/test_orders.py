"""What the BSI may order, and whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.law.orders import orders
from app.law.scope import assess
from tests.law.bound import BUILDER, MACHINES, MSP, size
from tests.law.strategies import TODAY, read


def order_ids(facts: dict[str, Any], on: date = TODAY) -> list[str]:
    return [power.id for power in orders(assess(read(facts)), on)]


def test_an_important_entity_is_checked_only_on_indications() -> None:
    assert order_ids(BUILDER) == [
        "inform_recipients",
        "inform_public",
        "audits_on_indication",
        "inspection",
        "coercive_payment",
    ]


def test_evidence_from_a_particularly_important_entity_has_an_earliest_day() -> None:
    company = assess(read({"activities": [MSP], "own": size(300)}))
    evidence = next(power for power in orders(company, TODAY) if power.id == "evidence")
    assert evidence.not_before == date(2028, 12, 6)


def test_a_critical_installation_has_its_own_evidence() -> None:
    assert "evidence" not in order_ids({"special": ["kritis_operator"]})


def test_nothing_can_be_ordered_out_of_scope_or_before_the_act() -> None:
    assert order_ids({"activities": [MACHINES], "own": size(20)}) == []
    assert order_ids(BUILDER, date(2025, 12, 5)) == []
