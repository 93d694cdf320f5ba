"""Facts from outside are read strictly or refused with their place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.facts import Establishment
from app.law.json_form import dumps, json_value, loads
from app.law.json_values import BadFacts, text
from app.law.reading import read_facts
from app.law.scope import assess
from tests.law.strategies import TODAY, companies, read

KEYS = st.sampled_from(
    "company as_of in_scope_since activities own related it_independent periods new_enterprise special establishment "
    "group_worldwide_turnover_eur legal_form nace_rev2 annex no share relation fy headcount_awu germany x".split()
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals(allow_nan=True),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(anything)
def test_whatever_comes_is_read_or_refused_with_a_place(value: object) -> None:
    try:
        facts = read_facts(value, TODAY)
    except BadFacts as refused:
        assert isinstance(refused.path, str)
    else:
        assert assess(facts).possible


@given(companies(), anything, st.data())
def test_a_wrong_value_in_good_facts_is_read_or_refused(
    facts: dict[str, Any], value: object, data: st.DataObject
) -> None:
    facts[data.draw(KEYS)] = value
    try:
        assess(read_facts(facts, TODAY))
    except BadFacts as refused:
        assert refused.reason.message


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ([], ""),
        ({"compny": "x"}, "compny"),
        ({"own": {"headcount": 1}}, "own.headcount"),
        ({"own": {"headcount_awu": -1}}, "own.headcount_awu"),
        ({"own": {"headcount_awu": True}}, "own.headcount_awu"),
        ({"own": {"headcount_awu": "60"}}, "own.headcount_awu"),
        ({"own": {"turnover_eur": 10**15 + 1}}, "own.turnover_eur"),
        ({"own": {"turnover_eur": float("nan")}}, "own.turnover_eur"),
        ({"own": {"turnover_eur": Decimal("1e-31")}}, "own.turnover_eur"),
        ({"own": {}, "periods": [{"fy": 2025}]}, "periods"),
        ({"periods": []}, "periods"),
        ({"periods": [{"fy": 2025}, {"fy": 2023}]}, "periods[1].fy"),
        ({"periods": [{"fy": "2025"}]}, "periods[0].fy"),
        ({"periods": [{"fy": 0}]}, "periods[0].fy"),
        ({"activities": {}}, "activities"),
        ({"activities": [{"annex": 3, "no": "1.1.1"}]}, "activities[0].annex"),
        ({"activities": [{"annex": True, "no": "1.1.1"}]}, "activities[0].annex"),
        ({"activities": [{"annex": 2, "no": "6.1.10"}]}, "activities[0].no"),
        ({"activities": [{"annex": 2, "no": "5.4.1", "doubtful": None}]}, "activities[0].doubtful"),
        ({"activities": [{"annex": 2, "no": "5.4.1", "negligible": "yes"}]}, "activities[0].negligible"),
        ({"related": [{"share": 0.5}]}, "related[0].relation"),
        ({"related": [{"relation": "mother"}]}, "related[0].relation"),
        ({"related": [{"relation": "partner", "share": 1.01}]}, "related[0].share"),
        ({"special": ["bank"]}, "special[0]"),
        ({"as_of": "2026-02-30"}, "as_of"),
        ({"as_of": "20260201"}, "as_of"),
        ({"as_of": 20260201}, "as_of"),
        ({"company": None}, "company"),
        ({"company": "\ud800"}, "company"),
        ({"establishment": {"eu_main": "US"}}, "establishment.eu_main"),
        ({"it_independent": "no"}, "it_independent"),
    ],
)
def test_the_place_of_the_mistake_is_named(facts: object, path: str) -> None:
    with pytest.raises(BadFacts) as refused:
        read_facts(facts, TODAY)
    assert refused.value.path == path


def test_what_is_absent_has_its_stated_default() -> None:
    assert read({"establishment": {"germany": False}}).establishment == Establishment(germany=False, eu_main=None)
    assert read({"establishment": {"germany": True}}).establishment == Establishment()
    assert read({}).as_of == TODAY
    assert read({"own": {"headcount_awu": 49.6}}).own.headcount_awu == Decimal("49.6")


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_bytes_are_json_or_refused(raw: bytes) -> None:
    try:
        loads(raw)
    except BadFacts as refused:
        assert refused.reason.message


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff", b'{"a":1,"a":2}', b"[" * 100_000, b'{"a": 01}'],
)
def test_broken_json_is_refused(raw: bytes) -> None:
    with pytest.raises(BadFacts):
        loads(raw)


@pytest.mark.parametrize(
    "written",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "9" * 5000,
        "1e400",
        "1e999999999999999999999",
        "-1e-99",
        "1e-9999999999999999999",
    ],
)
def test_a_number_out_of_bounds_is_refused_with_its_place(written: str) -> None:
    value = loads(f'{{"own": {{"headcount_awu": {written}}}}}'.encode())
    with pytest.raises(BadFacts) as refused:
        read_facts(value, TODAY)
    assert refused.value.path == "own.headcount_awu"


@pytest.mark.parametrize("written", ["0e-9999999999999999999", "0e999999999", "-0.0", "0." + "0" * 5000])
def test_zero_is_zero_however_it_is_written(written: str) -> None:
    facts = read_facts(loads(f'{{"own": {{"headcount_awu": {written}}}}}'.encode()), TODAY)
    assert facts.own.headcount_awu == 0


@pytest.mark.parametrize("written", ["1", "1.0", "1e0", "10e-1"])
def test_the_number_of_an_annex_may_be_written_in_any_way(written: str) -> None:
    facts = read_facts(loads(f'{{"activities": [{{"annex": {written}, "no": "6.1.4"}}]}}'.encode()), TODAY)
    assert facts.activities[0].annex == 1


def test_no_digit_is_lost_on_the_way_through_json() -> None:
    assert dumps({"a": Decimal("0.1") + Decimal("0.2")}) == '{\n "a": 0.3\n}'
    long = Decimal("123456789012345.123456789012345678901234567890")
    assert json_value(long) == long
    assert json_value(Decimal("49.50")) == Decimal("49.5")
    assert loads(b"\xef\xbb\xbf[0.1]") == [Decimal("0.1")]


def test_free_text_is_kept_to_the_letter() -> None:
    hostile = "<b>&\"'\u202e\U0001f9ff" * 500
    assert text(hostile, "company") == hostile
