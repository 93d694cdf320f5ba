"""What stands in front of the closed vault: which door, to which vault, and the way through it.

Opening takes a second and happens in a worker. Who locks meanwhile finds the door closed: what arrives from a worker
that was turned away is closed at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from app.core.language import Code, Language
from app.core.text import Text
from app.shell import doors, opening
from app.shell.gate import Deeds, Door, Offer
from app.shell.surroundings import Surroundings
from app.system.known_vaults import Vaults, forgotten

if TYPE_CHECKING:
    from app.shell.opening import Entered
    from app.shell.session import Session
    from app.ui.task import Progress
    from database.credentials import Credential

Which = Literal["vault", "new", "forgotten", "restore", "salvage"]
"""The doors: to a vault, to a new one, and the three for whoever cannot get through the first."""


class Entrance:
    """The door that is shown while no vault is open. `opened` gets who has entered, `stand` shows the door anew."""

    def __init__(
        self,
        window: QWidget,
        surroundings: Surroundings,
        *,
        opened: Callable[[Entered], None],
        stand: Callable[[], None],
        speak: Callable[[Code], None],
    ) -> None:
        self._window, self._with = window, surroundings
        self._opened, self._stand, self._speak = opened, stand, speak
        self._place: Path | None = None
        self._which: Which = "vault"
        self._attempt = 0
        self._progress: Progress | None = None
        self._again: Callable[[], None] | None = None
        self._language: Language | None = None
        self.door: Door | None = None
        self.goes_on = False
        self.missing: frozenset[str] = frozenset()

    @property
    def place(self) -> Path | None:
        """Return the vault whose door this is."""
        return self._place or self._with.remembered.last_vault

    def make_door(self, language: Language) -> Door:
        """Return a new door of the kind that is wanted, to the vault that was chosen or open last."""
        self._language, self._again = language, None
        self.door = self._door(language, self.place, self._deeds())
        return self.door

    def _door(self, language: Language, place: Path | None, deeds: Deeds) -> Door:
        if self._which == "restore":
            return doors.restore(language, self._with, deeds, self._open_restored)
        if place is None or self._which == "new":
            return doors.first_start(language, self._with.folders.vaults, deeds)
        if not place.exists():
            return doors.missing_vault(language, place, self._others(place), deeds)
        if self._which == "forgotten":
            return doors.forgotten(language, place, deeds)
        if self._which == "salvage":
            return doors.salvage(language, place, self._with, deeds, self._open_restored)
        return doors.lock_screen(language, place, self._others(place), deeds, goes_on=self.goes_on)

    def complete(self) -> None:
        """Put in what the first picture of the door can do without."""
        if self.door and self._language:
            self.door.complete(partial(doors.about, self._language, self._with.version()))
            self.door.mark_missing(self.missing)
            self._look_for_vaults()

    def leave(self, session: Session) -> None:
        """Note that somebody has gone in; the next door is the one to where they are."""
        if session.place:
            self._with.remembered.opened(session.place, self._with.now())
            self._place = session.place
        self.door = self._again = None
        self._which, self.goes_on = "vault", False

    def turn_away(self) -> None:
        """Let nobody in who is on the way now."""
        self._attempt += 1
        if self._progress:
            self._progress.stop()

    # What can be done at the doors.

    def look_at_demo(self) -> None:
        """Open the demo company."""
        self._open(opening.demonstrating(self._with.now))

    def create(self, place: Path, passphrase: str) -> None:
        """Make a vault and open it."""
        self._open(opening.making(place, passphrase, self._with.now))

    def go_to(self, place: Path) -> None:
        """Stand before another vault."""
        self._begin(place)

    def begin_new(self) -> None:
        """Stand where a new vault is made."""
        self._begin(self._place, "new")

    def restore(self) -> None:
        """Stand where a backup becomes a vault."""
        self._begin(self._place, "restore", goes_on=self.goes_on)

    def salvage(self) -> None:
        """Stand where a damaged vault becomes a new one with what can be read of it."""
        self._begin(self._place, "salvage", goes_on=self.goes_on)

    def _begin(self, place: Path | None, which: Which = "vault", *, goes_on: bool = False) -> None:
        self.turn_away()
        self._place, self._which, self.goes_on = place, which, goes_on
        self._stand()

    def _forget(self, place: Path) -> None:
        self._with.remembered.forget(place)
        self._begin(None if place == self._place else self._place)

    def _unlock(self, credential: Credential, *, read_only: bool = False) -> None:
        if place := self.place:
            self._open_vault(place, credential, read_only=read_only)

    def _open_vault(self, place: Path, credential: Credential, *, read_only: bool = False) -> None:
        backups = self._with.folders.backups_of(place)
        self._again = partial(self._unlock, credential, read_only=True)
        self._open(opening.opening(place, credential, self._with.now, read_only=read_only, backups=backups))

    def _unlock_here(self, *, read_only: bool = False) -> None:
        """Ask the keyring; it may take its time, so the passphrase can still be typed."""
        place = self.place
        if place is None:
            return
        device, backups = self._with.remembered.vault(place).device, self._with.folders.backups_of(place)
        self._again = partial(self._unlock_here, read_only=True)
        work = opening.opening_here(place, device, self._with.now, read_only=read_only, backups=backups)
        self._open(work, waits=False)

    def _open_restored(self, place: Path, credential: Credential) -> None:
        """Go into the vault that a backup or a rescue has made, with what has opened that."""
        self.go_to(place)
        self._open_vault(place, credential)

    # How somebody comes in, or not.

    def _open(self, work: opening.Opening, *, waits: bool = True) -> None:
        from app.ui.task import run  # noqa: PLC0415 - the first window has nothing to wait for

        if self.door and waits:
            self.door.set_busy(busy=True)
        self.turn_away()
        came, failed = partial(self._came, self._attempt), partial(self._failed, self._attempt)
        self._progress = run(work, came, failed=failed, parent=self._window).progress

    def _came(self, attempt: int, entered: Entered) -> None:
        if attempt == self._attempt:
            self._opened(entered)
        else:
            entered.session.close()

    def _failed(self, attempt: int, error: Exception) -> None:
        words = doors.said(error)
        if attempt != self._attempt or not self.door or not self._language:
            return
        if doors.is_wrong_passphrase(error):
            self.door.say_wrong(self._language.say(words))
        else:
            offers, tone = self._offers(error, self._language), doors.tone_of(error)
            self.door.say_trouble(self._language.say(words), *offers, tone=tone)

    def _offers(self, error: Exception, language: Language) -> tuple[Offer, ...]:
        match doors.helps(error):
            case "read_only" if self._again:
                return (Offer(language.say(Text("Open to read only")), "eye", self._again),)
            case "restore":
                restore = Offer(language.say(Text("Restore from a backup …")), "rotate-ccw", self.restore)
                salvage = Offer(language.say(Text("Save what can be saved …")), "save", self.salvage)
                return (restore, salvage) if doors.is_register_damaged(error) else (restore,)
        return ()

    # Which vaults there are.

    def _others(self, place: Path) -> Vaults:
        return forgotten(self._with.remembered.vaults, place)

    def _look_for_vaults(self) -> None:
        """Look in a worker what is still there: a network that does not answer stops nobody."""
        from app.ui.task import run  # noqa: PLC0415 - the first window has nothing to wait for

        places = tuple(entry.place for entry in self._with.remembered.vaults)
        if places:
            run(partial(opening.missing_of, places), self._looked, parent=self._window)
        device = self._with.remembered.vault(self.place).device if self.place else ""
        if self.place and self.door and device:
            run(partial(opening.is_trusted, self.place, device), self._offer_device, parent=self.door)

    def _looked(self, missing: frozenset[str]) -> None:
        self.missing = missing
        if self.door:
            self.door.mark_missing(missing)

    def _offer_device(self, is_trusted: bool) -> None:
        if is_trusted and self.door:
            self.door.offer_device()

    def _deeds(self) -> Deeds:
        return Deeds(
            create=self.create,
            unlock=self._unlock,
            unlock_here=self._unlock_here,
            recover=lambda: self._begin(self._place, "forgotten", goes_on=self.goes_on),
            restore=self.restore,
            back=lambda: self._begin(self._place, goes_on=self.goes_on),
            open_other=self.go_to,
            forget=self._forget,
            begin_new=self.begin_new,
            look_at_demo=self.look_at_demo,
            speak=self._speak,
        )
