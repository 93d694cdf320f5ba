"""Restoring: from a list of real backups, with the passphrase or the sheet, to a new vault beside the old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.restore_scene import RestoreScene
from app.shell.restoring_deeds import restore_deeds
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.system.languages import language
from database.backup import write_backup
from database.credentials import RecoveryKey
from database.history import head
from database.key_slots import renew_recovery_key
from database.vault import unlock
from tests.shell.worlds import PASSPHRASE


@pytest.fixture
def sheet(own_session: Session, surroundings: Surroundings) -> RecoveryKey:
    """Make a recovery sheet and two backups, and return the key on the sheet."""
    assert own_session.place is not None
    key = renew_recovery_key(own_session.vault, date(2026, 11, 22))
    for _ in range(2):
        write_backup(own_session.vault, surroundings.folders.backups_of(own_session.place))
    return key


@pytest.fixture
def restored() -> list[Path]:
    return []


@pytest.fixture
def scene(sheet: RecoveryKey, surroundings: Surroundings, restored: list[Path], qtbot: QtBot) -> Iterator[RestoreScene]:
    assert sheet
    deeds = restore_deeds(surroundings, restored=restored.append, back=lambda: None)
    made = RestoreScene(language("en"), deeds)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(lambda: made.table.model().rowCount() == 2, timeout=10_000)
    qtbot.waitUntil(made.look.isEnabled, timeout=10_000)
    yield made
    QThreadPool.globalInstance().waitForDone()


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_newest_backup_is_chosen_and_says_what_is_inside_once_it_opens(scene: RestoreScene, qtbot: QtBot) -> None:
    assert "Backup of" in scene.inside.text()
    assert "It opens" not in scene.inside.text()
    QTest.keyClicks(scene.credential.passphrase.edit, PASSPHRASE)
    press(scene.look)
    qtbot.waitUntil(lambda: "It opens" in scene.inside.text(), timeout=10_000)
    assert "records" in scene.inside.text()
    assert "history" in scene.inside.text()


def test_a_wrong_passphrase_is_said_at_its_field_and_an_empty_one_too(scene: RestoreScene, qtbot: QtBot) -> None:
    press(scene.restore)
    assert "enter the passphrase" in scene.credential.passphrase.hint.text
    QTest.keyClicks(scene.credential.passphrase.edit, "something else")
    press(scene.restore)
    qtbot.waitUntil(lambda: "of its day" in scene.credential.passphrase.hint.text, timeout=10_000)
    qtbot.waitUntil(scene.restore.isEnabled, timeout=10_000)


def test_the_sheet_restores_a_vault_that_holds_everything(
    scene: RestoreScene, sheet: RecoveryKey, own_session: Session, restored: list[Path], qtbot: QtBot
) -> None:
    then = head(own_session.vault)
    press(scene.credential.kinds.segments["recovery"])
    QTest.keyClicks(scene.credential.recovery.edit, " ".join(sheet.words()).lower())
    assert "All eight groups" in scene.credential.recovery.hint.text
    press(scene.restore)
    qtbot.waitUntil(lambda: bool(restored), timeout=10_000)
    assert restored[0] != own_session.place
    with unlock(restored[0], PASSPHRASE, SCHEMA) as back:
        assert head(back) == then


def test_a_mistyped_group_is_named_while_the_rest_is_still_missing(scene: RestoreScene, sheet: RecoveryKey) -> None:
    press(scene.credential.kinds.segments["recovery"])
    first, second, *_ = sheet.words()
    wrong = first[:4] + ("A" if first[4] != "A" else "B")
    QTest.keyClicks(scene.credential.recovery.edit, f"{wrong} {second}")
    assert "Group 1 is not right" in scene.credential.recovery.hint.text
    scene.credential.recovery.set_text(f"{first} {second[:3]}")
    assert "1 of 8" in scene.credential.recovery.hint.text
    press(scene.restore)
    assert "all eight groups" in scene.credential.recovery.hint.text
    assert scene.credential.opened_with == "recovery"
    scene.credential.wipe()
    assert not scene.credential.recovery.text()


def test_a_computer_without_backups_says_so_and_offers_a_file(surroundings: Surroundings, qtbot: QtBot) -> None:
    deeds = restore_deeds(surroundings, restored=lambda _: None, back=lambda: None)
    empty = RestoreScene(language("de"), deeds)
    qtbot.addWidget(empty)
    empty.show()
    qtbot.waitUntil(lambda: "keine Sicherung" in empty.status.text, timeout=10_000)
    assert not empty.look.isVisible()
    QThreadPool.globalInstance().waitForDone()
