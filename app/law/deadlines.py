"""Statutory periods: hours in real elapsed time, weeks and months by §§ 187, 188 BGB, and the working-day question.

The strict date is *the* deadline everywhere. Whether a weekend moves it (§ 31 Abs. 3 VwVfG, § 193 BGB) is not
confirmed for these periods, so the moved date is information only. Hour periods never move (§ 31 Abs. 6 VwVfG).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

_SATURDAY = 5
_FIXED_HOLIDAYS = ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))
_FROM_EASTER = (-2, 1, 39, 50)
"""Good Friday, Easter Monday, Ascension, Whit Monday."""


def months_after(day: date, months: int) -> date:
    """Return the last day of a period of months: the same number, or the last day of a shorter month (§ 188 BGB).

    Raises OverflowError past the end of the calendar.
    """
    try:
        return day + relativedelta(months=months)
    except ValueError as error:
        raise OverflowError(str(error)) from error


def weeks_after(day: date, weeks: int) -> date:
    """Return the last day of a period of weeks: the same day of the week (§ 188 Abs. 2 BGB)."""
    return day + timedelta(weeks=weeks)


def is_working_day(day: date) -> bool:
    """Tell whether a day is Monday to Friday and no holiday of all Länder."""
    if day.weekday() >= _SATURDAY or (day.month, day.day) in _FIXED_HOLIDAYS:
        return False
    sunday = easter(day.year)
    return day not in {sunday + timedelta(days=offset) for offset in _FROM_EASTER}


def next_working_day(day: date) -> date:
    """Return the day itself if it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def hours_after(moment: datetime, hours: int) -> datetime:
    """Return the moment exactly so many real hours later, on the wall clock of the same place."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(moment.tzinfo)


def exists(local: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the wall clock of a zone ever shows this time (the hour lost in spring never exists)."""
    moment = local.replace(tzinfo=zone, fold=0)
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
