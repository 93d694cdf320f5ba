"""Looks after an open vault while somebody works in it: backs it up, checks the whole file, says how both went.

It lives as long as the session, longer than any page. The pages ask it and hear of changes; the last backup is made
when the session ends.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.language import Language
from app.core.text import Text
from app.shell.backing_up import BackingUp, Copied, Kept, When
from app.shell.models.integrity import Integrity, State
from app.shell.session import Session
from app.shell.surroundings import Surroundings
from app.shell.waiting import do_visibly
from app.ui.task import Progress, run
from database.errors import VaultError
from database.vault import Vault

LOOK_EVERY, CHECK_AFTER = 60_000, 3_000
"""Milliseconds."""


class Care(QObject):
    """The backups and the integrity of one open vault. Belongs to the window's thread."""

    changed = Signal()

    def __init__(self, session: Session, surroundings: Surroundings, language: Language) -> None:
        super().__init__()
        self._session, self._with = session, surroundings
        self.language, self.now = language, surroundings.now
        self.kept: Kept | None = None
        self.copied = Copied("none")
        self.integrity = Integrity()
        self.busy = self._is_news = False
        self._backing_up = _backing_up(session, surroundings)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        if session.place is not None:
            self._clock.start(LOOK_EVERY)
            QTimer.singleShot(0, self, self.look)
            QTimer.singleShot(CHECK_AFTER, self, self.check)
            session.before_closing.append(self._leave)

    @property
    def second_place(self) -> Path | None:
        """Return where copies of the backups go, if somebody has said so."""
        second = self._with.remembered.vault(self._session.place).second_place if self._session.place else ""
        return Path(second) if second else None

    def set_second_place(self, place: Path | None) -> None:
        """Let copies go somewhere else from now on, or nowhere; what lies there stays there."""
        if self._session.place:
            self._with.remembered.amend(self._session.place, second_place=str(place or ""))
            self.back_up_now() if place else self.look()

    def look(self) -> None:
        """Make a backup if one is due."""
        self._begin("due")

    def back_up_now(self) -> None:
        """Make a backup, due or not."""
        self._begin("now")

    def check(self) -> None:
        """Read the whole file, in the background."""
        if self.integrity.state == "running":
            return
        self.integrity = Integrity("running", self.integrity.at)
        self.changed.emit()
        run(
            lambda _progress: self._session.apart(Vault.check),
            lambda _: self._checked("sound"),
            failed=self._found,
            parent=self,
        )

    def _found(self, error: Exception) -> None:
        from database.errors import DamagedVault  # noqa: PLC0415 - beside its only use

        if not isinstance(error, VaultError):
            raise error
        self._checked("damaged" if isinstance(error, DamagedVault) else "unknown", error)

    def _checked(self, state: State, trouble: VaultError | None = None) -> None:
        self.integrity = Integrity(state, self.now(), trouble)
        self.changed.emit()

    def _begin(self, when: When) -> None:
        if self._backing_up is None or self.busy:
            return
        self.busy = when == "now"
        if self.busy:
            self.changed.emit()
        work = partial(_kept_up, self._session, self._backing_up, when, self.second_place)
        run(work, self._done, parent=self).ended.connect(self._ended)

    def _done(self, found: tuple[Kept, Copied]) -> None:
        self._is_news = found != (self.kept, self.copied)
        self.kept, self.copied = found

    def _ended(self) -> None:
        if self.busy or self._is_news:
            self.busy = self._is_news = False
            self.changed.emit()

    def _leave(self) -> None:
        """Make the last backup while the vault is still open; copying it needs no vault, and nobody waits for that."""
        self._clock.stop()
        backing_up, second = self._backing_up, self.second_place
        self.deleteLater()
        if backing_up is None:
            return

        def last() -> None:
            with self._session.undisturbed():
                backing_up.keep_up("leaving")

        words = Text("The last backup is being written …")
        do_visibly(last, self.language, words)
        if second is not None:
            Thread(target=backing_up.copy_on, args=(second,), name="second place").start()


def care_of(session: Session, surroundings: Surroundings, language: Language) -> Care:
    """Return what looks after this vault, in the language of now."""
    if session.care is None:
        session.care = Care(session, surroundings, language)
    session.care.language = language
    return session.care


def _backing_up(session: Session, surroundings: Surroundings) -> BackingUp | None:
    if session.place is None or session.read_only:
        return None
    return BackingUp(session.vault, surroundings.folders.backups_of(session.place), surroundings.now)


def _kept_up(
    session: Session, backing_up: BackingUp, when: When, second: Path | None, _progress: Progress
) -> tuple[Kept, Copied]:
    with session.undisturbed():
        kept = backing_up.keep_up(when)
    return kept, backing_up.copy_on(second, at_once=when == "now")
