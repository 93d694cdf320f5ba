"""The right-hand pane: the class so far, why, what follows, and what could still change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given

from app.core.language import Language
from app.law.facts import Figures
from app.law.headline import headline
from app.law.outcome import Class, left_open
from app.law.scope import assess
from app.system.languages import language
from app.wizard.answers import Answers, Task, assign
from app.wizard.live import Live, live
from app.wizard.still_possible import still_possible
from app.wizard.values import Amounts, Enterprises, Related, Value
from tests.wizard.companies import BEFORE_SIZE, BUILDER, answers, by_year, unknown
from tests.wizard.walks import TODAY, walks

ENGLISH = Language("en", NullTranslations())
GERMAN = language("de")
HOLDING = Related(name="Holding", control=True, figures=Figures(Decimal(60), Decimal(0), Decimal(0)))
SMALL: dict[str, Value] = {
    "headcount": by_year("40", "40"),
    "turnover": by_year("1", "1"),
    "balance": by_year("1", "1"),
}


def shown(given: Answers) -> Live:
    return live(given, TODAY)


def changes(given: Answers) -> list[str]:
    return [ENGLISH.say(change.text) for change in shown(given).changes]


def test_before_the_offer_is_known_there_is_no_result() -> None:
    start = shown(Answers(TODAY))
    assert ENGLISH.say(start.headline) == "No result yet"
    assert start.possible == tuple(Class)
    assert start.consequences is None
    assert start.provisional


def test_before_the_size_is_known_it_says_on_what_it_depends() -> None:
    assert GERMAN.say(shown(answers(BEFORE_SIZE)).headline) == "Betroffen, wenn Sie groß genug sind"


def test_the_picture_of_the_staff_question_comes_out() -> None:
    now = shown(answers({**BEFORE_SIZE, "accounts": "2025", "headcount": by_year("60", "57")}))
    assert GERMAN.say(now.headline) == "Wichtige Einrichtung"
    assert GERMAN.say(now.line) == "Maschinenbau (Anlage\u00a02 Nr.\u00a05.4.1\u00a0BSIG)"
    assert GERMAN.say(now.inequalities[0].figure) == "60\u00a0≥\u00a050"
    assert GERMAN.say(now.inequalities[0].caption) == "Beschäftigte, ab 50 gilt das Gesetz"
    assert now.provisional
    assert now.consequences is not None
    assert now.consequences.registration_due == date(2026, 3, 6)


def test_everything_answered_is_no_longer_provisional() -> None:
    assert not shown(answers()).provisional
    assert shown(answers()).possible == (Class.WE,)


def test_an_open_critical_installation_is_named_with_its_class_and_its_owner() -> None:
    task = Task("A. Weber", date(2026, 12, 4))
    now = shown(assign(answers(**unknown("kritis")), "kritis", task))
    (change,) = now.changes
    assert (change.question, change.task) == ("kritis", task)
    assert GERMAN.say(change.text) == "Falls Sie eine kritische Anlage betreiben: besonders wichtige Einrichtung."
    assert now.provisional
    assert now.possible == (Class.BWE, Class.WE)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (unknown("public_body"), "If you are a public body: not in scope or under a special regime."),
        (unknown("rows"), "Depending on what you offer: important entity."),
        (
            unknown("without_size"),
            "If you offer a service that is covered whatever the size: particularly important entity.",
        ),
        ({**SMALL, **unknown("seat"), "rows": ("1/6.1.4",)}, None),
        ({"rows": ("1/6.1.4",), **unknown("seat")}, "If you are based or led abroad: under a special regime."),
        (
            {"rows": ("1/6.1.4",), "seat": "led_from_eu", **unknown("eu_country")},
            "If you are based or led abroad: under a special regime.",
        ),
        (
            {**SMALL, "rows": ("1/6.1.7",), **unknown("trust_qualified")},
            "If your trust services are qualified: particularly important entity.",
        ),
    ],
)
def test_an_open_answer_is_named_with_what_it_could_change(given: dict[str, Value], sentence: str | None) -> None:
    found = changes(answers({**BUILDER, **given}))
    assert sentence in found if sentence else not found


def test_an_open_critical_installation_is_named_like_on_the_result_page() -> None:
    given = answers(**unknown("kritis"))
    assert GERMAN.say(shown(given).headline) == "Mindestens wichtige Einrichtung"
    for still_to_come, words in (("since_start", "Mindestens wichtige Einrichtung"), ("rows", "Noch kein Ergebnis")):
        values = {question: value for question, value in given.values.items() if question != still_to_come}
        assert GERMAN.say(shown(replace(given, values=values)).headline) == words


@given(walks())
def test_the_result_page_names_no_other_class_than_the_pane_beside_the_last_question(walk: tuple[Answers, ...]) -> None:
    now = shown(walk[-1])
    found = left_open(assess(now.facts), still_possible(walk[-1]))
    assert now.headline == headline(found)
    assert now.assessment == found


def test_without_a_necessary_answer_no_class_is_named() -> None:
    now = shown(answers(**unknown("rows")))
    assert ENGLISH.say(now.headline).startswith("Still open: ")
    assert now.consequences is None
    decided = shown(answers(**SMALL, **unknown("seat")))
    assert ENGLISH.say(decided.headline) == "Not in scope"


@pytest.mark.parametrize(
    ("given", "question", "words"),
    [
        ({"headcount": by_year("60", None)}, "headcount", "What tells most now: employees (full-time) 2024."),
        ({**SMALL, **unknown("related")}, "related_list", "What tells most now: the related enterprises."),
        (
            {**SMALL, "related": True, "related_list": Enterprises((HOLDING,)), **unknown("it_independent")},
            "it_independent",
            "What tells most now: independent IT.",
        ),
        (
            {
                **SMALL,
                "related": True,
                "it_independent": False,
                "related_list": Enterprises(
                    (Related(name="Holding", control=True, figures=Figures(None, Decimal(0), Decimal(0))),)
                ),
            },
            "related_list",
            "What tells most now: employees (full-time) of Holding.",
        ),
        ({"rows": ("2/2.1.1",), **unknown("row/2/2.1.1/main")}, "row/2/2.1.1/main", None),
        (
            {
                "headcount": by_year("60", "45"),
                "older_year": Amounts(
                    (("headcount_awu", None), ("turnover_eur", Decimal(0)), ("balance_sheet_eur", None))
                ),
            },
            "older_year",
            "What tells most now: employees (full-time) 2023.",
        ),
    ],
)
def test_the_missing_fact_that_tells_most_is_named(given: dict[str, Value], question: str, words: str | None) -> None:
    without_size = {"turnover": by_year("1", "1"), "balance": by_year("1", "1")}
    first = shown(answers({**BUILDER, **without_size, **given})).changes[0]
    assert first.question == question
    assert words is None or ENGLISH.say(first.text) == words


def test_a_company_under_the_line_has_no_consequences() -> None:
    assert shown(answers(**SMALL)).consequences is None


def test_the_captions_say_which_line_was_reached() -> None:
    captions = set()
    for rows in (("2/5.4.1",), ("1/1.3.1",), ("1/6.1.7",)):
        for people in ("40", "60", "300"):
            for money in ("9000000", "11000000", "60000000"):
                size = {q: by_year(money, money) for q in ("turnover", "balance")}
                now = shown(answers(rows=rows, headcount=by_year(people, people), trust_qualified=False, **size))
                captions |= {ENGLISH.say(line.caption) for line in now.inequalities}
    assert captions == {
        "Employees. From 50 on, the law applies.",
        "Employees. From 250 on, the higher class applies.",
        "Employees. Below 50.",
        "Employees. Below 250.",
        "Turnover",
        "Balance sheet total",
    }


def test_a_sole_trader_is_threatened_as_a_person() -> None:
    follows = shown(answers(legal_form="e.K.")).consequences
    assert follows is not None
    assert follows.fine is not None
    assert follows.fine.amount_eur == Decimal(7_000_000)


def test_without_a_turnover_the_frame_is_a_minimum() -> None:
    follows = shown(answers(**unknown("turnover"))).consequences
    assert follows is not None
    assert follows.fine is not None
    assert ENGLISH.say(follows.fine.said) == "€7,000,000, possibly more"


def test_where_a_carve_out_switches_the_measures_off_no_fine_is_shown() -> None:
    bank: dict[str, Value] = {"rows": ("1/3.1.1",), "carve_outs": ("dora",), "headcount": by_year("300", "300")}
    follows = shown(answers(**bank)).consequences
    assert follows is not None
    assert follows.fine is None


def test_open_legal_questions_are_said_with_the_other_reading() -> None:
    doubts: dict[str, Value] = {"row/2/5.4.1/role": "doubtful"}
    claim: dict[str, Value] = {"row/2/5.4.1/role": "negligible", "row/2/5.4.1/reasons": "two of sixty people"}
    joined = Related(
        name="New", control=True, figures=Figures(Decimal(60), Decimal(0), Decimal(0)), new_since_accounts=True
    )
    new: dict[str, Value] = {**SMALL, "related": True, "related_list": Enterprises((joined,)), "it_independent": False}
    trust: dict[str, Value] = {"rows": ("1/6.1.7",), "trust_qualified": False, "headcount": by_year("300", "300")}
    said = [
        ENGLISH.say(shown(answers({**BUILDER, **given})).open_questions[0]) for given in (doubts, claim, new, trust)
    ]
    assert [sentence.split(" ")[2] for sentence in said] == ["does", "is", "does", "does"]
    assert all(sentence.startswith("Legally open: ") for sentence in said)
    assert "Machinery" in said[0]
    assert "Machinery" in said[1]


def test_a_certain_highest_class_shows_the_line_that_made_it_the_highest() -> None:
    now = shown(answers(rows=("1/1.3.1",), headcount=by_year("300", "300")))
    assert [ENGLISH.say(line.figure) for line in now.inequalities] == ["300\u00a0≥\u00a0250"]
    assert ENGLISH.say(now.headline) == "Particularly important entity"
