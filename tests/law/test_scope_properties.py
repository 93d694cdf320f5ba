"""What must hold for every company, whatever its facts."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from app.law.facts import Special
from app.law.outcome import ORDER, Class
from app.law.scope import assess
from tests.law.strategies import companies, read

RANK = {Class.NONE: 0, Class.SPECIAL: 0, Class.WE: 1, Class.BWE: 2}


def code(facts: dict[str, Any]) -> Class:
    found = assess(read(facts)).code
    assert found is not None
    return found


@given(
    companies(unknown=False),
    st.sampled_from(["headcount_awu", "turnover_eur", "balance_sheet_eur"]),
    st.sampled_from([1, 50, 10_000_000, 10**9]),
)
def test_more_staff_turnover_or_balance_sheet_never_lowers_the_class(
    facts: dict[str, Any], figure: str, more: int
) -> None:
    bigger = copy.deepcopy(facts)
    for place in ([bigger["own"]] if "own" in bigger else bigger["periods"]) + bigger["related"]:
        place[figure] += more
    assert RANK[code(bigger)] >= RANK[code(facts)]


@given(companies(unknown=False))
def test_more_in_a_single_year_never_lowers_the_class(facts: dict[str, Any]) -> None:
    assume("periods" in facts)
    for index in range(len(facts["periods"])):
        bigger = copy.deepcopy(facts)
        bigger["periods"][index]["headcount_awu"] += 300
        assert RANK[code(bigger)] >= RANK[code(facts)]


@given(companies(special=False))
def test_annex_2_alone_never_makes_a_particularly_important_entity(facts: dict[str, Any]) -> None:
    facts["activities"] = [a for a in facts["activities"] if a["annex"] == 2]
    answer = assess(read(facts))
    assert Class.BWE not in answer.possible
    assert all(other.code is not Class.BWE for other in answer.alternatives)


def values(path: str) -> list[Any]:
    field = path.rpartition(".")[2]
    if field in ("it_independent", "main_activity"):
        return [True, False]
    if field == "share":
        return [i / 100 for i in range(0, 101, 5)] + [0.001, 0.999]
    if field == "headcount_awu":
        return [0, 0.5, *range(1, 301), 10**6, 10**15]
    return [0, *range(1_000_000, 60_000_001, 1_000_000), 10_000_001, 43_000_001, 50_000_001, 10**15]


def unknown_places(facts: dict[str, Any]) -> list[tuple[dict[str, Any], str, str]]:
    places: list[tuple[dict[str, Any], str, str]] = []
    for name in ("activities", "related", "periods"):
        for index, entry in enumerate(facts.get(name, [])):
            places += [(entry, key, f"{name}[{index}].{key}") for key in entry if entry[key] is None]
    places += [(facts["own"], key, f"own.{key}") for key, value in facts.get("own", {}).items() if value is None]
    if facts["it_independent"] is None:
        places.append((facts, "it_independent", "it_independent"))
    return [place for place in places if place[1] != "negligible"]


@given(companies(), st.data())
def test_what_is_possible_is_the_union_over_the_values_of_an_unknown_fact(
    facts: dict[str, Any], data: st.DataObject
) -> None:
    places = unknown_places(facts)
    assume(places)
    holder, key, path = data.draw(st.sampled_from(places))
    whole = set(assess(read(facts)).possible)
    union: set[Class] = set()
    for value in values(path):
        holder[key] = value
        union |= set(assess(read(facts)).possible)
        assert set(assess(read(facts)).possible) <= whole
    assert union == whole


@given(companies())
def test_an_unknown_fact_that_is_not_listed_as_missing_changes_nothing(facts: dict[str, Any]) -> None:
    answer = assess(read(facts))
    listed = set(answer.missing)
    assert (len(answer.possible) == 1) == (answer.code is not None)
    for holder, key, path in unknown_places(facts):
        if path in listed:
            continue
        for value in (values(path)[0], values(path)[-1]):
            holder[key] = value
            assert assess(read(facts)).possible == answer.possible, path
        holder[key] = None


@given(companies())
def test_whoever_learns_everything_that_is_missing_gets_one_class(facts: dict[str, Any]) -> None:
    for _ in range(30):
        answer = assess(read(facts))
        if answer.code is not None:
            return
        wanted = answer.missing[0]
        holder, key, path = next(place for place in unknown_places(facts) if place[2] == wanted)
        holder[key] = values(path)[0]
    raise AssertionError("never decided")


@given(companies(special=False, unknown=False))
def test_small_telecom_is_the_exact_complement_of_large_telecom(facts: dict[str, Any]) -> None:
    facts["activities"] = []
    facts["special"] = ["telecom"]
    assume("own" in facts)
    own = facts["own"]
    facts["related"] = []
    large = own["headcount_awu"] >= 50 or (own["turnover_eur"] > 10**7 and own["balance_sheet_eur"] > 10**7)
    assert code(facts) is (Class.BWE if large else Class.WE)


@given(companies())
def test_alternatives_are_never_what_is_possible_anyway(facts: dict[str, Any]) -> None:
    answer = assess(read(facts))
    assert not {other.code for other in answer.alternatives} & set(answer.possible)
    assert list(answer.possible) == [entry for entry in ORDER if entry in answer.possible]


@given(companies())
def test_carve_outs_switch_off_nothing_where_there_is_no_class(facts: dict[str, Any]) -> None:
    answer = assess(read(facts))
    if answer.code is Class.NONE:
        assert answer.not_applicable == ()
        assert answer.evidence_not_before is None
    if Special.KRITIS_OPERATOR.value in facts["special"]:
        assert answer.evidence_not_before is None


@given(companies())
def test_every_inequality_is_true(facts: dict[str, Any]) -> None:
    compare = {">=": "__ge__", "<": "__lt__", ">": "__gt__", "<=": "__le__"}
    for line in assess(read(facts)).deciding:
        assert getattr(line.value, compare[line.operator])(line.threshold) is True
