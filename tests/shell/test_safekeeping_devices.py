"""Other ways in on the vault page: this computer and others, and a new key for everything."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell.desk import Desk
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.system import device_keys
from app.system.keyring_troubles import Trouble
from database.credentials import DeviceKey
from database.key_slots import opens, slots_of, trust_device
from tests.shell.safekeeping_worlds import key_of, said, type_back, vault_page, wait_for
from tests.shell.worlds import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Kept:
    """A keyring that works."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Kept:
    kept = Kept()
    for name in ("remember", "recall", "forget"):
        monkeypatch.setattr(device_keys, name, partial(getattr(device_keys, name), keyring=lambda: kept))
    return kept


def test_this_computer_is_allowed_and_not_allowed_again(
    own_window: MainWindow, own_session: Session, surroundings: Surroundings, keyring: Kept, qtbot: QtBot
) -> None:
    vault_place = own_session.place
    assert vault_place is not None
    card = vault_page(own_window, "keys").keys.devices
    card.action.click()
    assert "Allowed" in wait_for(card, qtbot)
    device = surroundings.remembered.vault(vault_place).device
    secret = device_keys.recall(device)
    assert isinstance(secret, bytes)
    assert opens(vault_place, DeviceKey(device, secret))
    assert card.action.words == "No longer allow"
    card.action.click()
    assert "No longer allowed" in wait_for(card, qtbot)
    assert keyring.entries == {}
    assert [slot.kind for slot in slots_of(own_session.vault)] == ["passphrase"]
    assert surroundings.remembered.vault(vault_place).device == ""


def test_a_keyring_that_cannot_says_why_in_one_sentence_and_adds_no_way_in(
    own_window: MainWindow, own_session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(device_keys, "remember", lambda *_, **__: Trouble.LOCKED)
    card = vault_page(own_window, "keys").keys.devices
    card.action.click()
    assert wait_for(card, qtbot) == "The keyring of this computer is locked. The vault opens with its passphrase."
    assert [slot.kind for slot in slots_of(own_session.vault)] == ["passphrase"]


def test_another_computer_can_be_removed(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    trust_device(own_session.vault, DeviceKey.random())
    card = vault_page(own_window, "keys").keys.devices
    card.show_devices()
    assert "Another computer" in said(card)
    card.removals[0].click()  # type: ignore[attr-defined]  # a button
    wait_for(card, qtbot)
    assert [slot.kind for slot in slots_of(own_session.vault)] == ["passphrase"]
    assert card.removals == ()


def test_everything_is_encrypted_anew_and_the_new_sheet_is_asked_back(
    own_window: MainWindow, own_session: Session, vault_place: Path, keyring: Kept, qtbot: QtBot
) -> None:
    page = vault_page(own_window, "keys")
    page.keys.devices.action.click()
    wait_for(page.keys.devices, qtbot)
    before = own_session.vault.held.header.register
    page.keys.rekey.action.click()
    page.keys.rekey.passphrase.set_text(PASSPHRASE)
    page.keys.rekey.start.click()
    desk = own_window.centralWidget()
    assert isinstance(desk, Desk)
    assert not desk.navigation.isEnabled()
    wait_for(page.keys.rekey, qtbot)
    assert desk.navigation.isEnabled()
    assert own_session.vault.held.header.register != before
    assert opens(vault_place, key_of(page.keys.rekey.shown))
    assert opens(vault_place, PASSPHRASE)
    assert {slot.kind for slot in slots_of(own_session.vault)} == {"passphrase", "recovery", "device"}
    type_back(page.keys.rekey.shown)
    assert "the new sheet is checked" in wait_for(page.keys.rekey, qtbot)
    assert keyring.entries


def test_a_wrong_passphrase_leaves_the_old_key(own_window: MainWindow, own_session: Session, qtbot: QtBot) -> None:
    card = vault_page(own_window, "keys").keys.rekey
    before = own_session.vault.held.header
    card.action.click()
    card.start.click()
    assert "enter the passphrase" in card.passphrase.hint.text
    card.passphrase.set_text("eine andere passphrase")
    card.start.click()
    wait_for(card, qtbot)
    assert "does not fit" in card.passphrase.hint.text
    assert own_session.vault.held.header == before


def test_locking_while_keys_are_made_waits_and_leaves_a_vault_that_opens(
    own_window: MainWindow, vault_place: Path
) -> None:
    page = vault_page(own_window, "keys")
    page.keys.rekey.action.click()
    page.keys.rekey.passphrase.set_text(PASSPHRASE)
    page.keys.rekey.start.click()
    page.keys.sheet.make.click()
    page.keys.sheet.make_now.click()
    own_window.lock()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert own_window.session is None
    assert opens(vault_place, PASSPHRASE)
