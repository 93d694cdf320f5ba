"""The program says which law it knows and until when somebody looked."""

from __future__ import annotations

from datetime import date

from app.law.facts import IN_FORCE
from app.law.law_version import amendments, is_checked, law_version


def test_the_version_is_that_of_28_july_2026() -> None:
    assert law_version().consolidated == date(2026, 7, 28)
    assert law_version().in_force_from == IN_FORCE


def test_after_the_last_check_the_program_says_so() -> None:
    assert is_checked(date(2026, 9, 19))
    assert not is_checked(date(2026, 9, 20))
    assert "19. September 2026" in law_version().not_checked.de
    assert "19 September 2026" in law_version().not_checked.en


def test_three_acts_have_changed_it() -> None:
    assert [one.on for one in amendments()] == [date(2026, 3, 11), date(2026, 7, 21), date(2026, 7, 23)]
