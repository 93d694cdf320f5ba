"""The axis of a chart reaches the largest value in four steps that people count in."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.typeset.axis import ticks


@pytest.mark.parametrize(
    ("largest", "step"),
    [
        ("31", "8"),
        ("24", "6"),
        ("2", "0.5"),
        ("100", "25"),
        ("48", "12"),
        ("144", "36"),
        ("1000", "250"),
        ("0", "1"),
        ("0.3", "0.08"),
        ("16", "4"),
    ],
)
def test_steps_are_round(largest: str, step: str) -> None:
    assert ticks(Decimal(largest))[1] == Decimal(step)


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_the_axis_begins_at_zero_and_holds_every_value(largest: Decimal) -> None:
    found = ticks(largest)
    assert found[0] == 0
    assert len(found) == 5
    assert found[-1] >= largest
    assert len({upper - lower for lower, upper in pairwise(found)}) == 1
