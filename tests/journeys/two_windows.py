"""Journey: two windows of the program, and one vault.

`python -m tests.journeys.two_windows first|second`
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt

from app.shell.desk import Desk
from app.shell.session import Session
from app.shell.unlock import Unlock
from tests.journeys.first_start_to_paper import PASSPHRASE
from tests.journeys.stages import stop_at
from tests.journeys.user import User


def main() -> None:
    """Make the part of the journey that is asked for."""
    user = User()
    unlock(user)
    {"first": first, "second": second}[sys.argv[1]](user)


def first(user: User) -> None:
    """Have the vault open, until somebody ends the program."""
    assert not opened(user).read_only
    stop_at("open")


def second(user: User) -> None:
    """Be told, look at the vault, and write once the other is gone."""
    door = user.find(Unlock)
    user.wait(lambda: door.trouble.offered)
    sys.stdout.write(f"told: {door.trouble.text}\n")
    user.click(door.trouble.offered[0])
    assert opened(user).read_only
    sys.stdout.write(f"looking: {user.words()}\n")
    stop_at("looking")
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    unlock(user)
    session = opened(user)
    session.keep(session.answers)
    sys.stdout.write(f"writing: {not session.read_only}\n")
    user.leave()


def unlock(user: User) -> None:
    """Type the passphrase at the lock screen."""
    user.type(user.find(Unlock).passphrase.edit, PASSPHRASE)
    user.press(Qt.Key.Key_Return)


def opened(user: User) -> Session:
    """Return the session, as soon as its pages are there."""
    user.find(Desk)
    session = user.window.session
    assert session
    return session


if __name__ == "__main__":
    main()
