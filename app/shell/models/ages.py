"""How long ago something was, in the one unit that matters; a moment that is still to come is said as it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.text import Plural, Sayable, Text

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def age(moment: datetime, now: datetime) -> Sayable:
    """Return the age of a moment."""
    passed = now - moment
    if passed < timedelta():
        return moment.astimezone()
    if passed < _MINUTE:
        return Text("just now")
    if passed < _HOUR:
        return Plural("{n} minute ago", "{n} minutes ago", n=passed // _MINUTE)
    if passed < _DAY:
        return Plural("{n} hour ago", "{n} hours ago", n=passed // _HOUR)
    return Plural("{n} day ago", "{n} days ago", n=passed // _DAY)
