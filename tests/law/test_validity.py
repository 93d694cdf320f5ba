"""Rules begin and end on days; the last day still counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.law.validity import holds, in_force


@dataclass(frozen=True)
class ARule:
    in_force_from: date
    in_force_to: date | None = None


OLD = ARule(date(2025, 12, 6), date(2026, 7, 28))
NEW = ARule(date(2026, 7, 29))


def test_one_version_follows_the_other_without_a_gap() -> None:
    assert in_force([OLD, NEW], date(2026, 7, 28)) == (OLD,)
    assert in_force([OLD, NEW], date(2026, 7, 29)) == (NEW,)


def test_nothing_holds_before_its_first_day() -> None:
    assert not holds(OLD, date(2025, 12, 5))
    assert holds(OLD, date(2025, 12, 6))
