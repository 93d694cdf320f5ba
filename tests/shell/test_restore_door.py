"""From a backup into a vault, before any vault is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.first_start import FirstStart
from app.shell.restore_door import RestoreDoor
from app.shell.surroundings import Surroundings
from database.backup import write_backup
from database.vault import unlock
from tests.shell.doorways import Opens, lock_screen, press
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def backup(vault_place: Path, surroundings: Surroundings) -> Path:
    with unlock(vault_place, PASSPHRASE, SCHEMA) as vault:
        return write_backup(vault, surroundings.folders.backups_of(vault_place)).path


def test_a_damaged_vault_offers_its_backups_and_one_of_them_opens_at_once(
    window: Opens, vault_place: Path, backup: Path, surroundings: Surroundings, qtbot: QtBot
) -> None:
    assert backup.exists()
    (vault_place / "vault.json").write_bytes(b"{}")
    shown = window()
    door = lock_screen(shown)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    press(door.unlock)
    qtbot.waitUntil(lambda: bool(door.trouble.offered), timeout=20_000)
    press(door.trouble.offered[0])
    restoring = shown.door
    assert isinstance(restoring, RestoreDoor)
    scene = restoring.scene
    qtbot.waitUntil(scene.restore.isVisible, timeout=20_000)
    qtbot.waitUntil(scene.restore.isEnabled, timeout=20_000)
    QTest.keyClicks(scene.credential.passphrase.edit, PASSPHRASE)
    scene.restore.click()
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)
    assert shown.session is not None
    assert shown.session.place != vault_place
    assert [entry.path for entry in surroundings.remembered.vaults] == [shown.session.place, vault_place]


def test_both_doors_lead_to_the_backups_and_back(window: Opens, vault_place: Path) -> None:
    assert vault_place.exists()
    shown = window()
    press(lock_screen(shown).ways.restore)
    assert isinstance(shown.door, RestoreDoor)
    shown.speak("en")
    assert isinstance(shown.door, RestoreDoor)
    press(shown.door.scene.back)
    press(lock_screen(shown).ways.new)
    assert isinstance(shown.door, FirstStart)
    press(shown.door.restore)
    assert isinstance(shown.door, RestoreDoor)
