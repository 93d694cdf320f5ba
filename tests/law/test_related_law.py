"""Other law is right on an earlier and on a later day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.law.related_law import NoteOn, notes_on, related_law


def note(law: str, day: date) -> NoteOn:
    return next(one for one in notes_on(day) if one.law.id == law)


def test_product_reports_have_begun_and_the_rest_is_ahead() -> None:
    found = note("cra", date(2026, 11, 22))
    assert [one.from_day for one in found.since][-1] == date(2026, 9, 11)
    assert [one.from_day for one in found.ahead] == [date(2027, 12, 11)]


def test_product_reports_begin_on_their_first_day() -> None:
    assert len(note("cra", date(2026, 9, 10)).since) == 2
    assert len(note("cra", date(2026, 9, 11)).since) == 3


def test_the_machinery_regulation_is_ahead_until_it_applies() -> None:
    assert note("machinery_regulation", date(2027, 1, 19)).since == ()
    assert note("machinery_regulation", date(2027, 1, 20)).ahead == ()


def test_a_proposal_has_no_day() -> None:
    proposed = [one for one in related_law() if one.state == "proposed"]
    assert [one.id for one in proposed] == ["com_2026_13", "com_2026_11"]
    assert all(one.dates == () for one in proposed)


@given(st.dates())
def test_every_day_lies_in_the_past_or_ahead(day: date) -> None:
    for one in notes_on(day):
        assert (*one.since, *one.ahead) == one.law.dates
