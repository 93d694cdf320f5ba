"""The ways into a vault besides its passphrase: recovery key, this computer, to read only, from a backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.registers.safekeeping.commands import sheet_checks
from app.registers.schema import SCHEMA
from app.shell.desk import Desk
from app.shell.first_start import FirstStart
from app.shell.forgotten import Forgotten
from app.shell.new_passphrase import NewPassphrase
from app.shell.opening import Entered
from app.shell.recovery_step import RecoveryStep
from app.shell.restore_door import RestoreDoor
from app.shell.session import Session, open_vault
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from app.shell.wizard_scene import WizardScene
from app.system import device_keys
from app.system.keyring_troubles import Trouble, sentence
from app.system.languages import language
from app.wizard.answers import answer
from database.backup import write_backup
from database.credentials import DeviceKey, RecoveryKey
from database.key_slots import opens, renew_recovery_key, trust_device
from database.vault import unlock
from tests.shell.conftest import CHEAP
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Opens = Callable[[], MainWindow]
NEW = "eine ganz neue passphrase"
GERMAN = language("de")


@pytest.fixture
def recovery(vault_place: Path) -> RecoveryKey:
    with unlock(vault_place, PASSPHRASE, SCHEMA) as vault:
        return renew_recovery_key(vault, date(2026, 11, 20))


@pytest.fixture
def device(vault_place: Path, surroundings: Surroundings) -> DeviceKey:
    key = DeviceKey.random()
    with unlock(vault_place, PASSPHRASE, SCHEMA) as vault:
        trust_device(vault, key)
    surroundings.remembered.amend(vault_place, device=key.device)
    return key


@pytest.fixture
def held(vault_place: Path) -> Iterator[None]:
    """Let another program have the vault open."""
    with unlock(vault_place, PASSPHRASE, SCHEMA):
        yield


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lock_screen(window: MainWindow) -> Unlock:
    assert isinstance(window.door, Unlock)
    return window.door


def forgotten(window: MainWindow) -> Forgotten:
    press(lock_screen(window).forgotten)
    assert isinstance(window.door, Forgotten)
    return window.door


def step(window: MainWindow, kind: type[QWidget]) -> QWidget | None:
    scene = window.centralWidget()
    found = scene.findChild(kind) if scene else None
    return found if isinstance(found, QWidget) else None


# The recovery key.


def test_a_slip_in_the_recovery_key_is_said_with_its_group_while_it_is_typed(
    window: Opens, recovery: RecoveryKey
) -> None:
    door = forgotten(window())
    groups = list(recovery.words())
    groups[2] = groups[2][::-1] if groups[2] != groups[2][::-1] else "00000"
    QTest.keyClicks(door.key.edit, " ".join(groups[:3]))
    assert "Gruppe 3" in door.key.hint.text
    press(door.open)
    assert door.key.edit.property("state") == "error"


def test_half_a_recovery_key_is_asked_for_whole(window: Opens, recovery: RecoveryKey) -> None:
    door = forgotten(window())
    press(door.open)
    assert "acht Gruppen" in door.key.hint.text
    QTest.keyClicks(door.key.edit, recovery.words()[0])
    assert door.key.hint.text.startswith("1 ")
    press(door.open)
    assert "acht Gruppen" in door.key.hint.text


def test_the_recovery_key_opens_and_a_new_passphrase_is_asked_for(
    window: Opens, vault_place: Path, recovery: RecoveryKey, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("database.key_slots.calibrated", lambda: CHEAP)
    shown = window()
    door = forgotten(shown)
    QTest.keyClicks(door.key.edit, "-".join(recovery.words()).lower())
    QTest.keyClick(door.key.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step(shown, NewPassphrase) is not None, timeout=20_000)
    shown.speak("de")
    asked = step(shown, NewPassphrase)
    assert isinstance(asked, NewPassphrase)
    QTest.keyClicks(asked.fields.first.edit, NEW)
    QTest.keyClicks(asked.fields.second.edit, NEW)
    QTest.keyClick(asked.fields.second.edit, Qt.Key.Key_Return)
    assert not asked.use.isEnabled()
    qtbot.waitUntil(lambda: isinstance(shown.centralWidget(), WizardScene), timeout=20_000)
    shown.lock()
    assert opens(vault_place, NEW)
    assert not opens(vault_place, PASSPHRASE)
    assert opens(vault_place, recovery)


def test_the_new_passphrase_can_wait_and_the_old_one_still_opens(
    window: Opens, vault_place: Path, recovery: RecoveryKey, qtbot: QtBot
) -> None:
    shown = window()
    door = forgotten(shown)
    door.key.set_text(" ".join(recovery.words()))
    press(door.open)
    qtbot.waitUntil(lambda: step(shown, NewPassphrase) is not None, timeout=20_000)
    asked = step(shown, NewPassphrase)
    assert isinstance(asked, NewPassphrase)
    press(asked.later)
    assert isinstance(shown.centralWidget(), WizardScene)
    shown.lock()
    assert opens(vault_place, PASSPHRASE)


def test_the_recovery_key_of_another_vault_is_called_so(window: Opens, vault_place: Path, qtbot: QtBot) -> None:
    assert vault_place.exists()
    door = forgotten(window())
    door.key.set_text(" ".join(RecoveryKey.random().words()))
    press(door.open)
    qtbot.waitUntil(lambda: door.key.edit.property("state") == "error", timeout=20_000)
    assert "öffnet diesen Tresor nicht" in door.key.hint.text
    assert door.open.isEnabled()


@pytest.mark.usefixtures("vault_place")
def test_from_the_recovery_door_one_can_go_back(window: Opens) -> None:
    shown = window()
    press(forgotten(shown).back)
    assert isinstance(shown.door, Unlock)


# This computer.


def recalls(answer: bytes | Trouble, monkeypatch: pytest.MonkeyPatch) -> None:
    def recall(_device: str, **_how: object) -> bytes | Trouble:
        return answer

    monkeypatch.setattr(device_keys, "recall", recall)


def test_where_the_keyring_holds_the_key_one_click_opens_the_vault(
    window: Opens, device: DeviceKey, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    recalls(device.secret, monkeypatch)
    shown = window()
    door = lock_screen(shown)
    qtbot.waitUntil(door.here.isVisible, timeout=20_000)
    press(door.here)
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)


@pytest.mark.parametrize("answer", [*Trouble, bytes(32)], ids=str)
def test_whatever_is_wrong_with_the_keyring_is_one_sentence_and_the_passphrase_opens(
    window: Opens, device: DeviceKey, answer: Trouble | bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    recalls(answer, monkeypatch)
    shown = window()
    vault_place = shown.entrance.place
    assert vault_place is not None
    before = (vault_place / "vault.json").read_bytes()
    door = lock_screen(shown)
    qtbot.waitUntil(door.here.isVisible, timeout=20_000)
    press(door.here)
    qtbot.waitUntil(lambda: bool(door.trouble.text.strip()), timeout=20_000)
    expected = answer if isinstance(answer, Trouble) else Trouble.WRONG
    assert door.trouble.text == GERMAN.say(sentence(expected))
    assert (vault_place / "vault.json").read_bytes() == before
    assert shown.entrance._with.remembered.vault(vault_place).device == device.device
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    press(door.unlock)
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)


def test_while_the_keyring_is_silent_the_passphrase_can_be_typed(
    window: Opens, device: DeviceKey, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def recall(of: str, *, meanwhile: Callable[[], None], **_how: object) -> bytes:
        asked.append(of)
        while True:
            QThreadPool.globalInstance().thread().msleep(20)
            meanwhile()

    monkeypatch.setattr(device_keys, "recall", recall)
    shown = window()
    door = lock_screen(shown)
    qtbot.waitUntil(door.here.isVisible, timeout=20_000)
    press(door.here)
    qtbot.waitUntil(lambda: asked == [device.device], timeout=20_000)
    QTest.keyClicks(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.session is not None, timeout=20_000)


def test_a_device_that_the_vault_does_not_know_is_not_offered(
    window: Opens, vault_place: Path, surroundings: Surroundings
) -> None:
    surroundings.remembered.amend(vault_place, device="00" * 8)
    shown = window()
    QTest.qWait(50)
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(50)
    assert not lock_screen(shown).here.isVisible()


# To read only.


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
    assert step(shown, NewPassphrase) is None


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


# From a backup.


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


# The recovery sheet of a new vault.


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
    qtbot.waitUntil(lambda: step(shown, RecoveryStep) is not None, timeout=30_000)
    return shown


def test_after_a_vault_is_made_two_groups_of_its_sheet_lead_to_the_questions(made: MainWindow, qtbot: QtBot) -> None:
    before = step(made, RecoveryStep)
    assert isinstance(before, RecoveryStep)
    asked = before._asked
    made.speak("en")
    sheet = step(made, RecoveryStep)
    assert isinstance(sheet, RecoveryStep)
    assert sheet._asked == asked
    for field, number in zip(sheet.fields, sheet._asked, strict=True):
        QTest.keyClicks(field.edit, sheet._words[number - 1])
    press(sheet.go_on)
    qtbot.waitUntil(lambda: isinstance(made.centralWidget(), WizardScene), timeout=20_000)
    assert made.session is not None
    assert len(sheet_checks(made.session.vault)) == 1


def test_the_key_that_was_shown_opens_the_vault(made: MainWindow) -> None:
    sheet = step(made, RecoveryStep)
    assert isinstance(sheet, RecoveryStep)
    assert made.session is not None
    place = made.session.place
    assert place is not None
    words = " ".join(sheet._words)
    made.lock()
    from database.credentials import recovery_key_from  # noqa: PLC0415 - only here

    assert opens(place, recovery_key_from(words))


def test_the_sheet_can_wait_and_nobody_is_said_to_have_had_it(made: MainWindow) -> None:
    sheet = step(made, RecoveryStep)
    assert isinstance(sheet, RecoveryStep)
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
    assert step(made, RecoveryStep) is None
