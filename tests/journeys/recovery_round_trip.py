"""Journey: on another computer, with nothing but the recovery sheet and the vault or a backup; then work goes on.

`python -m tests.journeys.recovery_round_trip LANGUAGE SHEET VAULT_OR_BACKUP`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.shell.desk import Desk
from app.shell.first_start import FirstStart
from app.shell.forgotten import Forgotten
from app.shell.new_passphrase import NewPassphrase
from app.shell.restore_door import RestoreDoor
from app.shell.unlock import Unlock
from database.files import SUFFIX
from tests.journeys.first_start_to_paper import COMPANY, PASSPHRASE
from tests.journeys.papers import recovery_key_on
from tests.journeys.user import User

NEW_PASSPHRASE = "fünf andere Wörter; diesmal behalten"  # noqa: S105 - of a vault that lives for one journey
WRONG_GROUP = 3


def main() -> None:
    """Make the journey."""
    code, sheet, found = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    groups = recovery_key_on(sheet)
    user = User()
    user.click(user.find(FirstStart).languages.segments[code])
    if found.suffix == SUFFIX:
        open_vault(user, found, groups)
    else:
        restore(user, found, groups)
    choose_passphrase(user)
    see_everything(user)
    lock_and_unlock(user)
    user.leave()


def open_vault(user: User, vault: Path, groups: tuple[str, ...]) -> None:
    """Open a vault that another computer made, with a slip in the key first."""
    first = user.find(FirstStart)
    user.choose(vault, lambda: user.click(first.open_other))
    user.click(user.find(Unlock).forgotten)
    door = user.find(Forgotten)
    user.type(door.key.edit, " ".join(with_a_slip(groups)))
    user.press(Qt.Key.Key_Return)
    sys.stdout.write(f"slip: {door.key.hint.text}\n")
    user.type(door.key.edit, "-".join(groups).lower())
    sys.stdout.write(f"key: {door.key.hint.text}\n")
    user.press(Qt.Key.Key_Return)


def restore(user: User, backup: Path, groups: tuple[str, ...]) -> None:
    """Restore a backup that lies on a stick."""
    user.click(user.find(FirstStart).restore)
    scene = user.find(RestoreDoor).scene
    user.wait(scene.file.isEnabled)
    user.choose(backup, lambda: user.click(scene.file))
    user.wait(scene.credential.isVisible)
    user.click(scene.credential.kinds.segments["recovery"])
    field = scene.credential.recovery
    user.type(field.edit, " ".join(with_a_slip(groups)))
    sys.stdout.write(f"slip: {field.hint.text}\n")
    user.type(field.edit, "".join(groups))
    sys.stdout.write(f"key: {field.hint.text}\n")
    user.click(scene.look)
    user.wait(scene.restore.isEnabled)
    sys.stdout.write(f"inside: {scene.inside.text()}\n")
    user.click(scene.restore)


def with_a_slip(groups: tuple[str, ...]) -> list[str]:
    """Return the groups with one wrong character."""
    wrong = list(groups)
    group = wrong[WRONG_GROUP - 1]
    wrong[WRONG_GROUP - 1] = ("2" if group[0] != "2" else "3") + group[1:]
    return wrong


def choose_passphrase(user: User) -> None:
    """Choose a new passphrase, which is what comes next."""
    step = user.find(NewPassphrase)
    user.type(step.fields.first.edit, NEW_PASSPHRASE)
    user.type(step.fields.second.edit, NEW_PASSPHRASE)
    user.press(Qt.Key.Key_Return)
    user.find(Desk)


def see_everything(user: User) -> None:
    """See what the company is and what the result was."""
    session = user.window.session
    assert session
    assert session.company == COMPANY
    assert len(session.records) == 1
    sys.stdout.write(f"result: {user.words()}\n")


def lock_and_unlock(user: User) -> None:
    """Be refused with the forgotten passphrase, and let in with the new one."""
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    door = user.find(Unlock)
    user.type(door.passphrase.edit, PASSPHRASE)
    user.press(Qt.Key.Key_Return)
    user.wait(lambda: door.passphrase.edit.property("state") == "error")
    user.type(door.passphrase.edit, NEW_PASSPHRASE)
    user.press(Qt.Key.Key_Return)
    user.find(Desk)


if __name__ == "__main__":
    main()
