"""What comes between the door and the pages: the recovery sheet of a new vault, a new passphrase after a recovery.

A step survives a change of language, not the lock. It can be put off; the vault page goes on saying what is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.core.language import Code, Language
from app.shell.arrange import fill
from app.shell.card_door import CardDoor
from app.shell.doors import said
from app.shell.keys_desk import KeyDesk, two_groups
from app.shell.new_passphrase import NewPassphrase
from app.shell.recovery_step import RecoveryStep
from app.shell.surroundings import Surroundings
from app.ui.task import Progress, run

if TYPE_CHECKING:
    from app.shell.opening import Entered
    from app.shell.session import Session
    from database.credentials import RecoveryKey

_SHEET_WIDTH = 680


class Arrival:
    """The step of one session, as long as there is one; `go_on` is called when it is done or put off."""

    def __init__(
        self, entered: Entered, surroundings: Surroundings, speak: Callable[[Code], None], go_on: Callable[[], None]
    ) -> None:
        self._session, self._with = entered.session, surroundings
        self._speak, self._go_on = speak, go_on
        self._sheet = entered.sheet
        self._asked = two_groups()

    def scene(self, language: Language) -> CardDoor:
        """Return the step in this language."""
        if self._sheet is not None:
            return self._with_sheet(self._sheet, language)
        return self._with_passphrase(language)

    def _with_sheet(self, key: RecoveryKey, language: Language) -> CardDoor:
        desk = KeyDesk(self._session, self._with)
        scene = CardDoor(language, self._speak, width=_SHEET_WIDTH)
        step = RecoveryStep(language, key, desk.paper(key, language.code), self._asked)
        step.put_off.connect(self._go_on)
        step.checked.connect(lambda: run(desk.sheet_was_in_hand(), self._done, failed=self._not_noted, parent=scene))
        fill(scene.card.body, step)
        scene.setFocusProxy(step)
        return scene

    def _with_passphrase(self, language: Language) -> CardDoor:
        scene = CardDoor(language, self._speak)
        step = NewPassphrase(language)

        def failed(error: Exception) -> None:
            step.say_trouble(language.say(said(error)))

        def choose(passphrase: str) -> None:
            run(partial(_changed, self._session, passphrase), self._done, failed=failed, parent=scene)

        step.chosen.connect(choose)
        step.put_off.connect(self._go_on)
        fill(scene.card.body, step)
        scene.setFocusProxy(step)
        return scene

    def _done(self, _nothing: None) -> None:
        self._go_on()

    def _not_noted(self, error: Exception) -> None:
        """Go on all the same: the sheet was in somebody's hands, and the vault page will ask again."""
        said(error)
        self._go_on()


def _changed(session: Session, passphrase: str, _progress: Progress) -> None:
    from database.key_slots import change_passphrase  # noqa: PLC0415 - it imports the library of the keys

    with session.undisturbed() as vault:
        change_passphrase(vault, passphrase)
