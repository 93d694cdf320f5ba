"""A world around the window that ends at one folder; the gallery and the journeys use it, too."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.shell.papers import Papers
from app.shell.remembered import Remembered
from app.shell.surroundings import Surroundings
from app.shell.watch.screen_lock import Listen
from app.system.folders import Folders
from app.ui.theme import Theme

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
PASSPHRASE = "korrekt pferd batterie heft"  # noqa: S105 - of vaults that live for one test


def shared_theme(application: QApplication) -> Theme:
    """Return the one theme of the process: a theme dresses the whole application."""
    found = next((child for child in application.children() if isinstance(child, Theme)), None)
    return found or Theme(application)


def folders_in(folder: Path) -> Folders:
    """Return the places of a program that lives in one folder."""
    return Folders(
        settings=folder / "settings.json",
        vaults=folder / "vaults",
        backups=folder / "backups",
        log=folder / "log",
        opened=folder / "opened",
    )


def _noted(opened: list[str], place: str) -> bool:
    opened.append(place)
    return True


def surroundings_in(  # noqa: PLR0913 - each is named and has its usual value
    folder: Path,
    theme: Theme,
    opened: list[str],
    *,
    now: Callable[[], datetime] = lambda: NOW,
    monotonic: Callable[[], float] = time.monotonic,
    listen: Listen | None = None,
) -> Surroundings:
    """Return a world that ends at a folder; what is shown outside is only noted."""
    places = folders_in(folder)
    return Surroundings(
        theme=theme,
        remembered=Remembered(places.settings),
        folders=places,
        now=now,
        monotonic=monotonic,
        papers=Papers(places.opened),
        version=lambda: "1.0",
        open_outside=partial(_noted, opened),
        listen=listen,
    )
