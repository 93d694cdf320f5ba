"""The scale in equal parts: a place and a value belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.thirds import place, value_at

STAFF = (0, 50, 250, 1000)
scales = st.lists(st.integers(0, 10**9), min_size=2, max_size=6, unique=True).map(lambda stops: tuple(sorted(stops)))


@pytest.mark.parametrize(("value", "position"), [(0, 0), (25, 1 / 6), (50, 1 / 3), (150, 1 / 2), (250, 2 / 3)])
def test_each_part_takes_the_same_room(value: float, position: float) -> None:
    assert place(value, STAFF) == pytest.approx(position)


@pytest.mark.parametrize(("value", "position"), [(-5, 0), (1000, 1), (99_999, 1)])
def test_what_lies_outside_stays_at_the_ends(value: float, position: float) -> None:
    assert place(value, STAFF) == position


@given(scales, st.floats(0, 1))
def test_a_place_and_its_value_belong_together(stops: tuple[int, ...], position: float) -> None:
    assert place(value_at(position, stops), stops) == pytest.approx(position, abs=1e-6)


@given(scales, st.integers(-10, 2 * 10**9), st.integers(-10, 2 * 10**9))
def test_a_larger_value_is_never_further_left(stops: tuple[int, ...], one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert place(low, stops) <= place(high, stops)
