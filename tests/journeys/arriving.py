"""How somebody makes a vault, and gets its recovery sheet: by the keyboard, with the groups read from the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.shell.first_start import FirstStart
from app.shell.recovery_step import RecoveryStep
from app.shell.wizard_scene import WizardScene
from tests.journeys.papers import recovery_key_on
from tests.journeys.user import User


def make_vault(user: User, passphrase: str) -> RecoveryStep:
    """Choose a passphrase; the recovery sheet comes next."""
    door = user.find(FirstStart)
    user.type(door.passphrase.edit, passphrase)
    user.press(Qt.Key.Key_Return)
    user.type(door.repeat.edit, passphrase)
    user.press(Qt.Key.Key_Return)
    return user.find(RecoveryStep)


def save_sheet(user: User, sheet: Path) -> None:
    """Save the recovery sheet, type a wrong group, then the right ones from the paper."""
    step = user.find(RecoveryStep)
    user.save_into(sheet, lambda: user.click(step.save))
    user.wait(step.save.isEnabled)
    groups = recovery_key_on(sheet)
    first, second = step.fields
    user.type(first.edit, "AAAAA")
    user.press(Qt.Key.Key_Return)
    assert first.edit.property("state") == "error"
    for field, number in zip((first, second), step._asked, strict=True):
        user.type(field.edit, groups[number - 1].lower())
    user.press(Qt.Key.Key_Return)
    user.find(WizardScene)
