"""Every offence has a plain name, its frame agrees with the arithmetic, and what is absent is said."""

from __future__ import annotations

import pytest

from app.law.fine_frames import FRAMES
from app.law.fines_catalogue import (
    absences,
    dangling_references,
    general_rules,
    not_threatened,
    offence,
    offences,
    tiers,
)
from app.law.outcome import Class


def test_every_violation_of_the_arithmetic_has_its_offence_and_no_other_has() -> None:
    assert {one.id for one in offences() if one.calculated} == set(FRAMES)


@pytest.mark.parametrize("violation", sorted(FRAMES))
def test_an_offence_stands_in_the_frame_it_is_calculated_with(violation: str) -> None:
    assert offence(violation).tier == FRAMES[violation].tier


def test_there_are_six_frames_and_each_has_offences() -> None:
    assert [tier.no for tier in tiers()] == [1, 2, 3, 4, 5, 6]
    assert {one.tier for one in offences()} == {1, 2, 3, 4, 5, 6, None}


def test_the_short_names_of_the_pictures_are_kept() -> None:
    assert offence("measures").short.de == "Maßnahmen nicht getroffen"
    assert offence("documentation").short.de == "Einhaltung nicht dokumentiert"
    assert offence("registration").short.de == "Registrierung versäumt"


def test_the_board_paper_has_three_lines_on_what_is_not_threatened() -> None:
    assert [one.id for one in absences() if one.board] == ["waiver_ban", "no_fine_38", "no_fine_33_5"]


def test_only_an_important_entity_is_free_of_audits_without_indications() -> None:
    important = {one.id for one in not_threatened(Class.WE)}
    particularly = {one.id for one in not_threatened(Class.BWE)}
    assert important - particularly == {"no_audit_without_indication"}
    assert particularly - important == {"no_evidence_before_2028"}


def test_while_the_class_is_open_only_what_holds_for_both_is_said() -> None:
    either = {one.id for one in not_threatened(None)}
    assert either == {one.id for one in not_threatened(Class.WE)} & {one.id for one in not_threatened(Class.BWE)}


def test_the_rules_around_the_offences_name_their_source() -> None:
    assert {"§§ 19, 20 OWiG", "§ 47 OWiG", "§ 65 Abs. 11 BSIG"} <= {one.citation.de for one in general_rules()}


def test_the_references_that_lead_nowhere_are_listed() -> None:
    assert len(dangling_references()) == 3
