"""The thresholds of the BSI-KritisV are all there, in both languages, and come with their doubt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.text import Bilingual
from app.law.content import ContentError
from app.law.kritis import Category, Criterion, ordinance, sectors


def category(anhang: int, no: str) -> Category:
    return next(one for one in ordinance().category if (one.anhang, one.no) == (anhang, no))


def test_the_ordinance_is_complete() -> None:
    per_anhang = [sum(len(one.criteria) for one in ordinance().category if one.anhang == n) for n in range(1, 10)]
    assert per_anhang == [56, 7, 18, 13, 10, 31, 35, 15, 7]
    keys = [(one.anhang, one.no) for one in ordinance().category]
    assert len(set(keys)) == len(keys)


def test_there_are_nine_sectors() -> None:
    assert [sector.categories[0].anhang for sector in sectors()] == list(range(1, 10))
    assert sectors()[0].name == Bilingual("Energie", "Energy")
    assert sum(len(sector.categories) for sector in sectors()) == len(ordinance().category)


@pytest.mark.parametrize(
    ("anhang", "no", "values"),
    [
        (1, "1.1.1", [104, 0, 36]),
        (1, "1.4.1", [Decimal("3.7")]),
        (1, "4.2.1", [250_000]),
        (2, "1.3.1", [22]),
        (3, "1.1.1", [434_500, 350_000_000]),
        (4, "2.1.1", [Decimal("3.5")]),
        (4, "2.2.1", [10_000, 15_000]),
        (5, "1.1", [30_000]),
        (7, "1.6.1", [17_550_000, 53_200_000]),
        (8, "1.1", [500_000, 79_500, 33_500, 18_500, 32_500, 12_000]),
        (9, "1.1.1", [500_000]),
    ],
)
def test_thresholds_are_those_of_the_ordinance(anhang: int, no: str, values: list[int | Decimal]) -> None:
    assert [criterion.threshold for criterion in category(anhang, no).criteria] == values


def test_what_is_no_number_is_said_in_words() -> None:
    (criterion,) = category(7, "1.4.1").criteria
    assert criterion.threshold is None
    assert criterion.level == Bilingual("Bundesautobahn", "federal motorway")


def test_criteria_are_joined_as_in_the_ordinance() -> None:
    assert [criterion.then for criterion in category(1, "1.1.1").criteria] == ["or", "or", None]
    assert [criterion.then for criterion in category(7, "1.6.1").criteria] == ["otherwise", None]
    assert all(one.criteria[-1].then is None for one in ordinance().category)


@pytest.mark.parametrize("one", ordinance().category, ids=lambda one: f"{one.anhang}-{one.no}")
def test_a_category_is_cited_and_readable(one: Category) -> None:
    assert one.citation.de == f"Anhang {one.anhang} Nr. {one.no} BSI-KritisV"
    for text in (one.name, *(criterion.text for criterion in one.criteria)):
        assert text.de[0].isupper() or text.de.startswith("IXP")
        assert text.en[0].isupper()
        assert len(text.en) <= 170


def test_the_list_is_dated_and_says_what_is_doubtful() -> None:
    assert ordinance().state == date(2026, 3, 11)
    assert "15.05.2026" in ordinance().doubt.de
    assert "15 May 2026" in ordinance().doubt.en
    assert "500.000" in ordinance().yardstick.de
    assert ordinance().source.en.startswith("BSI-KritisV")


@pytest.mark.parametrize(("threshold", "level"), [(None, None), (Decimal(1), Bilingual("hoch", "high"))])
def test_a_criterion_has_a_number_or_words(threshold: Decimal | None, level: Bilingual | None) -> None:
    with pytest.raises(ContentError, match="either a threshold or a level"):
        Criterion(text=Bilingual("Leistung", "power"), threshold=threshold, level=level)
