"""Figures and days that are written into fields mean the same when they are read again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.language import CODES, Code, Language
from app.system.languages import language
from app.wizard.numbers import Quantity, Reading, fault, read_number
from app.wizard.page_inputs.day_reading import read_day
from app.wizard.page_inputs.figure_field import reader, written

languages = st.sampled_from(CODES).map(language)
figures = st.decimals(0, 10**12, places=3) | st.decimals(0, 10**6, places=6) | st.integers(0, 10**15).map(Decimal)


@given(
    figures.filter(lambda figure: fault(figure) is None), st.sampled_from((Quantity.PEOPLE, Quantity.EURO)), languages
)
def test_a_figure_is_read_back_as_it_was_written(figure: Decimal, quantity: Quantity, words: Language) -> None:
    found = read_number(written(figure, words, quantity), words.code, quantity)
    assert isinstance(found, Reading)
    assert found.value == figure


@given(st.decimals(0, 1, places=4), languages)
def test_a_share_is_read_back_as_it_was_written(share: Decimal, words: Language) -> None:
    found = read_number(written(share, words, Quantity.SHARE), words.code, Quantity.SHARE)
    assert isinstance(found, Reading)
    assert found.value == share


def test_no_figure_is_an_empty_field() -> None:
    assert written(None, language("de"), Quantity.EURO) == ""
    assert reader(language("de"), Quantity.EURO)("  ").words == ""


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), languages, st.booleans())
def test_a_day_is_read_back_as_it_was_written(day: date, words: Language, long: bool) -> None:
    assert read_day(words.date(day, long=long), words).value == day
    assert read_day(day.isoformat(), words).value == day


@given(st.text(max_size=40), languages)
def test_whatever_is_typed_a_day_is_understood_or_the_reason_is_said(text: str, words: Language) -> None:
    found = read_day(text, words)
    assert found.words or (found.value is None and not text.strip())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.3.2026", date(2026, 3, 1)),
        ("01.03.26", date(2026, 3, 1)),
        ("1/3/2026", date(2026, 3, 1)),
        ("1. März 2026", date(2026, 3, 1)),
        ("1 march 26", date(2026, 3, 1)),
        ("31.2.2026", None),
        ("2026", None),
        ("1. Foo 2026", None),
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_days_are_written_in_many_ways(code: Code, text: str, day: date | None) -> None:
    assert read_day(text, language(code)).value == day
