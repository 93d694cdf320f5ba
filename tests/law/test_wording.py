"""Whatever the engine answers can be said in both languages."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from app.core.text import Sayable
from app.law.facts import Special
from app.law.headline import deciding_words, group_turnover, headline, other_class
from app.law.outcome import Class
from app.law.scope import assess
from app.law.wording import class_name, comparison, missing_name, sentence
from app.system.languages import language
from tests.law.strategies import companies, read


def row(annex: int, no: str) -> Sayable:
    return f"{annex}/{no}"


@given(companies())
def test_every_answer_can_be_said(facts: dict[str, Any]) -> None:
    company = read(facts)
    answer = assess(company)
    for code in ("de", "en"):
        speak = language(code).say
        assert speak(headline(answer))
        assert all(speak(sentence(step, row)) for step in answer.steps)
        assert all(speak(missing_name(path)) for path in answer.missing)
        assert all(speak(comparison(line)) for line in answer.deciding)
        words = deciding_words(answer)
        assert (words is None) == (not answer.deciding)
        assert words is None or speak(words)
    turnover, assumed = group_turnover(company)
    assert turnover is None or assumed
    assert other_class(answer) in (None, Class.BWE, Class.WE)


def test_every_special_type_and_class_has_its_sentences() -> None:
    for special in Special:
        for activities in ([], [{"annex": 1, "no": "1.1.2"}]):
            answer = assess(read({"special": [special.value], "activities": activities, "own": {"headcount_awu": 60}}))
            assert all(language("de").say(sentence(step, row)) for step in answer.steps)
    assert {language("de").say(class_name(code)) for code in Class} == {
        "Besonders wichtige Einrichtung",
        "Wichtige Einrichtung",
        "Nicht erfasst",
        "Sonderregel",
    }


def test_the_inequality_is_said_as_a_director_reads_it() -> None:
    answer = assess(read({"activities": [{"annex": 2, "no": "5.4.1"}], "own": {"headcount_awu": 300}}))
    words = deciding_words(answer)
    assert words is not None
    assert language("de").say(words).replace("\xa0", " ") == "300 Mitarbeiter ≥ 50"


def test_the_stated_group_turnover_is_not_an_assumption() -> None:
    turnover, assumed = group_turnover(read({"group_worldwide_turnover_eur": 600_000_000}))
    assert (turnover and turnover.amount, assumed) == (600_000_000, False)
    assert group_turnover(read({})) == (None, True)


def test_a_doubtful_type_is_read_cautiously() -> None:
    answer = assess(read({"activities": [{"annex": 2, "no": "4.1.1", "doubtful": True}], "own": {"headcount_awu": 80}}))
    assert language("de").say(headline(answer)) == "Wichtige Einrichtung, vorsichtig gelesen"


def test_missing_facts_are_named_with_their_place() -> None:
    paths = ["own.turnover_eur", "related[0].share", "periods[1].headcount_awu", "activities[2].main_activity"]
    assert [language("en").say(missing_name(path)) for path in [*paths, "it_independent"]] == [
        "annual turnover",
        "share held of related enterprise 1",
        "employees (full-time), year 2 of your history",
        "main activity or side activity (activity 3)",
        "independent IT",
    ]
