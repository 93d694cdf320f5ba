"""Which unknown facts are asked for, and in which order."""

from __future__ import annotations

import pytest

from app.law.outcome import Class
from tests.law.test_scope import BIG, MACHINES, MSP, SMALL, answer


def test_the_fact_that_tells_most_comes_first() -> None:
    found = answer(activities=[MACHINES], own={"headcount_awu": 20, "turnover_eur": 20_000_000})
    assert found.missing == ("own.balance_sheet_eur",)
    nothing_known = answer(activities=[MACHINES])
    assert nothing_known.missing == ("own.headcount_awu", "own.turnover_eur", "own.balance_sheet_eur")


def test_an_unknown_share_matters_where_the_partner_is_big() -> None:
    found = answer(activities=[MACHINES], own=SMALL, related=[{"relation": "partner", **BIG}], it_independent=False)
    assert found.possible == (Class.WE, Class.NONE)
    assert found.missing == ("related[0].share",)


def test_whether_the_it_is_independent_can_matter_only_between_the_ends() -> None:
    linked = {"relation": "linked", "headcount_awu": 0, "turnover_eur": 10_000_000, "balance_sheet_eur": 0}
    own = {"headcount_awu": 0, "turnover_eur": None, "balance_sheet_eur": 20_000_000}
    found = answer(activities=[MACHINES], own=own, related=[linked])
    assert found.missing == ("own.turnover_eur", "it_independent")


def test_a_partners_turnover_can_matter_only_with_a_small_share() -> None:
    partner = {"relation": "partner", "headcount_awu": 249, "turnover_eur": None, "balance_sheet_eur": 0}
    own = {"headcount_awu": 40, "turnover_eur": 0, "balance_sheet_eur": 20_000_000}
    found = answer(activities=[MACHINES], own=own, related=[partner], it_independent=False)
    assert found.missing == ("related[0].share", "related[0].turnover_eur")


def test_a_share_can_matter_only_beside_another_unknown_figure() -> None:
    linked = {"relation": "linked", "headcount_awu": None, "turnover_eur": 0, "balance_sheet_eur": 0}
    partner = {"relation": "partner", "headcount_awu": 50, "turnover_eur": 0, "balance_sheet_eur": 0}
    own = {"headcount_awu": 50, "turnover_eur": 0, "balance_sheet_eur": 0}
    found = answer(activities=[MSP], own=own, related=[linked, partner], it_independent=False)
    assert found.missing == ("related[0].headcount_awu", "related[1].share")


def test_the_most_telling_fact_is_judged_by_its_worst_value_between_the_ends_too() -> None:
    partner = {"relation": "partner", "headcount_awu": 249, "turnover_eur": None, "balance_sheet_eur": 20_000_000}
    own = {"headcount_awu": 40, "turnover_eur": 0, "balance_sheet_eur": 20_000_000}
    found = answer(activities=[MACHINES], own=own, related=[partner], it_independent=False)
    assert found.missing[0] == "related[0].share"
    assert len(found.missing) == 2


@pytest.mark.parametrize("several", [1, 17])
def test_a_whole_group_without_figures_over_thirty_years_is_answered(several: int) -> None:
    periods = [{"fy": 2025 - i, "headcount_awu": (None, 20, 60, 300)[i % 4], "turnover_eur": i} for i in range(30)]
    kinds = ({"relation": "partner"}, {"relation": "partner", "share": 0.3}, {"relation": "linked"})
    related = [{**kinds[i % 3], "turnover_eur": (None, i)[i % 2]} for i in range(3 * several)]
    found = answer(activities=[MSP], periods=periods, related=related)
    assert found.possible == (Class.BWE, Class.WE, Class.NONE)
    assert "related[0].share" in found.missing


def test_a_long_history_full_of_gaps_is_still_answered() -> None:
    periods = [{"fy": 2025 - i} for i in range(6)]
    related = [{"relation": "partner"}, {"relation": "linked"}]
    found = answer(activities=[MACHINES], periods=periods, related=related)
    assert found.possible == (Class.WE, Class.NONE)
    assert found.missing


def test_only_a_counted_partner_can_be_unknown() -> None:
    related = [{"relation": "minority"}, {"relation": "partner", "share": 0}]
    found = answer(activities=[MACHINES], own=SMALL, related=related, it_independent=False)
    assert (found.code, found.missing) == (Class.NONE, ())
