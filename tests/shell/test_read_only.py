"""A vault that another program has open: it is said, it can be read, and every write says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.desk import Desk
from app.shell.new_passphrase import NewPassphrase
from app.shell.opening import Entered
from app.shell.session import Session, open_vault
from app.shell.wizard_scene import WizardScene
from app.wizard.answers import answer
from database.credentials import RecoveryKey
from database.vault import unlock
from tests.shell.doorways import Opens, forgotten, has_step, lock_screen, press
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def held(vault_place: Path) -> Iterator[None]:
    """Let another program have the vault open."""
    with unlock(vault_place, PASSPHRASE, SCHEMA):
        yield


@pytest.mark.usefixtures("held")
def test_a_vault_that_another_program_has_open_can_be_read(window: Opens, qtbot: QtBot) -> None:
    shown = window()
    door = lock_screen(shown)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    press(door.unlock)
    qtbot.waitUntil(lambda: bool(door.trouble.offered), timeout=20_000)
    assert "Fenster oder Programm" in door.trouble.text
    assert door.trouble.offered[0].words == "Nur zum Lesen öffnen"
    press(door.trouble.offered[0])
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)
    assert shown.session is not None
    assert shown.session.read_only


def test_it_can_be_read_with_the_recovery_key_and_no_passphrase_is_asked_for(
    window: Opens, recovery: RecoveryKey, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    request.getfixturevalue("held")
    shown = window()
    door = forgotten(shown)
    door.key.set_text(" ".join(recovery.words()))
    press(door.open)
    qtbot.waitUntil(lambda: bool(door.trouble.offered), timeout=20_000)
    press(door.trouble.offered[0])
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)
    assert not has_step(shown, NewPassphrase)


def test_to_read_only_every_write_says_why_not_and_the_pages_show_what_the_vault_holds(
    window: Opens, vault_place: Path, demo: Session, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    own = open_vault(vault_place, PASSPHRASE, lambda: NOW)
    own.keep(demo.answers)
    own.record()
    own.close()
    request.getfixturevalue("held")
    shown = window()
    shown._opened(Entered(open_vault(vault_place, PASSPHRASE, lambda: NOW, read_only=True)))
    assert isinstance(shown.centralWidget(), Desk)
    shown.open_page("wizard")
    scene = shown.centralWidget()
    assert isinstance(scene, WizardScene)
    assert "Nur zum Lesen" in scene.top.saved.words.text()
    assert not scene._save(answer(demo.answers, "company", "Anders GmbH"))
    assert "nur zum Lesen" in scene._words.text()
    assert not scene.top.saved.isHidden()
    press(scene.top.back)
    qtbot.waitUntil(lambda: isinstance(shown.centralWidget(), Desk))
    assert shown.session is not None
    assert shown.session.company == demo.company
