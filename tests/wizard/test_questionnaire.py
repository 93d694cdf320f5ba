"""Only what can matter is asked, and what is not asked says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.law.facts import Figures
from app.wizard.answers import Answers, Task, answer, assign
from app.wizard.flow import OpenPoint, Progress, State, counted, is_complete, open_points, path, progress, questions
from app.wizard.question import Choice, Numbers, Several, Topic
from app.wizard.questions_size import accounts
from app.wizard.rail import topics
from app.wizard.to_facts import facts
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related
from tests.wizard.companies import AFTER_SIZE, BEFORE_SIZE, BUILDER, SIZE, answers, by_year, unknown
from tests.wizard.walks import TODAY

KNOWN = Figures(Decimal(30), Decimal(1), Decimal(1))
SISTER = Enterprises((Related(name="Sister", control=True, figures=KNOWN),))


def asked(given: Answers) -> list[str]:
    return [question.id for question in questions(given)]


def reasons(given: Answers) -> dict[str, str]:
    return {step.id: step.reason.message for step in path(given) if step.reason}


def test_a_plain_machine_builder_answers_fourteen_questions() -> None:
    assert progress(answers()) == Progress(None, 14)
    assert is_complete(answers())


def test_a_municipality_is_done_after_four_questions() -> None:
    town = answers({"company": "Musterstadt", "legal_form": UNKNOWN, "public_body": "municipality", "seat": "germany"})
    assert is_complete(town)
    assert progress(town).total == 4
    assert reasons(town)["rows"] == "The law does not apply to this body."
    assert reasons(town)["kritis"] == "The law does not apply to this body."


def test_a_company_without_annex_activities_is_not_asked_for_its_size() -> None:
    office = answers({**BEFORE_SIZE, "rows": (), "kritis": False})
    assert is_complete(office)
    assert "headcount" not in asked(office)
    assert reasons(office)["headcount"] == "The result does not depend on size."
    assert reasons(office)["since_start"] == "Outside the scope no period runs."


def test_a_dns_provider_is_not_asked_for_its_size() -> None:
    assert "headcount" not in asked(answers({**BEFORE_SIZE, "without_size": ("dns",)}))


def test_independent_it_is_only_asked_if_another_enterprise_can_tip_the_scales() -> None:
    small = {**BEFORE_SIZE, **SIZE, "headcount": by_year("40", "40"), "turnover": by_year("1", "1")}
    assert "it_independent" in asked(answers({**small, "related": True, "related_list": SISTER}))
    assert "it_independent" in asked(answers({**small, "related": UNKNOWN}))
    large = answers({**BUILDER, "related": True, "related_list": SISTER})
    assert reasons(large)["it_independent"] == "Both answers lead to the same result."
    assert reasons(answers())["it_independent"] == "No other enterprise counts."


def test_an_eigenbetrieb_counts_alone() -> None:
    waterworks = answers({**BUILDER, "public_body": "eigenbetrieb"})
    assert reasons(waterworks)["related"] == "Only your own figures count."
    assert reasons(waterworks)["it_independent"] == "No other enterprise counts."
    assert "related" not in asked(waterworks)


def test_the_year_before_the_last_two_is_only_asked_if_these_two_disagree() -> None:
    assert reasons(answers())["older_year"] == "The last two years are enough."
    crossing = answers(headcount=by_year("60", "45"))
    assert "older_year" in asked(crossing)
    assert reasons(answers(accounts="2025-first"))["older_year"] == "There is no earlier year."


def test_special_laws_are_only_offered_where_the_rows_allow_them() -> None:
    assert reasons(answers())["carve_outs"] == "Your activities do not fall under them."
    assert offered(answers(rows=("1/1.1.4",))) == ["energy_enwg"]
    assert offered(answers(rows=("1/3.1.1",))) == ["dora"]
    assert offered(answers(rows=("1/4.1.1",))) == ["telematics"]
    assert offered(answers(**unknown("rows"))) == ["energy_enwg", "dora", "telematics"]
    assert offered(answers(kritis=True)) == ["energy_enwg", "dora", "telematics"]


def offered(given: Answers) -> list[str]:
    forms = [question.form for question in questions(given) if question.id == "carve_outs"]
    return [option.value for form in forms if isinstance(form, Several) for option in form.options]


def test_a_service_that_was_chosen_as_a_row_is_not_offered_again() -> None:
    forms = {question.id: question.form for question in questions(answers(rows=("1/6.1.9", "1/6.1.2")))}
    form = forms["without_size"]
    assert isinstance(form, Several)
    assert [option.value for option in form.options] == ["tld", "trust", "registrar"]


def test_a_telecom_row_cannot_be_claimed_as_negligible() -> None:
    forms = {question.id: question.form for question in questions(answers(rows=("1/6.1.9", "1/1.1.4")))}
    values = {
        name: [option.value for option in form.options] for name, form in forms.items() if isinstance(form, Choice)
    }
    assert values["row/1/6.1.9/role"] == ["business", "doubtful"]
    assert values["row/1/1.1.4/role"] == ["business", "negligible", "doubtful", "doubtful_negligible"]


def test_only_a_health_care_provider_that_can_be_large_is_asked_about_the_hospital() -> None:
    assert "hospital" not in asked(answers())
    assert "hospital" not in asked(answers(rows=("1/4.1.1",)))
    assert "hospital" in asked(answers(rows=("1/4.1.1",), headcount=by_year("300", "300")))


def test_the_turnover_of_the_group_is_asked_unless_there_is_none() -> None:
    assert reasons(answers())["group_turnover"] == "There is no group: your own turnover counts."
    assert "group_turnover" in asked(answers(related=True, related_list=SISTER))
    assert reasons(answers({**BEFORE_SIZE, "rows": ()}))["group_turnover"] == "The percentage rule does not apply."


def test_the_current_year_is_offered_from_april_on() -> None:
    assert choices(date(2026, 3, 31)) == ["2025", "2024", "2025-first", "none"]
    assert choices(date(2026, 4, 1)) == ["2026", "2025", "2024", "2025-first", "none"]


def choices(begun: date) -> list[str]:
    form = accounts(begun).form
    assert isinstance(form, Choice)
    return [option.value for option in form.options]


def test_figures_are_asked_for_the_years_of_the_latest_accounts() -> None:
    forms = {question.id: question.form for question in questions(answers(accounts="2024"))}
    form = forms["turnover"]
    assert isinstance(form, Numbers)
    assert [item.key for item in form.items] == ["2024", "2023"]


def test_what_nobody_knew_becomes_a_task_with_an_owner_and_a_day() -> None:
    given = assign(answers(**unknown("kritis")), "kritis", Task("A. Weber", date(2026, 12, 4)))
    point = open_points(given)[0]
    assert point == OpenPoint("kritis", point.text, "A. Weber", date(2026, 12, 4))
    assert point.text.message == "Clarify whether you operate a critical installation."


def test_what_was_answered_in_part_is_open_too() -> None:
    given = answers(
        turnover=by_year("1", None), related=True, related_list=Enterprises((Related(name="A", control=True),))
    )
    assert [point.question for point in open_points(given)] == ["turnover", "related_list"]


def test_the_rail_says_each_topic_in_a_line() -> None:
    given = assign(answers({**BEFORE_SIZE, **SIZE, **AFTER_SIZE, "kritis": UNKNOWN}), "kritis", Task("A. Weber"))
    lines = {line.topic: line for line in topics(given)}
    assert lines[Topic.COMPANY].line == "Muster Maschinenbau GmbH"
    assert lines[Topic.KRITIS].state is State.UNKNOWN
    assert lines[Topic.SPECIAL_RULES].state is State.NOT_NEEDED
    assert lines[Topic.SPECIAL_RULES].reason is not None
    assert lines[Topic.SUMMARY].state is State.NOW
    fresh = {line.topic: line.state for line in topics(Answers(TODAY))}
    assert fresh[Topic.COMPANY] is State.NOW
    assert fresh[Topic.IT] is fresh[Topic.TWO_YEARS] is State.OPEN


def test_other_accounts_leave_the_figures_of_the_years_they_share() -> None:
    moved = answer(answers(), "accounts", "2024")
    assert [point.question for point in open_points(moved)] == ["headcount", "turnover", "balance"]
    assert facts(moved, TODAY).periods[0].figures.headcount_awu == Decimal(57)
    assert facts(moved, TODAY).periods[1].figures == Figures()


def test_figures_of_years_that_are_not_asked_any_more_come_back_with_them() -> None:
    alone = answers(accounts="none")
    assert "headcount" in {step.id for step in path(alone) if step.state in (State.OPEN, State.NOW)}
    estimated = answer(alone, "headcount", Amounts((("2026", Decimal(70)),)))
    again = answer(estimated, "accounts", "2025")
    assert facts(again, TODAY).newest.headcount_awu == Decimal(60)


def test_a_choice_that_is_not_offered_any_more_does_not_count() -> None:
    cloud = answers(rows=("1/6.1.4", "1/1.1.4"), carve_outs=("dora", "energy_enwg"))
    assert counted(answer(cloud, "rows", ("1/1.1.4",))).several("carve_outs") == ("energy_enwg",)
    only_dora = answer(cloud, "carve_outs", ("dora",))
    assert counted(answer(only_dora, "rows", ("1/1.1.4",))).get("carve_outs") is None
    later = answer(answers(accounts="none"), "accounts", "2031")
    assert counted(later).get("accounts") is None


def test_the_rail_says_since_when() -> None:
    later = answers(since_start=False, since=date(2026, 2, 1))
    unsaid = [line.line for given in (answers(), later) for line in topics(given) if line.topic is Topic.SINCE]
    assert unsaid == [date(2025, 12, 6), date(2026, 2, 1)]
