"""The canonical text is what an old record is verified by, so it must never drift."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.canonical import Json, canonical, digest, parsed

NUMBERS = st.integers(-(10**18), 10**18) | st.decimals(-(10**15), 10**15, places=30) | st.floats(1e-6, 1e15)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def _exact(value: Json) -> Json:
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, Mapping):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(inner) for inner in value]
    return value


@given(VALUES)
def test_a_value_comes_back_exactly(value: Json) -> None:
    assert parsed(canonical(value)) == _exact(value)


@given(VALUES)
def test_the_text_of_a_text_s_value_is_the_text(value: Json) -> None:
    assert canonical(parsed(canonical(value))) == canonical(value)


def test_the_example_of_rfc_8785_has_the_bytes_of_the_rfc() -> None:
    value: Json = {
        "numbers": [333333333.33333329, 4.50, 2e-3],
        "string": '€$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }
    assert canonical(value) == (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_keys_are_sorted_by_utf_16_code_units_as_rfc_8785_says() -> None:
    value: Json = {"\u20ac": 0, "\r": 0, "\ufb33": 0, "1": 0, "\U0001f600": 0, "\u0080": 0, "\u00f6": 0}
    read = parsed(canonical(value))
    assert isinstance(read, dict)
    assert list(read) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (12, 12.0),
        (Decimal("12.50"), 12.5),
        (0, -0.0),
        (Decimal("0E-1000000"), 0),
        (Decimal("1E+2"), 100),
        ({"b": 1, "a": 2}, {"a": 2, "b": 1}),
    ],
)
def test_equal_values_have_one_digest(one: Json, same: Json) -> None:
    assert digest(one) == digest(same)


def test_cents_of_a_huge_turnover_are_not_rounded() -> None:
    assert canonical(Decimal("999999999999999.99")) == "999999999999999.99"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("1e1000000"), "\ud800", {"\udfff": 1}])
def test_what_has_no_plain_form_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match=r"plain|surrogates"):
        canonical(value)


@pytest.mark.parametrize("value", [object(), {1: 2}, b"bytes", {1, 2}])
def test_what_json_does_not_know_is_refused(value: Json) -> None:
    with pytest.raises(TypeError, match="JSON"):
        canonical(value)
