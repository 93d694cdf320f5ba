"""Which duties bind an ordinary company, since when, how late, and in which order."""

from __future__ import annotations

from datetime import date

from app.law.duty_rules import duty_rules
from app.law.facts import IN_FORCE
from app.law.fine_frames import FRAMES
from app.law.obligations import most_important, next_steps, order_of_importance
from app.law.orders import powers
from app.law.outcome import Class
from app.law.scope import assess
from tests.law.bound import BUILDER, DEMO, MACHINES, MSP, ORDINARY, ids, of, one, size
from tests.law.strategies import read


def test_an_important_entity_has_sixteen_duties_all_certain() -> None:
    assert ids(BUILDER) == ORDINARY
    assert all(duty.certain for duty in of(BUILDER))


def test_an_ordinary_particularly_important_entity_has_the_same_sixteen() -> None:
    energy_trader = {"activities": [{"annex": 1, "no": "4.1.4"}], "own": size(300)}
    assert ids(energy_trader) == ORDINARY


def test_registration_is_261_days_late_on_the_day_of_the_pictures() -> None:
    duty = one(BUILDER, "registration")
    assert duty.first_due == duty.overdue_since == date(2026, 3, 6)
    assert (duty.days_overdue, duty.next_due) == (261, None)


def test_registration_is_not_late_on_its_last_day() -> None:
    duty = one(BUILDER, "registration", date(2026, 3, 6))
    assert (duty.days_overdue, duty.overdue_since, duty.next_due) == (0, None, date(2026, 3, 6))
    assert one(BUILDER, "registration", date(2026, 3, 7)).days_overdue == 1


def test_measures_bind_since_the_first_day_and_are_never_counted_in_days() -> None:
    for duty in of(BUILDER)[:11]:
        assert (duty.first_due, duty.days_overdue, duty.overdue_since) == (IN_FORCE, 0, None)


def test_a_later_start_moves_every_day() -> None:
    later = {**BUILDER, "in_scope_since": "2026-11-13"}
    assert one(later, "registration").next_due == date(2027, 2, 13)
    assert one(later, "m01").first_due == date(2026, 11, 13)


def test_nobody_was_bound_before_the_act_came_into_force() -> None:
    early = {**BUILDER, "in_scope_since": "2020-01-01"}
    assert ids(early, date(2025, 12, 5)) == []
    assert one(early, "registration").first_due == date(2026, 3, 6)


def test_reports_wait_for_knowledge_and_have_no_day() -> None:
    duty = one(BUILDER, "reporting")
    assert (duty.first_due, duty.trigger and duty.trigger.de) == (None, "ab Kenntnis")


def test_training_every_three_years_is_called_guidance() -> None:
    duty = one(BUILDER, "management_training")
    assert duty.recurs_months == 36
    assert duty.recurrence is not None
    assert "kein Gesetz" in duty.recurrence.de
    assert "not law" in duty.recurrence.en


def test_who_is_not_in_scope_has_no_duties() -> None:
    assert ids({"activities": [MACHINES], "own": size(20)}) == []


def test_what_hangs_on_a_doubtful_row_is_not_certain() -> None:
    uncertain = [duty.id for duty in of(DEMO) if not duty.certain]
    assert uncertain == ["threat_information", "registration_34", "registration_34_change"]


def test_nothing_is_certain_while_not_in_scope_is_arguable() -> None:
    bakery = {"activities": [{"annex": 2, "no": "4.1.1", "doubtful": True}], "own": size(80)}
    assert ids(bakery) == ORDINARY
    assert not any(duty.certain for duty in of(bakery))


def test_an_open_class_lists_the_duties_of_all_and_is_sure_of_what_they_share() -> None:
    open_class = {"activities": [MACHINES, MSP], "own": {"headcount_awu": None}, "special": ["trust"]}
    company = read(open_class)
    assert assess(company).possible == (Class.BWE, Class.WE)
    assert all(duty.certain for duty in of(open_class) if duty.id in ORDINARY)


def test_undecided_negligibility_makes_the_row_uncertain_but_not_for_rows_with_a_size_rule_of_their_own() -> None:
    undecided = {"activities": [MACHINES, {**MSP, "negligible": None}], "own": size(60)}
    assert not one(undecided, "registration_34").certain
    dns = {"activities": [{"annex": 1, "no": "6.1.2", "negligible": None}], "own": size(5)}
    assert one(dns, "registration_34").certain


def test_an_unknown_main_activity_leaves_water_duties_uncertain() -> None:
    waste = {"activities": [{"annex": 2, "no": "2.1.1", "main_activity": None}], "own": size(60)}
    assert not one(waste, "m01").certain


def test_the_board_paper_shows_the_eight_most_important() -> None:
    expected = ["registration", "reporting", "m01", "m03", "m04", "m05", "m10", "management_training"]
    assert [duty.id for duty in most_important(of(DEMO))] == expected


def test_what_is_only_arguable_comes_last() -> None:
    assert [duty.certain for duty in order_of_importance(of(DEMO))] == [True] * 16 + [False] * 3


def test_the_next_six_steps_are_ordered_by_effect_per_effort() -> None:
    assert [duty.id for duty in next_steps(of(BUILDER))] == ["registration", "m10", "m03", "m09", "m05", "m02"]


def test_a_change_notice_is_no_next_step() -> None:
    waiting = [duty for duty in of(BUILDER) if duty.id in {"registration_change", "reporting"}]
    assert [duty.id for duty in next_steps(waiting)] == ["reporting"]


def test_a_start_at_the_end_of_the_calendar_has_no_day() -> None:
    last = {**BUILDER, "in_scope_since": "9999-12-01"}
    assert one(last, "registration").first_due is None


def test_every_violation_is_an_offence_with_a_frame() -> None:
    named = {r.violation for r in duty_rules()} | {p.violation for p in powers()}
    assert named - {None} <= set(FRAMES)


def test_every_rule_has_what_its_kind_of_day_needs() -> None:
    for rule in duty_rules():
        assert (rule.months is not None) == (rule.due in ("months", "by_authority")), rule.id
        assert (rule.due_on is not None) == (rule.due == "fixed"), rule.id
        assert (rule.trigger is not None) == (rule.due in ("event", "fixed", "by_authority")), rule.id
        assert rule.classes or rule.without_class, rule.id
