"""People write numbers in many ways; what they meant is read, and nothing else ever raises."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.language import CODES, Code, Language
from app.wizard.numbers import LONGEST, MAXIMUM, Quantity, Reading, Unreadable, read_number, said

EURO, PEOPLE, SHARE = Quantity.EURO, Quantity.PEOPLE, Quantity.SHARE

BOTH = (
    ("12.500.000", EURO, "12500000"),
    ("12,500,000", EURO, "12500000"),
    ("12,5 Mio", EURO, "12500000"),
    ("12,5 Mio. €", EURO, "12500000"),
    ("12,5 Mio. EUR", EURO, "12500000"),
    ("12.5m", EURO, "12500000"),
    ("€12.5m", EURO, "12500000"),
    ("12.5 million euros", EURO, "12500000"),
    ("1.2bn", EURO, "1200000000"),
    ("1,2 Mrd", EURO, "1200000000"),
    ("1,2 Mrd. Euro", EURO, "1200000000"),
    ("500 T€", EURO, "500000"),
    ("500T€", EURO, "500000"),
    ("500 TEUR", EURO, "500000"),
    ("500 k€", EURO, "500000"),
    ("80 Tsd. €", EURO, "80000"),
    ("12 500 000", EURO, "12500000"),
    ("12\u00a0500\u00a0000 €", EURO, "12500000"),
    ("12\u2009500\u202f000", EURO, "12500000"),
    ("12'500'000", EURO, "12500000"),
    ("12’500’000.50", EURO, "12500000.5"),
    ("1.234,56", EURO, "1234.56"),
    ("1,234.56", EURO, "1234.56"),
    ("1.250", EURO, "1250"),
    ("1,250", EURO, "1250"),
    ("0,125 Mio", EURO, "125000"),
    ("60", PEOPLE, "60"),
    ("0", PEOPLE, "0"),
    ("  60  ", PEOPLE, "60"),
    ("49,6", PEOPLE, "49.6"),
    ("49.6", PEOPLE, "49.6"),
    ("ca. 60", PEOPLE, "60"),
    ("ca 60", PEOPLE, "60"),
    ("~60", PEOPLE, "60"),
    ("rund 60 Vollzeitstellen", PEOPLE, "60"),
    ("60 FTE", PEOPLE, "60"),
    ("1,2 k", PEOPLE, "1200"),
    ("12 500", PEOPLE, "12500"),
    (".5", PEOPLE, "0.5"),
    ("25", SHARE, "0.25"),
    ("25 %", SHARE, "0.25"),
    ("49,9 Prozent", SHARE, "0.499"),
    ("100%", SHARE, "1"),
)

BY_LANGUAGE = (
    ("1.250", PEOPLE, "1250", "1.25"),
    ("1,250", PEOPLE, "1.25", "1250"),
    ("1.250 Mio", EURO, "1250000000", "1250000"),
    ("1,250 Mio", EURO, "1250000", "1250000000"),
    ("1 billion", EURO, "1000000000000", "1000000000"),
)

NEVER = (
    ("", EURO),
    ("   ", EURO),
    ("viel", EURO),
    ("-5", PEOPLE),
    ("−5", PEOPLE),
    ("(5)", EURO),
    ("5 %", EURO),
    ("5 €", PEOPLE),
    ("5 T€", PEOPLE),
    ("5 FTE", EURO),
    ("5 Äpfel", PEOPLE),
    ("5 Mio Mio", EURO),
    ("5 T€ €", EURO),
    ("5 Mio. T€", EURO),
    ("1.2.3", EURO),
    ("1,2,3", EURO),
    ("12 50", EURO),
    ("1.234.56", EURO),
    ("1,234.567.890", EURO),
    ("60-70", PEOPLE),
    ("1e5", EURO),
    ("0x10", EURO),
    ("٦٠", PEOPLE),
    ("²", PEOPLE),
    ("nan", EURO),
    ("inf", EURO),
    ("1000001 Mrd", EURO),
    ("0,1234567", PEOPLE),
    ("123456789012345,67", EURO),
    ("101", SHARE),
    ("5 Mio", SHARE),
    ("0,00001", SHARE),
    ("1" * (LONGEST + 1), EURO),
)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("text", "kind", "value"), BOTH)
def test_both_languages_understand_both_ways_of_writing(text: str, kind: Quantity, value: str, language: Code) -> None:
    assert read_number(text, language, kind) == Reading(Decimal(value), said(Decimal(value), kind))


@pytest.mark.parametrize(("text", "kind", "german", "english"), BY_LANGUAGE)
def test_what_is_ambiguous_follows_the_language(text: str, kind: Quantity, german: str, english: str) -> None:
    assert read_number(text, "de", kind) == Reading(Decimal(german), said(Decimal(german), kind))
    assert read_number(text, "en", kind) == Reading(Decimal(english), said(Decimal(english), kind))


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("text", "kind"), NEVER)
def test_what_is_no_figure_is_refused_with_a_reason(text: str, kind: Quantity, language: Code) -> None:
    read = read_number(text, language, kind)
    assert isinstance(read, Unreadable)
    assert speak(language).say(read.reason)


@given(st.text(max_size=70), st.sampled_from(CODES), st.sampled_from(Quantity))
def test_no_text_ever_raises(text: str, language: Code, kind: Quantity) -> None:
    read = read_number(text, language, kind)
    assert isinstance(read, Reading | Unreadable)


@given(st.text("0123456789., '-€%kmMio", max_size=20), st.sampled_from(CODES), st.sampled_from(Quantity))
def test_what_is_read_is_a_figure_of_a_company(text: str, language: Code, kind: Quantity) -> None:
    read = read_number(text, language, kind)
    if isinstance(read, Reading):
        assert 0 <= read.value <= MAXIMUM
        assert read == Reading(read.value, said(read.value, kind))


@given(st.decimals(0, 10**12, places=2), st.sampled_from(CODES))
def test_money_as_the_program_speaks_it_reads_back_equal(amount: Decimal, language: Code) -> None:
    assert value_of(speak(language).money(amount), language, EURO) == amount


@given(st.integers(1, 10**6), st.sampled_from(CODES))
def test_millions_as_the_program_speaks_them_read_back_equal(thousands: int, language: Code) -> None:
    amount = Decimal(thousands) * 1000
    assert value_of(speak(language).money(amount, short=True), language, EURO) == amount


@given(st.decimals(0, 10**8, places=3), st.sampled_from(CODES))
def test_people_as_the_program_speaks_them_read_back_equal(people: Decimal, language: Code) -> None:
    assert value_of(speak(language).number(people), language, PEOPLE) == people


@given(st.decimals(0, 1, places=4), st.sampled_from(CODES))
def test_shares_as_the_program_speaks_them_read_back_equal(share: Decimal, language: Code) -> None:
    assert value_of(speak(language).percent(share), language, SHARE) == share


def value_of(text: str, language: Code, kind: Quantity) -> Decimal | None:
    read = read_number(text, language, kind)
    return read.value if isinstance(read, Reading) else None


def speak(code: Code) -> Language:
    return Language(code, NullTranslations())
