"""Which backups are kept: all of the last two days, then fewer and fewer for about a year.

After two days the last of each day is kept for twelve days, then the last of each week for ten weeks, then the last of
each month for nine months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

ALL = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9

_PERIODS: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
    (DAYS, lambda day: (day.toordinal(),)),
    (WEEKS, lambda day: tuple(day.isocalendar())[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)


def kept(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the moments whose backups are kept. The newest always is, and so is one that claims to be of tomorrow."""
    moments = sorted(set(made), reverse=True)
    keep = {moment for moment in moments if now - moment < ALL} | set(moments[:1])
    older = [moment for moment in moments if moment not in keep]
    for most, period in _PERIODS:
        seen: set[tuple[int, ...]] = set()
        for moment in older:
            key = period(moment.astimezone(UTC).date())
            if key not in seen and len(seen) < most:
                seen.add(key)
                keep.add(moment)
        older = [moment for moment in older if moment not in keep]
        if keep:
            oldest = min(keep)
            older = [moment for moment in older if moment < oldest]
    return frozenset(keep)
