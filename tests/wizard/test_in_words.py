"""Answers as somebody would say them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.system.languages import language
from app.wizard.flow import questions
from app.wizard.in_words import in_words, newest
from app.wizard.question import Question
from app.wizard.values import Amounts, Enterprises, Related, Value
from tests.wizard.companies import answers, by_year

GERMAN = language("de")
EVERYTHING = answers(
    rows=("1/6.1.4",),
    related=True,
    related_list=Enterprises((Related(name="A", control=True),)),
    carve_outs=(),
    since_start=False,
    since=date(2026, 2, 1),
    group_turnover=Amounts((("turnover_eur", Decimal(600_000_000)),)),
)


def asked(question: str) -> Question:
    return next(entry for entry in questions(EVERYTHING) if entry.id == question)


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        ("company", "<b>Müller & Söhne</b>", "<b>Müller & Söhne</b>"),
        ("kritis", True, "ja"),
        ("kritis", False, "nein"),
        ("public_body", "no", "Nein"),
        ("public_body", "elsewhere", "elsewhere"),
        ("rows", ("2/5.4.1", "1/6.1.4"), "Maschinenbau, Cloud-Computing-Dienste"),
        ("rows", (), "nichts aus den Anlagen"),
        ("without_size", ("dns",), "Namensauflösung (DNS) für andere"),
        ("without_size", (), "keine"),
        ("related_list", Enterprises((Related(name="A"), Related(name="B"))), "2 Unternehmen"),
        ("since", date(2026, 2, 1), "01.02.2026"),
        ("headcount", by_year("60", None), "Geschäftsjahr 2025: 60, Geschäftsjahr 2024: nicht bekannt"),
        ("group_turnover", Amounts((("turnover_eur", Decimal(600_000_000)),)), "600\u00a0Mio.\u00a0€"),
    ],
)
def test_an_answer_is_said_in_words(question: str, value: Value, words: str) -> None:
    assert GERMAN.say(in_words(asked(question), value)) == words


def test_for_a_narrow_line_only_the_newest_known_figure_is_said() -> None:
    assert GERMAN.say(newest(asked("headcount"), by_year("60", "57"))) == "60"
    assert GERMAN.say(newest(asked("headcount"), by_year(None, "57"))) == "57"
    assert GERMAN.say(newest(asked("turnover"), by_year("11800000"))) == "11,8\u00a0Mio.\u00a0€"
    assert GERMAN.say(newest(asked("kritis"), value=True)) == "ja"
    assert newest(asked("headcount"), Amounts((("2020", Decimal(1)),))) == ""
