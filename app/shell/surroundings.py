"""What the window is given from outside: the clock, the places, the memory, the appearance.

Only `app.bootstrap` makes one; tests make their own, with a folder that is thrown away and a day that stands still.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.shell.papers import Papers
from app.shell.remembered import Remembered
from app.shell.watch.screen_lock import Listen
from app.system.folders import Folders
from app.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The world around the window."""

    theme: Theme
    remembered: Remembered
    folders: Folders
    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    papers: Papers
    version: Callable[[], str]
    open_outside: Callable[[str], bool]
    listen: Listen | None = None
    """How the platform is asked to tell of a locked screen; without it, it is not asked."""
