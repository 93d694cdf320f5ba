"""Answers become facts in the words of the facts format; what is not known stays unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.law.facts import Establishment, Figures, Relation, Special
from app.law.outcome import Class
from app.law.scope import assess
from app.wizard.answers import Answers, answer
from app.wizard.flow import counted
from app.wizard.to_facts import facts, facts_json
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related, Value
from tests.wizard.companies import BEFORE_SIZE, BUILDER, answers, by_year, unknown
from tests.wizard.walks import TODAY


def test_nothing_answered_is_nothing_known() -> None:
    empty = facts(Answers(TODAY), TODAY)
    assert empty.newest == Figures()
    assert empty.activities == ()
    assert [period.fy for period in empty.periods] == [2025, 2024]


def test_a_company_without_accounts_gives_its_estimate_as_a_new_enterprise() -> None:
    figures = {question: Amounts((("2026", Decimal(70)),)) for question in ("headcount", "turnover", "balance")}
    found = facts(answers({**BEFORE_SIZE, "accounts": "none", **figures}), TODAY)
    assert found.new_enterprise
    assert found.own == Figures(Decimal(70), Decimal(70), Decimal(70))


def test_a_first_year_stands_alone() -> None:
    found = facts(answers(accounts="2025-first"), TODAY)
    assert [period.fy for period in found.periods] == [2025]
    assert not found.new_enterprise


def test_an_older_year_is_added_when_it_is_asked() -> None:
    older = Amounts((("headcount_awu", Decimal(58)), ("turnover_eur", None), ("balance_sheet_eur", None)))
    crossing = answers(headcount=by_year("60", "45"), older_year=older)
    found = facts(crossing, TODAY)
    assert [period.fy for period in found.periods] == [2025, 2024, 2023]
    assert found.periods[2].figures == Figures(Decimal(58))
    assert assess(found).code is Class.WE


def test_a_role_becomes_a_claim_or_a_doubt() -> None:
    rows = ("1/1.1.4", "1/6.1.10", "1/6.1.4", "1/1.1.9", "2/5.4.1")
    roles: dict[str, Value] = {
        "row/1/1.1.4/role": "negligible",
        "row/1/1.1.4/reasons": "one roof",
        "row/1/6.1.10/role": "doubtful",
        "row/1/6.1.4/role": "doubtful_negligible",
        "row/1/6.1.4/reasons": "two customers",
        "row/1/1.1.9/role": UNKNOWN,
    }
    found = facts(answers({**BUILDER, "rows": rows, **roles}), TODAY).activities
    assert [(a.negligible, a.doubtful) for a in found] == [
        (True, False),
        (False, True),
        (True, True),
        (None, False),
        (False, False),
    ]


def test_a_main_activity_is_only_said_where_it_is_asked() -> None:
    found = facts_json(answers(rows=("2/2.1.1", "2/5.4.1"), **{"row/2/2.1.1/main": False}))
    assert found["activities"] == [{"annex": 2, "no": "2.1.1", "main_activity": False}, {"annex": 2, "no": "5.4.1"}]


def test_special_types_come_from_five_questions() -> None:
    found = facts(
        answers(
            public_body="federal_admin",
            rows=("1/4.1.1",),
            without_size=("trust",),
            trust_qualified=True,
            kritis=True,
            carve_outs=("telematics",),
        ),
        TODAY,
    )
    assert found.special == {
        Special.FEDERAL_ADMIN,
        Special.TRUST,
        Special.QUALIFIED_TRUST,
        Special.KRITIS_OPERATOR,
        Special.TELEMATICS,
    }


def test_a_hospital_is_asked_and_kept() -> None:
    hospital = answers(rows=("1/4.1.1",), headcount=by_year("300", "300"), hospital=True, carve_outs=())
    assert Special.HOSPITAL in facts(hospital, TODAY).special


def test_the_seat_becomes_an_establishment() -> None:
    places = {
        ("germany", None): Establishment(),
        ("led_from_eu", "FR"): Establishment(germany=True, eu_main="FR"),
        ("only_eu", "FR"): Establishment(germany=False, eu_main="FR"),
        ("outside_eu", None): Establishment(germany=False, eu_main=None),
        ("led_from_eu", UNKNOWN): Establishment(),
    }
    for (seat, country), expected in places.items():
        given = answers(seat=seat) if country is None else answers(seat=seat, eu_country=country)
        assert facts(given, TODAY).establishment == expected


def test_related_enterprises_keep_their_name_and_way() -> None:
    rows = (
        Related(name="Holding", control=True, share=Decimal(1), via="natural persons", new_since_accounts=True),
        Related(name="Beta", control=False),
    )
    found = facts(answers(related=True, related_list=Enterprises(rows)), TODAY).related
    assert [(r.relation, r.share, r.via, r.new_since_accounts) for r in found] == [
        (Relation.LINKED, Decimal(1), "Holding · natural persons", True),
        (Relation.PARTNER, None, "Beta", False),
    ]


def test_unknown_relatives_could_count_for_nothing_or_in_full() -> None:
    small = {"headcount": by_year("40", "40"), "turnover": by_year("1", "1"), "balance": by_year("1", "1")}
    for given in (answers(**small, **unknown("related")), answers(**small, related=True, related_list=UNKNOWN)):
        assert assess(facts(given, TODAY)).possible == (Class.WE, Class.NONE)


def test_a_later_first_day_and_the_turnover_of_the_group_are_kept() -> None:
    group = Amounts((("turnover_eur", Decimal("600000000.5")),))
    linked = Enterprises((Related(name="A", control=True),))
    found = facts(
        answers(
            related=True,
            related_list=linked,
            it_independent=False,
            since_start=False,
            since=date(2026, 2, 1),
            group_turnover=group,
        ),
        TODAY,
    )
    assert found.in_scope_since == date(2026, 2, 1)
    assert found.group_worldwide_turnover_eur == Decimal("600000000.5")


def test_an_unlisted_legal_form_is_called_by_its_name() -> None:
    assert facts(answers(legal_form="other", legal_form_other="Ltd"), TODAY).legal_form == "Ltd"
    assert facts(answers(legal_form="other"), TODAY).legal_form == ""


def test_an_answer_off_the_path_is_kept_but_does_not_count_until_the_path_returns() -> None:
    group = answers(legal_form="other", legal_form_other="Ltd")
    away = answer(group, "legal_form", "GmbH")
    assert facts(away, TODAY).legal_form == "GmbH"
    assert "legal_form_other" in away.values
    assert "legal_form_other" not in counted(away).values
    assert facts(answer(away, "legal_form", "other"), TODAY).legal_form == "Ltd"
