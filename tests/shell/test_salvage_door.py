"""A damaged vault becomes a new one with what can be read, from its page and its door; the old one is not touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from app.registers.schema import SCHEMA
from app.shell.salvage_door import SalvageDoor
from app.shell.session import open_vault
from app.shell.surroundings import Surroundings
from app.shell.unlock import Unlock
from app.shell.window import MainWindow
from app.wizard.stored import from_json, to_json
from database.vault import unlock
from tests.shell.safekeeping_worlds import said, vault_page
from tests.shell.worlds import NOW, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGE = 4096


def damage(vault: Path, *pages: int) -> None:
    """Overwrite the middle of some pages, counted from the end."""
    register = vault / "register.db"
    content = bytearray(register.read_bytes())
    for page in pages:
        middle = len(content) - page * PAGE + PAGE // 2
        content[middle : middle + 32] = bytes(32)
    register.write_bytes(content)


def salvage_door(window: MainWindow) -> SalvageDoor:
    assert isinstance(window.door, SalvageDoor)
    return window.door


def save(door: SalvageDoor, qtbot: QtBot) -> None:
    door.credential.passphrase.set_text(PASSPHRASE)
    door.save.click()
    qtbot.waitUntil(lambda: door.save.isHidden() or bool(door.trouble.text.strip()), timeout=30_000)


def test_the_page_leads_to_the_door_and_the_new_vault_opens(
    own_window: MainWindow, vault_place: Path, surroundings: Surroundings, qtbot: QtBot
) -> None:
    page = vault_page(own_window, "file")
    damage(vault_place, 1)
    page._desk.care.check()
    qtbot.waitUntil(page.file.salvage.isVisible, timeout=20_000)
    page.file.salvage.click()
    assert own_window.session is None
    content = (vault_place / "register.db").read_bytes()
    door = salvage_door(own_window)
    save(door, qtbot)
    assert "saved" in said(door)
    assert (vault_place / "register.db").read_bytes() == content
    door.open.click()
    qtbot.waitUntil(lambda: own_window.session is not None, timeout=30_000)
    assert own_window.session is not None
    assert own_window.session.place == surroundings.folders.vaults / "muster 2.nachweis"
    unlock(own_window.session.place, PASSPHRASE, SCHEMA, read_only=True).check()


def test_a_vault_that_no_longer_opens_offers_both_ways_at_its_door(
    window: Callable[[], MainWindow], vault_place: Path, demo_answers: object, qtbot: QtBot
) -> None:
    del demo_answers
    damage(vault_place, *range(1, (vault_place / "register.db").stat().st_size // PAGE - 1))
    shown = window()
    door = shown.door
    assert isinstance(door, Unlock)
    door.passphrase.set_text(PASSPHRASE)
    door.unlock.click()
    qtbot.waitUntil(lambda: len(door.trouble.offered) == 2, timeout=30_000)
    door.trouble.offered[1].click()
    assert isinstance(shown.door, SalvageDoor)
    QThreadPool.globalInstance().waitForDone()


def test_a_wrong_passphrase_is_said_at_the_field_and_back_leads_back(
    window: Callable[[], MainWindow], vault_place: Path, qtbot: QtBot
) -> None:
    shown = window()
    shown.entrance.salvage()
    door = salvage_door(shown)
    door.save.click()
    assert "Passphrase" in door.credential.passphrase.hint.text
    door.credential.passphrase.set_text("nicht diese passphrase")
    door.save.click()
    qtbot.waitUntil(door.save.isEnabled, timeout=30_000)
    assert door.credential.passphrase.edit.property("state") == "error"
    assert list(vault_place.parent.iterdir()) == [vault_place]
    door.back.click()
    assert isinstance(shown.door, Unlock)


@pytest.fixture
def demo_answers(vault_place: Path, demo: object) -> None:
    """Put answers into the vault, so that there is something to lose."""
    from app.shell.session import Session  # noqa: PLC0415 - only for its type

    assert isinstance(demo, Session)
    session = open_vault(vault_place, PASSPHRASE, lambda: NOW)
    session.keep(from_json(to_json(demo.answers)))
    session.close()
