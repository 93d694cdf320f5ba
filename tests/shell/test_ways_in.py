"""The ways into a vault besides its passphrase: the recovery key, and the keyring of this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.new_passphrase import NewPassphrase
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.wizard_scene import WizardScene
from app.system import device_keys
from app.system.keyring_troubles import Trouble, sentence
from app.system.languages import language
from database.credentials import DeviceKey, RecoveryKey
from database.key_slots import opens, trust_device
from database.vault import unlock
from tests.shell.conftest import CHEAP
from tests.shell.doorways import Opens, forgotten, has_step, lock_screen, press, step
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEW = "eine ganz neue passphrase"
GERMAN = language("de")


@pytest.fixture
def device(vault_place: Path, surroundings: Surroundings) -> DeviceKey:
    key = DeviceKey.random()
    with unlock(vault_place, PASSPHRASE, SCHEMA) as vault:
        trust_device(vault, key)
    surroundings.remembered.amend(vault_place, device=key.device)
    return key


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
    qtbot.waitUntil(lambda: has_step(shown, NewPassphrase), timeout=20_000)
    shown.speak("de")
    asked = step(shown, NewPassphrase)
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
    qtbot.waitUntil(lambda: has_step(shown, NewPassphrase), timeout=20_000)
    asked = step(shown, NewPassphrase)
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
