"""What stands in front of the closed vault: which door, to which vault, and the way through it.

Opening takes a second and happens in a worker. Who locks meanwhile finds the door closed: what arrives from a worker
that was turned away is closed at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.core.language import Code, Language
from app.shell import opening
from app.shell.doors import about, first_start, is_wrong_passphrase, lock_screen, missing_vault, said
from app.shell.gate import Deeds, Door
from app.shell.surroundings import Surroundings
from app.system.known_vaults import Vaults, forgotten

if TYPE_CHECKING:
    from app.shell.session import Session


class Entrance:
    """The door that is shown while no vault is open. `opened` gets the session, `stand` shows the door anew."""

    def __init__(
        self,
        window: QWidget,
        surroundings: Surroundings,
        *,
        opened: Callable[[Session], None],
        stand: Callable[[], None],
        speak: Callable[[Code], None],
    ) -> None:
        self._window, self._with = window, surroundings
        self._opened, self._stand, self._speak = opened, stand, speak
        self._place: Path | None = None
        self._new = False
        self._attempt = 0
        self._language: Language | None = None
        self.door: Door | None = None
        self.goes_on = False
        self.missing: frozenset[str] = frozenset()

    @property
    def place(self) -> Path | None:
        """Return the vault whose door this is."""
        return self._place or self._with.remembered.last_vault

    def make_door(self, language: Language) -> Door:
        """Return a new door: to the vault that was chosen or open last, or to a new one."""
        self._language = language
        place = self.place
        if place is None or self._new:
            self.door = first_start(language, self._with.folders.vaults, self._deeds())
        elif place.exists():
            self.door = lock_screen(language, place, self._others(place), self._deeds(), goes_on=self.goes_on)
        else:
            self.door = missing_vault(language, place, self._others(place), self._deeds())
        return self.door

    def complete(self) -> None:
        """Put in what the first picture of the door can do without."""
        if self.door and self._language:
            self.door.complete(partial(about, self._language, self._with.version()))
            self.door.mark_missing(self.missing)
            self._look_for_vaults()

    def leave(self, session: Session) -> None:
        """Note that somebody has gone in; the next door is the one to where they are."""
        if session.place:
            self._with.remembered.opened(session.place, self._with.now())
            self._place = session.place
        self.door = None
        self._new = self.goes_on = False

    def turn_away(self) -> None:
        """Let nobody in who is on the way now."""
        self._attempt += 1

    def look_at_demo(self) -> None:
        """Open the demo company."""
        self._open(opening.demonstrating(self._with.now))

    def create(self, place: Path, passphrase: str) -> None:
        """Make a vault and open it."""
        self._open(opening.making(place, passphrase, self._with.now))

    def go_to(self, place: Path) -> None:
        """Stand before another vault."""
        self._begin(place, new=False)

    def begin_new(self) -> None:
        """Stand where a new vault is made."""
        self._begin(self._place, new=True)

    def _begin(self, place: Path | None, *, new: bool) -> None:
        self.turn_away()
        self._place, self._new, self.goes_on = place, new, False
        self._stand()

    def _forget(self, place: Path) -> None:
        self._with.remembered.forget(place)
        self._begin(None if place == self._place else self._place, new=False)

    def _unlock(self, passphrase: str) -> None:
        if place := self.place:
            self._open(opening.opening(place, passphrase, self._with.now))

    def _open(self, work: opening.Opening) -> None:
        from app.ui.task import run  # noqa: PLC0415 - the first window has nothing to wait for

        if self.door:
            self.door.set_busy(busy=True)
        self._attempt += 1
        came, failed = partial(self._came, self._attempt), partial(self._failed, self._attempt)
        run(work, came, failed=failed, parent=self._window)

    def _came(self, attempt: int, session: Session) -> None:
        if attempt == self._attempt:
            self._opened(session)
        else:
            session.close()

    def _failed(self, attempt: int, error: Exception) -> None:
        if attempt != self._attempt or not self.door or not self._language:
            return
        words = self._language.say(said(error))
        (self.door.say_wrong if is_wrong_passphrase(error) else self.door.say_trouble)(words)

    def _others(self, place: Path) -> Vaults:
        return forgotten(self._with.remembered.vaults, place)

    def _look_for_vaults(self) -> None:
        """Look which vaults are still there, in a worker: a network that does not answer stops nobody."""
        from app.ui.task import run  # noqa: PLC0415 - the first window has nothing to wait for

        places = tuple(entry.place for entry in self._with.remembered.vaults)
        if places:
            run(partial(opening.missing_of, places), self._looked, parent=self._window)

    def _looked(self, missing: frozenset[str]) -> None:
        self.missing = missing
        if self.door:
            self.door.mark_missing(missing)

    def _deeds(self) -> Deeds:
        return Deeds(
            create=self.create,
            unlock=self._unlock,
            open_other=self.go_to,
            forget=self._forget,
            begin_new=self.begin_new,
            look_at_demo=self.look_at_demo,
            speak=self._speak,
        )
