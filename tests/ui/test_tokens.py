"""The contrast table of the colours: text is readable on every ground it may stand on, edges are visible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.tokens import SCHEMES, Scheme, contrast, tokens

GROUNDS = ("paper", "surface", "sunken", "accent-soft")
TEXTS = ("ink", "ink2", "accent", "ok", "due", "breach")
SOFT = {"ok": "ok-soft", "due": "due-soft", "breach": "breach-soft", "accent": "accent-soft"}
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_readable_on_every_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(tokens(scheme)[text], tokens(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), SOFT.items())
def test_a_chip_is_readable_on_its_own_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(tokens(scheme)[text], tokens(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", ["ink", "ink2"])
@pytest.mark.parametrize("ground", ["due-soft", "breach-soft", "ok-soft"])
def test_running_text_is_readable_on_a_tinted_box(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(tokens(scheme)[text], tokens(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["accent", "accent-hover"])
def test_the_primary_button_is_readable(scheme: Scheme, ground: str) -> None:
    assert contrast(tokens(scheme)["on-accent"], tokens(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_control_is_visible(scheme: Scheme, ground: str) -> None:
    assert contrast(tokens(scheme)["edge"], tokens(scheme)[ground]) >= 3.0


@pytest.mark.parametrize(
    ("text", "ground", "light", "dark"),
    [
        ("ink", "paper", 15.7, 14.9), ("ink2", "accent-soft", 5.5, 6.0), ("due", "sunken", 5.3, 6.5),
        ("breach", "breach-soft", 5.7, 6.0), ("edge", "accent-soft", 3.0, 3.3), ("line", "paper", 1.4, 1.7),
    ],
)  # fmt: skip
def test_the_measured_contrast_is_the_one_that_was_designed(text: str, ground: str, light: float, dark: float) -> None:
    measured = [contrast(tokens(scheme)[text], tokens(scheme)[ground]) for scheme in SCHEMES]
    assert measured == pytest.approx([light, dark], abs=0.06)


def test_both_schemes_name_the_same_colours() -> None:
    assert tokens("light").keys() == tokens("dark").keys()


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order_and_stays_in_its_range(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
