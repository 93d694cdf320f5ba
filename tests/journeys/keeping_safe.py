"""How somebody takes care of a vault: keys, backups, the history, and a way back when the passphrase is forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.shell.desk import Desk
from app.shell.forgotten import Forgotten
from app.shell.new_passphrase import NewPassphrase
from app.shell.pages.history import HistoryPage
from app.shell.pages.safekeeping import SafekeepingPage
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.unlock import Unlock
from tests.journeys.papers import recovery_key_on
from tests.journeys.user import User


def open_vault_page(user: User, part: str) -> SafekeepingPage:
    """Go to one part of the vault page."""
    user.window.open_page(f"vault/{part}")
    page = user.find(SafekeepingPage)
    user.wait(page.parts[part].isVisible)
    return page


def change_passphrase(user: User, old: str, new: str) -> None:
    """Change the passphrase."""
    card = open_vault_page(user, "keys").keys.passphrase
    user.click(card.action)
    user.type(card.old.edit, old)
    user.type(card.new.first.edit, new)
    user.type(card.new.second.edit, new)
    user.press(Qt.Key.Key_Return)
    _wait_for(user, card)


def check_sheet(user: User, sheet: Path) -> None:
    """Type the whole recovery key from the sheet, as the yearly check wants it."""
    card = open_vault_page(user, "keys").keys.sheet
    user.click(card.check)
    user.type(card.sheet_check.all.edit, " ".join(recovery_key_on(sheet)))
    user.press(Qt.Key.Key_Return)
    _wait_for(user, card)


def encrypt_anew(user: User, passphrase: str, sheet: Path) -> None:
    """Give the vault a new key; a new sheet comes with it."""
    card = open_vault_page(user, "keys").keys.rekey
    user.click(card.action)
    user.type(card.passphrase.edit, passphrase)
    user.click(card.start)
    user.wait(lambda: card.shown.step is not None and card.shown.step.isVisible())
    step = card.shown.step
    assert step
    user.save_into(sheet, lambda: user.click(step.save))
    user.wait(step.save.isEnabled)
    groups = recovery_key_on(sheet)
    for field, number in zip(step.fields, step._asked, strict=True):
        user.type(field.edit, groups[number - 1])
    user.click(step.go_on)
    _wait_for(user, card)


def back_up_to(user: User, stick: Path) -> None:
    """Choose a second place, which makes a backup there."""
    part = open_vault_page(user, "backups").backups
    user.choose(stick, lambda: user.click(part.second.choose))
    user.wait(lambda: list(stick.rglob("*.nachweis-backup")))
    user.wait(part.back_up.isEnabled)


def prove(user: User, passphrase: str) -> None:
    """Prove the newest backup."""
    card = open_vault_page(user, "backups").backups.prove
    user.wait(card.prove.isEnabled)
    user.type(card.credential.passphrase.edit, passphrase)
    user.click(card.prove)
    _wait_for(user, card)


def export(user: User, passphrase: str, place: Path) -> None:
    """Take everything out, encrypted under a passphrase of its own."""
    card = open_vault_page(user, "file").export
    user.click(card.action)
    user.type(card.twice.first.edit, passphrase)
    user.type(card.twice.second.edit, passphrase)
    user.choose(place, lambda: user.click(card.export))
    _wait_for(user, card)
    assert place.exists()


def look_into_history(user: User) -> None:
    """Look at the newest entries, copy the head, and check the chain."""
    user.window.open_page("history")
    page = user.find(HistoryPage)
    page.table.setFocus()
    for _ in range(5):
        user.press(Qt.Key.Key_Down)
    user.click(page.head.copy)
    user.click(page.head.check)
    user.wait(page.head.check.isEnabled)
    assert page.head.verdict.text


def come_back_with(user: User, sheet: Path, new_passphrase: str) -> None:
    """Lock, forget the passphrase, open with the sheet, and choose another."""
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    user.click(user.find(Unlock).forgotten)
    door = user.find(Forgotten)
    user.type(door.key.edit, " ".join(recovery_key_on(sheet)))
    user.press(Qt.Key.Key_Return)
    step = user.find(NewPassphrase)
    user.type(step.fields.first.edit, new_passphrase)
    user.type(step.fields.second.edit, new_passphrase)
    user.press(Qt.Key.Key_Return)
    user.find(Desk)


def _wait_for(user: User, card: DeedCard) -> None:
    user.wait(lambda: not card.is_busy and card.outcome.isVisible())
