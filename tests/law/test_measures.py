"""The ten measures: complete, in the order of the law, with evidence of three kinds."""

from __future__ import annotations

from app.law.measures import measure, measures, principles


def test_there_are_ten_measures_and_no_seven() -> None:
    assert [one.no for one in measures()] == list(range(1, 11))


def test_each_measure_is_cited_with_its_number_and_its_letter_of_the_directive() -> None:
    for one, letter in zip(measures(), "abcdefghij", strict=True):
        assert one.citation.de == f"§ 30 Abs. 2 Nr. {one.no} BSIG"
        assert one.directive.de == f"Art. 21 Abs. 2 Buchst. {letter} RL (EU) 2022/2555"


def test_each_measure_names_evidence_that_it_was_meant_done_and_works() -> None:
    assert all(one.intention and one.implementation and one.effectiveness for one in measures())


def test_the_chapters_of_the_regulation_are_met_except_the_physical_one() -> None:
    assert {chapter for one in measures() for chapter in one.ir_chapters} == set(range(1, 13))


def test_documentation_is_a_principle_of_its_own() -> None:
    assert "§ 30 Abs. 1 Satz 3 BSIG" in {one.citation.de for one in principles()}


def test_a_measure_is_found_by_its_number() -> None:
    assert measure(4).id == "m04"
