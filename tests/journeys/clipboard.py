"""Journey: somebody copies a figure and locks; another program puts something on the clipboard, and they lock again.

`python -m tests.journeys.clipboard`
"""

from __future__ import annotations

import json
import subprocess
import sys

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QLineEdit

from app.shell.pages.scope import ScopePage
from tests.journeys.user import User

PROGRAM = ["-m", "tests.journeys.another_program"]
FOREIGN = "von anderswo"


def main() -> None:
    """Make the journey."""
    user = User()
    open_demo(user)
    copy_a_figure(user)
    sys.stdout.write(f"copied: {json.dumps(seen_elsewhere(user))}\n")
    user.window.lock()
    user.wait(lambda: user.window.door)
    sys.stdout.write(f"locked: {json.dumps(seen_elsewhere(user))}\n")
    open_demo(user)
    copy_a_figure(user)
    command = [sys.executable, *PROGRAM, "put", FOREIGN]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:  # noqa: S603 - own code
        assert other.stdout is not None
        assert other.stdout.readline() == "put\n"
        user.wait(lambda: not user.application.clipboard().ownsClipboard())
        user.window.lock()
        user.wait(lambda: user.window.door)
        sys.stdout.write(f"foreign: {json.dumps(seen_elsewhere(user))}\n")
        other.communicate("")
    user.leave()


def open_demo(user: User) -> None:
    """Look at the demo company."""
    user.window.look_at_demo()
    user.find(ScopePage)


def copy_a_figure(user: User) -> None:
    """Mark the text of a field and copy it, as anybody would."""
    field = next(one for one in user.find(ScopePage).findChildren(QLineEdit) if one.isVisible())
    user.click(field)
    user.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    user.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert user.application.clipboard().ownsClipboard()
    sys.stdout.write(f"figure: {field.text()}\n")


def seen_elsewhere(user: User) -> list[str]:
    """Return what another program finds on the clipboard and in the selection, while this one goes on living."""
    reader = QProcess()
    reader.start(sys.executable, [*PROGRAM, "read"])
    user.wait(lambda: reader.state() is QProcess.ProcessState.NotRunning)
    found = json.loads(bytes(reader.readAllStandardOutput().data()))
    assert isinstance(found, list)
    return found


if __name__ == "__main__":
    main()
