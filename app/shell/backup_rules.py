"""When a backup is due: after changes at most every half hour, and when somebody leaves. Nothing here asks a clock.

What counts is whether anything was committed since the last backup, not what time it was then. So a clock that was set
back costs at most one backup more, and never one too few.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

EVERY = timedelta(minutes=30)
AGAIN = timedelta(minutes=5)
"""After a failure, such as a full disk."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is known when the question is asked. `is_current`: nothing was committed since the last backup."""

    made_at: datetime | None
    is_current: bool
    failed_at: datetime | None = None


def is_due(backlog: Backlog, now: datetime) -> bool:
    """Tell whether a backup is to be made while somebody works."""
    return not backlog.is_current and is_over(backlog.made_at, EVERY, now) and is_over(backlog.failed_at, AGAIN, now)


def is_due_on_leaving(backlog: Backlog) -> bool:
    """Tell whether a backup is to be made before the vault is closed."""
    return not backlog.is_current


def is_over(since: datetime | None, pause: timedelta, now: datetime) -> bool:
    """Tell whether a pause is over; one that has not begun yet is of another clock, and counts for nothing."""
    return since is None or now < since or now - since >= pause
