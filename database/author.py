"""Who changes a vault, and when: what the history says of every change beside what was changed.

The user is the one the operating system knows. It is a statement of the machine, no signature: whoever may use
somebody's account is taken for them.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime


def system_user() -> str:
    """Return the operating system's name for whoever runs this program; empty where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this number, no variable that says one
        return ""


def system_time() -> datetime:
    """Return the machine's time in UTC. It may be wrong; the order of the history does not depend on it."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Author:
    """The user and the clock that entries of the history name; by default those of this machine."""

    user: str = field(default_factory=system_user)
    now: Callable[[], datetime] = system_time
