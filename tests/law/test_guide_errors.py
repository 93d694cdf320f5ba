"""The errors of common guides: all of them, each with the correct position."""

from __future__ import annotations

from app.law.guide_errors import errors_of, guide_errors, guide_sources


def test_all_thirty_errors_and_the_frequent_ones_are_listed() -> None:
    assert [one.no for one in guide_errors()] == list(range(1, 38))


def test_every_error_belongs_to_a_source() -> None:
    counts = {source.id: len(errors_of(source)) for source in guide_sources()}
    assert counts == {"guide_1": 21, "guide_2": 9, "elsewhere": 7}


def test_no_correct_position_repeats_the_claim() -> None:
    assert all(one.claim.de != one.correct.de and one.claim.en != one.correct.en for one in guide_errors())
