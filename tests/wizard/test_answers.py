"""Answers are values: one more makes a new one, and nothing else is touched."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.wizard.answers import Answers, Task, answer, assign, forget, go_to
from app.wizard.json_answers import BadAnswer
from app.wizard.related import MOST_ROWS
from app.wizard.shapes import LONGEST_TEXT, fault
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related, Value
from tests.wizard.companies import answers, by_year
from tests.wizard.walks import TODAY

OTHER_KIND = Enterprises((Related(name="A"),))


def test_an_answer_makes_new_answers_and_leaves_the_old_ones_alone() -> None:
    before = Answers(TODAY)
    assert answer(before, "kritis", value=True).flag("kritis") is True
    assert before == Answers(TODAY)


def test_an_answer_can_be_forgotten() -> None:
    assert forget(answer(Answers(TODAY), "kritis", value=True), "kritis") == Answers(TODAY)


def test_answering_leaves_the_question_somebody_had_jumped_to() -> None:
    assert answer(go_to(answers(), "kritis"), "kritis", value=True).current is None


def test_an_open_question_can_be_given_to_somebody_and_taken_back() -> None:
    task = Task("A. Weber", date(2026, 12, 4))
    given = assign(Answers(TODAY), "kritis", task)
    assert given.tasks == {"kritis": task}
    assert assign(given, "kritis", Task()) == Answers(TODAY)


def test_each_kind_of_answer_is_read_as_its_kind_and_as_nothing_else() -> None:
    found = answers()
    assert found.word("company") == "Muster Maschinenbau GmbH"
    assert found.several("rows") == ("2/5.4.1",)
    assert found.amounts("headcount").get("2024") == Decimal(57)
    assert (found.word("rows"), found.several("company"), found.flag("company")) == ("", (), None)
    assert (found.amounts("company"), found.enterprises("company"), found.day("company")) == (Amounts(()), (), None)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("nothing", "a"),
        ("row/2/9.9.9/role", "business"),
        ("row/2/5.4.1/colour", "red"),
        ("company", " \n "),
        ("company", "x" * (LONGEST_TEXT + 1)),
        ("company", "half \ud83d"),
        ("company", True),
        ("kritis", "yes"),
        ("legal_form", "Ltd"),
        ("accounts", "1999"),
        ("accounts", "2025-second"),
        ("rows", ("2/5.4.1", "2/5.4.1")),
        ("rows", ("2/9.9.9",)),
        ("rows", "2/5.4.1"),
        ("headcount", Amounts((("25", Decimal(1)),))),
        ("headcount", by_year(None)),
        ("headcount", by_year("-1")),
        ("headcount", by_year("1E16")),
        ("headcount", by_year("Infinity")),
        ("headcount", by_year("0.1234567")),
        ("headcount", Amounts((("2025", Decimal(1)), ("2025", Decimal(2))))),
        ("headcount", OTHER_KIND),
        ("older_year", by_year("1")),
        ("related_list", by_year("1")),
        ("related_list", Enterprises(())),
        ("related_list", Enterprises((Related(name=" "),))),
        ("related_list", Enterprises((Related(name="A", share=Decimal(2)),))),
        ("related_list", Enterprises((Related(name="A", share=Decimal("0.1234567")),))),
        ("related_list", Enterprises((Related(name="A"),) * (MOST_ROWS + 1))),
        ("since", date(2025, 12, 6)),
        ("since", date(2101, 1, 1)),
        ("since", "2026-01-01"),
    ],
)
def test_what_does_not_answer_the_question_is_refused(question: str, value: Value) -> None:
    with pytest.raises(BadAnswer):
        answer(Answers(TODAY), question, value)


def test_i_do_not_know_answers_every_question() -> None:
    assert fault("headcount", UNKNOWN) is None
    assert fault("row/2/5.4.1/role", UNKNOWN) is None
