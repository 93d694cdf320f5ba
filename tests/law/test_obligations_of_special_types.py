"""Registrars, telecoms, banks, energy, public bodies: what binds them and what a carve-out takes away."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.bound import BUILDER, MACHINES, MEASURES, MSP, ids, of, one, size


def test_a_machine_builder_need_not_warn_customers_on_its_own() -> None:
    assert "threat_information" not in ids(BUILDER)
    assert "threat_information" in ids({"activities": [MSP], "own": size(60)})


@pytest.mark.parametrize("row", [(1, "3.1.1"), (1, "6.1.4"), (2, "6.1.1")])
def test_finance_and_digital_sectors_must_warn(row: tuple[int, str]) -> None:
    facts = {"activities": [{"annex": row[0], "no": row[1]}], "own": size(60)}
    assert "threat_information" in ids(facts)


def test_a_registrar_registers_and_keeps_the_rules_on_domain_data() -> None:
    found = ids({"special": ["registrar"]})
    assert found[:2] == ["registration", "registration_change"]
    assert [duty for duty in found if duty.startswith("domain")] == [
        "domain_database",
        "domain_policies",
        "domain_access",
        "domain_cooperation",
    ]
    assert not set(MEASURES) & set(found)


def test_a_registrar_led_from_abroad_is_not_surely_bound() -> None:
    abroad = {"special": ["registrar"], "establishment": {"germany": True, "eu_main": "FR"}}
    assert not any(duty.certain for duty in of(abroad))


def test_domain_policies_were_due_on_a_fixed_day_and_later_from_the_start() -> None:
    assert one({"special": ["registrar"]}, "domain_policies").overdue_since == date(2026, 3, 6)
    late = one({"special": ["registrar"], "in_scope_since": "2026-11-01"}, "domain_policies")
    assert (late.first_due, late.days_overdue) == (None, 0)
    assert late.trigger is not None


def test_a_tld_registry_has_both_sets_of_duties() -> None:
    found = ids({"activities": [{"annex": 1, "no": "6.1.3"}], "own": size(5)})
    assert {"m01", "domain_policies", "registration_34"} <= set(found)


def test_led_from_another_member_state_there_are_no_german_duties() -> None:
    french = {"activities": [MSP], "own": size(120), "establishment": {"germany": True, "eu_main": "FR"}}
    assert ids(french) == []


def test_a_provider_without_a_place_in_the_union_names_a_representative() -> None:
    american = {
        "activities": [{"annex": 1, "no": "6.1.4"}],
        "own": size(400),
        "establishment": {"germany": False, "eu_main": None},
    }
    assert one(american, "representative").certain


def test_telecoms_follow_telecom_law_but_register() -> None:
    for facts in ({"special": ["telecom"]}, {"activities": [{"annex": 1, "no": "6.1.8"}]}):
        assert ids({**facts, "own": size(10)}) == [
            "registration",
            "registration_change",
            "tkg_security",
            "tkg_reporting",
        ]


def test_telecoms_with_another_activity_have_both() -> None:
    both = ids({"special": ["telecom"], "activities": [MACHINES], "own": size(60)})
    assert {"m01", "reporting", "tkg_reporting"} <= set(both)


def test_a_bank_registers_and_follows_dora() -> None:
    bank = {"activities": [{"annex": 1, "no": "3.1.1"}], "special": ["dora"], "own": size(400)}
    assert ids(bank) == ["registration", "registration_change", "dora"]


def test_telematics_follow_their_own_law() -> None:
    facts = {"activities": [MSP], "special": ["telematics"], "own": size(60)}
    assert "telematics" in ids(facts)
    assert "m01" not in ids(facts)


def test_a_small_energy_network_registers_under_energy_law() -> None:
    network = {"activities": [{"annex": 1, "no": "1.1.2"}], "special": ["energy_enwg"], "own": size(20)}
    assert ids(network) == ["enwg_registration", "enwg_security", "enwg_reporting", "enwg_management"]
    assert all(duty.certain for duty in of(network))


def test_a_large_energy_network_registers_under_the_bsig() -> None:
    network = {"activities": [{"annex": 1, "no": "1.1.2"}], "special": ["energy_enwg"], "own": size(60)}
    assert "enwg_registration" not in ids(network)
    assert {"registration", "enwg_security"} <= set(ids(network))


def test_a_small_power_plant_is_bound_by_neither() -> None:
    plant = {"activities": [{"annex": 1, "no": "1.1.4"}], "special": ["energy_enwg"], "own": size(20)}
    assert ids(plant) == []


def test_energy_without_a_row_may_be_a_network() -> None:
    assert [duty.certain for duty in of({"special": ["energy_enwg"], "own": size(20)})] == [False] * 4


def test_a_doubtful_network_row_is_not_certain() -> None:
    network = {
        "activities": [{"annex": 1, "no": "1.1.2", "doubtful": True}],
        "special": ["energy_enwg"],
        "own": size(20),
    }
    assert [duty.certain for duty in of(network)] == [False] * 4


def test_federal_administration_has_measures_but_no_section_38() -> None:
    found = ids({"special": ["federal_admin"]})
    assert {"m01", "documentation", "reporting", "registration"} <= set(found)
    assert not {"management_oversight", "management_training"} & set(found)
    assert all(duty.certain for duty in of({"special": ["federal_admin"]}))


def test_a_municipality_has_no_duties() -> None:
    assert ids({"special": ["municipality"], "activities": [MACHINES], "own": size(300)}) == []


def test_an_operator_of_a_critical_installation_has_more_duties_and_evidence_after_three_years() -> None:
    facts = {"special": ["kritis_operator"], "in_scope_since": "2026-04-01"}
    assert ids(facts)[-4:] == ["attack_detection", "kritis_registration", "kritis_contact", "kritis_evidence"]
    duty = one(facts, "kritis_evidence")
    assert (duty.first_due, duty.not_before) == (None, date(2029, 4, 1))
    assert duty.recurs_months == 36
