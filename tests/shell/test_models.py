"""What the pages show, checked as values: for the demo company and for whatever company somebody may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from app.core.language import CODES, Language
from app.law.facts import Facts, Figures, RelatedEnterprise, Relation, Special
from app.law.json_form import assessment_json
from app.law.obligations import duties
from app.law.outcome import Class
from app.law.scope import assess
from app.registers.assessments.record import AssessmentRecord
from app.shell.models.duties import duties_model
from app.shell.models.earlier import earlier_model
from app.shell.models.exposure import exposure_model
from app.shell.models.group_share import group_share
from app.shell.models.help import help_model
from app.shell.models.next_step import next_step
from app.shell.models.scope import scope_model
from app.shell.models.standing import Standing
from app.shell.session import Session
from app.system.languages import language
from tests.law import strategies as law
from tests.shell.worlds import NOW

GERMAN, ENGLISH = language("de"), language("en")


def standing_of(facts: Facts) -> Standing:
    found = assess(facts)
    return Standing(facts, found, duties(facts, found, date(2026, 11, 22)), (), date(2026, 11, 22))


def machine_builder(**more: object) -> Facts:
    from app.law.facts import Activity  # noqa: PLC0415 - only here

    own = Figures(Decimal(60), Decimal(11_800_000), Decimal(8_400_000))
    facts = Facts(date(2026, 11, 22), "Muster GmbH", activities=(Activity(2, "5.4.1"),), own=own, legal_form="GmbH")
    return replace(facts, **more)  # type: ignore[arg-type]  # fields of Facts


@pytest.fixture
def demo_standing(demo: Session) -> Standing:
    return demo.standing()


def say_everything(now: Standing, spoken: Language) -> list[str]:
    scope, exposure, bound = scope_model(now), exposure_model(now), duties_model(now)
    texts = [
        scope.headline, *(one.sentence for one in scope.reasons), *(one.citation for one in scope.reasons),
        *(one.value for one in scope.follows), *(one.text for one in scope.readings), *scope.missing,
        *(one.intent for one in exposure.frames), *(one.intent_how for one in exposure.frames),
        *(one.negligent_how for one in exposure.frames), *exposure.absent, exposure.liability.heading,
        *(one.due for one in bound.rows), *(one.state.word for one in bound.rows), *(one.rhythm for one in bound.rows),
    ]  # fmt: skip
    return [spoken.say(text) for text in texts]


@given(law.companies())
def test_every_company_can_be_shown_in_both_languages(given_facts: dict[str, Any]) -> None:
    now = standing_of(law.read(given_facts))
    for code in CODES:
        assert all(isinstance(words, str) for words in say_everything(now, language(code)))


def test_the_demo_says_what_is_certain_and_names_the_open_question(demo_standing: Standing) -> None:
    model = scope_model(demo_standing)
    assert GERMAN.say(model.headline) == "Mindestens wichtige Einrichtung"
    assert model.provisional
    assert "Fernwartung" in GERMAN.say(model.readings[0].question)
    assert "wichtige Einrichtung" in GERMAN.say(model.readings[0].text)


def test_the_demo_shows_all_three_measures_against_their_threshold(demo_standing: Standing) -> None:
    decides = scope_model(demo_standing).decides
    assert decides is not None
    assert [one.state for one in decides.measures] == ["reached"] * 3
    assert GERMAN.say(decides.figure) == "300\u00a0≥\u00a050"


def test_below_a_threshold_the_measure_is_not_reached() -> None:
    decides = scope_model(standing_of(machine_builder())).decides
    assert decides is not None
    assert [(one.sign, one.state) for one in decides.measures] == [
        ("≥", "reached"), (">", "reached"), ("≤", "not_reached"),
    ]  # fmt: skip


def test_an_unknown_figure_is_called_unknown() -> None:
    decides = scope_model(standing_of(machine_builder(own=Figures(Decimal(60))))).decides
    assert decides is not None
    assert [one.state for one in decides.measures] == ["reached", "unknown", "unknown"]


def test_an_operator_of_a_critical_installation_has_no_inequality() -> None:
    now = standing_of(machine_builder(special=frozenset({Special.KRITIS_OPERATOR})))
    assert scope_model(now).decides is None


def test_what_follows_names_both_frames_while_the_class_is_open(demo_standing: Standing) -> None:
    amounts = [ENGLISH.say(row.value) for row in scope_model(demo_standing).follows]
    assert "€7,000,000" in amounts
    assert "€10,000,000" in amounts


def test_late_registration_is_the_next_step_and_is_said_calmly(demo_standing: Standing) -> None:
    step = next_step(demo_standing)
    assert step is not None
    assert step.overdue
    assert step.duty == "registration"
    assert "06.03.2026" in GERMAN.say(step.text)


def test_a_company_out_of_scope_has_no_step_no_duty_and_no_frame() -> None:
    now = standing_of(machine_builder(own=Figures(Decimal(10), Decimal(1), Decimal(1))))
    assert next_step(now) is None
    assert duties_model(now).rows == ()
    model = exposure_model(now)
    assert (model.frames, model.highest, model.percentage, model.other_class) == ((), None, None, None)
    assert not now.in_scope


def test_the_percentage_is_explained_below_above_and_without_a_turnover() -> None:
    verdicts = []
    for turnover in (Decimal(80_000_000), Decimal(900_000_000), None):
        now = standing_of(machine_builder(own=Figures(Decimal(300), turnover, None)))
        percentage = exposure_model(now).percentage
        assert percentage is not None
        verdicts.append((ENGLISH.say(percentage.title), ENGLISH.say(percentage.verdict), percentage.comparison is None))
    assert verdicts == [
        ("Why not 1.4% of the turnover?", "does not apply to you", False),
        ("Why 1.4% of the turnover?", "applies to you", False),
        ("Does 1.4% of the turnover apply?", "depends on the group turnover", True),
    ]


def test_an_unknown_turnover_gives_a_frame_that_is_at_least(demo_standing: Standing) -> None:
    del demo_standing
    now = standing_of(machine_builder(own=Figures(Decimal(300))))
    assert "7,000,000" in ENGLISH.say(exposure_model(now).highest or "")


def test_what_is_overdue_stands_first_and_doubtful_duties_say_so(demo_standing: Standing) -> None:
    model = duties_model(demo_standing)
    assert model.rows[0].id == "registration"
    assert model.overdue >= 1
    assert any(not row.certain and row.state.tone == "due" for row in model.rows)
    measures = [row for row in model.rows if "measures" in row.kinds]
    assert len(measures) == 10
    assert all(row.builder and len(row.evidence) == 3 for row in measures)


@given(law.companies())
def test_what_is_counted_as_overdue_is_what_the_list_marks_as_overdue(given_facts: dict[str, Any]) -> None:
    model = duties_model(standing_of(law.read(given_facts)))
    assert model.overdue == sum(row.state.tone == "breach" for row in model.rows)
    assert model.overdue == sum("overdue" in row.kinds for row in model.rows)


def test_a_date_that_only_a_cautious_reading_sets_is_not_called_overdue(demo_standing: Standing) -> None:
    late = tuple(replace(one, certain=False) for one in demo_standing.duties)
    doubtful = replace(demo_standing, duties=late)
    step = next_step(doubtful)
    assert duties_model(doubtful).overdue == 0
    assert step is not None
    assert not step.overdue
    assert "vorsichtiger Lesart" in GERMAN.say(step.text)


def linked(people: int) -> RelatedEnterprise:
    figures = Figures(Decimal(people), Decimal(3_000_000), Decimal(2_000_000))
    return RelatedEnterprise(Relation.LINKED, figures=figures)


def test_people_of_linked_enterprises_are_told_apart_from_ones_own() -> None:
    own = Figures(Decimal(75), Decimal(8_000_000), Decimal(4_000_000))
    facts = machine_builder(own=own, related=(linked(12),))
    said = group_share(assess(facts), own)
    assert said is not None
    assert GERMAN.say(said).startswith("Davon sind 75 eigene")


def test_amounts_of_linked_enterprises_are_said_to_be_counted_in() -> None:
    own = Figures(Decimal(10), Decimal(11_000_000), Decimal(10_500_000))
    said = group_share(assess(machine_builder(own=own, related=(linked(12),))), own)
    assert said is not None
    assert "mitgezählt" in GERMAN.say(said)


def test_alone_or_without_figures_nothing_is_said_about_a_group() -> None:
    own = Figures(Decimal(75), Decimal(8_000_000), Decimal(4_000_000))
    assert group_share(assess(machine_builder(own=own)), own) is None
    assert group_share(assess(machine_builder(own=Figures())), Figures()) is None
    assert group_share(assess(machine_builder(own=own, related=(linked(12),))), Figures()) is None


def test_a_record_that_was_tampered_with_is_marked(demo: Session) -> None:
    kept = demo.records[0]
    rows = earlier_model([kept, replace(kept, title="somebody else")]).rows
    assert [row.untouched for row in rows] == [True, False]


def test_a_record_names_its_class_or_what_is_still_open(demo: Session) -> None:
    kept = demo.records[0]
    open_one = replace(kept, result={"code": None, "possible": ["WE", "NONE"]}, law_version="another")
    shown = earlier_model([kept, open_one]).rows
    assert ENGLISH.say(shown[0].result) in {"Particularly important entity", "At least important entity"}
    assert "important entity or not in scope" in ENGLISH.say(shown[1].result)
    assert shown[1].law == "another"


@pytest.mark.parametrize("code", CODES)
def test_help_has_a_page_for_every_topic_and_puts_what_concerns_one_first(demo_standing: Standing, code: str) -> None:
    model = help_model(demo_standing, demo_standing.today, language("de" if code == "de" else "en"))
    assert all(model.pages[topic].startswith("# ") for topic, _ in model.topics if topic in model.pages)
    assert model.questions[0].id in model.yours


def test_a_record_keeps_the_answer_of_the_engine(demo: Session) -> None:
    record: AssessmentRecord = demo.records[0]
    answer = assessment_json(demo.standing().assessment)
    assert {name: record.result[name] for name in ("code", "possible")} == {
        name: answer[name] for name in ("code", "possible")
    }
    assert record.recorded_at == NOW
    assert demo.standing().assessment.certain is Class.WE
