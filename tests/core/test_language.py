"""Values become words: numbers, money, dates and sentences in two languages."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import Bilingual, Citation, Joined, Money, Percent, Plural, Sayable, Text
from app.system.languages import code_or_default, language

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("what", "german", "english"),
    [
        (Money(1_250_000), f"1.250.000{NBSP}€", "€1,250,000"),
        (Money(Decimal("1250.5")), f"1.250,50{NBSP}€", "€1,250.50"),
        (Money(11_800_000, short=True), f"11,8{NBSP}Mio.{NBSP}€", f"€11.8{NBSP}million"),
        (Money(900_000, short=True), f"900.000{NBSP}€", "€900,000"),
        (Percent(Decimal("0.014")), f"1,4{NBSP}%", "1.4%"),
        (Percent(0.02), f"2{NBSP}%", "2%"),
        (12_500_000, "12.500.000", "12,500,000"),
        (Decimal("49.60"), "49,6", "49.6"),
        (date(2026, 11, 22), "22.11.2026", "22 Nov 2026"),
        (datetime(2026, 11, 22, 14, 32), "22.11.2026, 14:32 Uhr", "22 Nov 2026, 14:32"),  # noqa: DTZ001 - a wall clock
        (Bilingual("Pflicht", "duty"), "Pflicht", "duty"),
        (Citation("§ 28 Abs. 3 BSIG"), f"§{NBSP}28{NBSP}Abs.{NBSP}3{NBSP}BSIG", f"section{NBSP}28(3) BSIG"),
        (Joined(("a", "b", "c")), "a, b und c", "a, b and c"),
        (Joined(("a", "b"), "or"), "a oder b", "a or b"),
        (Joined(("a", "b"), ""), "a, b", "a, b"),
        (Joined(("a",)), "a", "a"),
        (Text("{value} {sign} {threshold}", value=300, sign="≥", threshold=50), *(f"300{NBSP}≥{NBSP}50",) * 2),
        (Plural("{n} duty binds the company.", "{n} duties bind the company.", n=1), None, "1 duty binds the company."),
        (
            Plural("{n} duty binds the company.", "{n} duties bind the company.", n=2),
            None,
            "2 duties bind the company.",
        ),
    ],
)
def test_everything_sayable_is_said_in_both_languages(what: Sayable, german: str | None, english: str) -> None:
    assert german is None or language("de").say(what) == german
    assert language("en").say(what) == english


def test_dates_can_be_written_out() -> None:
    assert language("de").date(date(2026, 3, 6), long=True) == "6. März 2026"
    assert language("en").date(date(2026, 3, 6), long=True) == "6 March 2026"
    assert language("de").number(Decimal(60), 1) == "60,0"
    assert language("de").number(60, 0) == "60"


def test_each_language_has_its_quotation_marks() -> None:
    assert language("de").quoted("x") == "„x“"
    assert language("en").quoted("x") == "“x”"


def test_braces_in_a_message_are_written_twice() -> None:
    assert language("en").say(Text("{{x}}")) == "{x}"


@given(st.text())
def test_somebody_s_own_text_is_never_changed(text: str) -> None:
    if "\ufdd0" in text:
        return
    for code in ("de", "en"):
        assert language(code_or_default(code)).say(text) == text
        sentence = language(code_or_default(code)).say(
            Text("{where}: {reason}", where=Text("{x}", x=text), reason=text)
        )
        assert sentence == f"{text}: {text}"


def test_what_is_not_sayable_is_a_bug() -> None:
    with pytest.raises(TypeError):
        language("de").say(3.5)  # type: ignore[arg-type]  # the mistake under test


def test_german_is_the_default() -> None:
    assert (code_or_default("en"), code_or_default("fr"), code_or_default(None)) == ("en", "de", "de")
