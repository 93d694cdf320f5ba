"""Journey: somebody works and locks, and the program waits to be looked into.

The program must not hold for other reasons what is looked for, so the words are kept backwards and typed one letter
after the other.

`python -m tests.journeys.locking`
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.shell.first_start import FirstStart
from app.shell.recovery_step import RecoveryStep
from app.shell.unlock import Unlock
from app.shell.wizard_scene import WizardScene
from app.wizard.page_inputs.words import LineInput
from app.wizard.page_question import QuestionView
from tests.journeys.stages import stop_at
from tests.journeys.user import User

BACKWARDS = {"passphrase": "nekcort lieweg tsi reih 7zqX", "company": "HbmG negalnA 4vwQ"}
"""What is typed, from its end."""


def main() -> None:
    """Make the journey."""
    user = User()
    door = user.find(FirstStart)
    for field in (door.passphrase.edit, door.repeat.edit):
        spell(user, field, BACKWARDS["passphrase"])
    user.press(Qt.Key.Key_Return)
    user.click(user.find(RecoveryStep).later)
    view = user.find(QuestionView)
    assert isinstance(view.input, LineInput)
    spell(user, view.input.field.edit, BACKWARDS["company"])
    user.click(user.find(WizardScene).wizard.foot.next)
    stop_at("open")
    user.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    user.find(Unlock)
    QTest.qWait(300)
    stop_at("locked")
    user.leave()


def spell(user: User, field: QWidget, backwards: str) -> None:
    """Type a word that is kept backwards, letter by letter."""
    user.click(field)
    for place in range(len(backwards) - 1, -1, -1):
        letter = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, backwards[place])
        QApplication.sendEvent(field, letter)


if __name__ == "__main__":
    main()
