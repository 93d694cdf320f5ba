"""A window with its own folders, a day that stands still, and no trace on the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.opening import Entered
from app.shell.session import Session, demo_company, open_vault
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.ui.theme import Theme
from app.wizard.stored import from_json, to_json
from database.credentials import RecoveryKey
from database.key_slots import renew_recovery_key
from database.keys import Argon2Cost
from database.vault import create, unlock
from tests.shell.worlds import NOW, PASSPHRASE, shared_theme, surroundings_in

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=64)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shared_theme(qapp)


@pytest.fixture
def opened_outside() -> list[str]:
    return []


@pytest.fixture
def surroundings(tmp_path: Path, theme: Theme, opened_outside: list[str]) -> Iterator[Surroundings]:
    made = surroundings_in(tmp_path, theme, opened_outside)
    yield made
    made.papers.close()


@pytest.fixture
def vault_place(surroundings: Surroundings) -> Path:
    """Make a vault that a passphrase opens quickly, and remember it as the last one."""
    place = surroundings.folders.vaults / "muster.nachweis"
    create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
    surroundings.remembered.opened(place, NOW)
    return place


@pytest.fixture
def recovery(vault_place: Path) -> RecoveryKey:
    with unlock(vault_place, PASSPHRASE, SCHEMA) as vault:
        return renew_recovery_key(vault, date(2026, 11, 20))


@pytest.fixture
def demo() -> Iterator[Session]:
    session = demo_company(lambda: NOW)
    yield session
    session.close()


@pytest.fixture
def window(surroundings: Surroundings, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Return what opens the window, and close it in the end."""
    made: list[MainWindow] = []

    def show() -> MainWindow:
        made.append(MainWindow(surroundings))
        qtbot.addWidget(made[0])
        made[0].resize(1280, 720)
        made[0].show()
        qtbot.waitExposed(made[0])
        return made[0]

    yield show
    for one in made:
        one.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def demo_window(window: Callable[[], MainWindow], qtbot: QtBot) -> MainWindow:
    """Return the window with the demo company open."""
    shown = window()
    shown.look_at_demo()
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)
    return shown


@pytest.fixture
def own_session(vault_place: Path, demo: Session) -> Iterator[Session]:
    """Return a vault of one's own, with the answers of the demo company in it."""
    session = open_vault(vault_place, PASSPHRASE, lambda: NOW)
    session.keep(from_json(to_json(demo.answers)))
    session.record()
    yield session
    session.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def own_window(window: Callable[[], MainWindow], own_session: Session) -> MainWindow:
    """Return the window with this vault open, in English."""
    shown = window()
    shown.speak("en")
    shown._opened(Entered(own_session))
    return shown
