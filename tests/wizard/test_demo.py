"""The shipped demo company: its answers and its facts say the same, and show the open question as what it is."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import partial

from app.law.outcome import Alternative, Class, Question
from app.law.reading import read_facts
from app.law.scope import assess
from app.system.languages import language
from app.system.shipped import resource
from app.wizard import stored
from app.wizard.answers import Answers
from app.wizard.flow import is_complete, open_points, progress
from app.wizard.live import live
from app.wizard.to_facts import facts
from app.wizard.what_if import what_if

TODAY = date(2026, 11, 22)


def sample(name: str) -> object:
    return json.loads(resource("samples", name).read_text(encoding="utf-8"))


def demo() -> Answers:
    return stored.from_json(sample("demo_answers.json"))


def test_the_answers_and_the_facts_of_the_demo_company_are_the_same() -> None:
    assert facts(demo(), TODAY) == read_facts(sample("demo.json"), TODAY)


def test_the_questionnaire_of_the_demo_company_is_complete_after_sixteen_questions() -> None:
    assert is_complete(demo())
    assert progress(demo()).total == 16
    assert open_points(demo()) == ()


def test_the_demo_company_is_read_cautiously_with_the_other_class_beside_it() -> None:
    found = assess(facts(demo(), TODAY))
    assert found.code is Class.BWE
    assert found.alternatives == (Alternative(Class.WE, Question.TYPE_DOUBTFUL),)


def test_the_demo_company_reads_what_is_certain_first_and_the_open_question_below() -> None:
    shown, german = live(demo(), TODAY), language("de")
    assert german.say(shown.headline) == "Mindestens wichtige Einrichtung"
    assert "Rechtlich offen: Trifft" in german.say(shown.open_questions[0])
    assert german.say(shown.inequalities[0].figure) == "300\u00a0≥\u00a050"
    assert not shown.provisional


def test_the_demo_company_is_late_and_told_so_with_both_fine_frames() -> None:
    follows = live(demo(), TODAY).consequences
    assert follows is not None
    assert (follows.of_class, follows.registration_due, follows.overdue) == (Class.WE, date(2026, 3, 6), True)
    assert follows.fine is not None
    assert follows.other is not None
    assert (follows.fine.amount_eur, follows.other.amount_eur) == (Decimal(7_000_000), Decimal(10_000_000))


def test_a_smaller_demo_company_would_have_to_stay_smaller_for_two_years() -> None:
    company = facts(demo(), TODAY)
    smaller = partial(what_if, company, headcount=Decimal(46), turnover=Decimal(9_000_000), balance=Decimal(8_400_000))
    german = language("de")
    assert smaller(history=1).assessment.code is Class.BWE
    lasting = smaller()
    assert lasting.assessment.code is Class.NONE
    assert german.say(lasting.effect) == "Wirksam erst nach zwei Jahren in Folge."
