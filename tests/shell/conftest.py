"""A window with its own folders, a day that stands still, and no trace on the machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell.papers import Papers
from app.shell.remembered import Remembered
from app.shell.surroundings import Surroundings
from app.system.folders import Folders
from app.ui.theme import Theme

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shared_theme(qapp)


def shared_theme(qapp: QApplication) -> Theme:
    """Return the one theme of the test process: a theme dresses the whole application."""
    found = next((child for child in qapp.children() if isinstance(child, Theme)), None)
    return found or Theme(qapp)


def surroundings_in(folder: Path, theme: Theme, opened: list[str]) -> Surroundings:
    """Return a world that ends at a folder."""
    places = Folders(
        settings=folder / "settings.json", vaults=folder / "vaults", log=folder / "log", opened=folder / "opened"
    )

    def note_opened(place: str) -> bool:
        opened.append(place)
        return True

    return Surroundings(
        theme=theme,
        remembered=Remembered(places.settings),
        folders=places,
        now=lambda: NOW,
        papers=Papers(places.opened),
        version=lambda: "1.0",
        open_outside=note_opened,
    )


@pytest.fixture
def opened_outside() -> list[str]:
    return []


@pytest.fixture
def surroundings(tmp_path: Path, theme: Theme, opened_outside: list[str], qtbot: QtBot) -> Iterator[Surroundings]:
    del qtbot
    made = surroundings_in(tmp_path, theme, opened_outside)
    yield made
    made.papers.close()
