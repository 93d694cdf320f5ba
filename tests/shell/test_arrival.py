"""Whoever makes a vault is shown its recovery sheet before anything else."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.registers.safekeeping.commands import sheet_checks
from app.shell.first_start import FirstStart
from app.shell.recovery_step import RecoveryStep
from app.shell.window import MainWindow
from app.shell.wizard_scene import WizardScene
from database.credentials import recovery_key_from
from database.key_slots import opens
from tests.shell.conftest import CHEAP
from tests.shell.doorways import Opens, has_step, lock_screen, press, step
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def made(window: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Return the window after a vault was made, where the recovery sheet is shown."""
    monkeypatch.setattr("database.vault.calibrated", lambda: CHEAP)
    shown = window()
    door = shown.door
    assert isinstance(door, FirstStart)
    door.passphrase.set_text(PASSPHRASE)
    door.repeat.set_text(PASSPHRASE)
    press(door.found)
    qtbot.waitUntil(lambda: has_step(shown, RecoveryStep), timeout=30_000)
    return shown


def test_after_a_vault_is_made_two_groups_of_its_sheet_lead_to_the_questions(made: MainWindow, qtbot: QtBot) -> None:
    before = step(made, RecoveryStep)
    asked = before._asked
    made.speak("en")
    sheet = step(made, RecoveryStep)
    assert sheet._asked == asked
    for field, number in zip(sheet.fields, sheet._asked, strict=True):
        QTest.keyClicks(field.edit, sheet._words[number - 1])
    press(sheet.go_on)
    qtbot.waitUntil(lambda: isinstance(made.centralWidget(), WizardScene), timeout=20_000)
    assert made.session is not None
    assert len(sheet_checks(made.session.vault)) == 1


def test_the_key_that_was_shown_opens_the_vault(made: MainWindow) -> None:
    sheet = step(made, RecoveryStep)
    assert made.session is not None
    place = made.session.place
    assert place is not None
    words = " ".join(sheet._words)
    made.lock()
    assert opens(place, recovery_key_from(words))


def test_the_sheet_can_wait_and_nobody_is_said_to_have_had_it(made: MainWindow) -> None:
    sheet = step(made, RecoveryStep)
    press(sheet.later)
    assert isinstance(made.centralWidget(), WizardScene)
    assert made.session is not None
    assert sheet_checks(made.session.vault) == ()


def test_a_lock_takes_the_sheet_away(made: MainWindow, qtbot: QtBot) -> None:
    made.lock()
    door = lock_screen(made)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    press(door.unlock)
    qtbot.waitUntil(lambda: made.session is not None, timeout=20_000)
    assert not has_step(made, RecoveryStep)
