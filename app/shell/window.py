"""The one window: first a door, then, with an open vault, either the wizard or the pages.

What is shown is always made anew from the session, the language and the place; changing the language or locking is
therefore throwing away and making again. A locked window holds nothing: the vault is closed, the key is wiped, the
pages are gone, and the papers shown outside are removed.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMainWindow

from app.core.language import Code
from app.core.text import Sayable, Text
from app.shell import opening
from app.shell.first_start import FirstStart
from app.shell.gate import Deeds
from app.shell.menus import Menus, Orders
from app.shell.qt_words import QtWords
from app.shell.surroundings import Surroundings
from app.shell.unlock import Locked, Unlock
from app.system import log
from app.system.folders import place_for_vault
from app.system.languages import code_or_default, language
from app.system.vault_troubles import sentence
from app.ui.focus_ring import FocusRing
from app.ui.icons import mark
from app.ui.task import run
from database.errors import VaultError, WrongPassphrase

if TYPE_CHECKING:
    from app.shell.desk import Desk
    from app.shell.session import Session
    from app.shell.wizard_scene import WizardScene

_LEAST = (640, 360)
_FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """The door, the wizard or the pages."""

    def __init__(self, surroundings: Surroundings, system_language: Code = "de") -> None:
        super().__init__()
        self._with = surroundings
        self._language = language(code_or_default(surroundings.remembered.language or system_language))
        self._qt_words = QtWords()
        self._qt_words.speak(self._language.code)
        self._session: Session | None = None
        self._page = ""
        self._new_vault = False
        self._goes_on = False
        self._painted = False
        self.scene: FirstStart | Unlock | Desk | WizardScene
        self.setMinimumSize(*_LEAST)
        self.setWindowIcon(QIcon(QPixmap.fromImage(mark(64))))
        self._menus = Menus(self, self._orders())
        self._restore_geometry()
        self._show_door()
        self._ring = FocusRing(self)

    @property
    def session(self) -> Session | None:
        """Return the open vault, if one is open."""
        return self._session

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin with everything that can wait once the first picture is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_picture)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was, close the vault, remove the papers."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._with.remembered.change(window_geometry=geometry)
        self._end_session()
        self._with.papers.close()
        super().closeEvent(event)

    def look_at_demo(self) -> None:
        """Open the demo company."""
        self._show_busy()
        run(opening.demonstrating(self._with.now), self._opened, failed=self._not_opened, parent=self)

    def lock(self) -> None:
        """Close the vault and show the door; the place is kept for whoever opens it again."""
        if self._session:
            self._goes_on = not self._session.demo
            self._end_session()
            self._show_door()

    def speak(self, code: Code) -> None:
        """Change the language: remember it and make everything anew, at the same place."""
        self._language = language(code)
        self._qt_words.speak(code)
        self._with.remembered.change(language=code)
        self._show_again()

    # What is shown.

    def _show_again(self) -> None:
        if self._session:
            self._show_session()
        else:
            self._show_door()

    def _show_door(self) -> None:
        place = self._with.remembered.last_vault
        self._menus.speak(self._language, None)
        if place is None or self._new_vault:
            suggested = place_for_vault(self._with.folders.vaults, self._language.say(Text("My company")))
            self._show(FirstStart(self._language, suggested, self._deeds()))
        else:
            door = Unlock(self._language, Locked(place, _last_changed(place), self._goes_on), self._deeds())
            self._show(door)
            if self._painted:
                self._complete(door)
        self.setWindowTitle("Nachweis")

    def _show_session(self) -> None:
        from app.shell.desk import Desk  # noqa: PLC0415 - the first window has no pages
        from app.shell.wizard_scene import WizardScene  # noqa: PLC0415 - the first window has no wizard

        session = self._session
        if session is None:
            return
        if not session.has_result or self._page == WizardScene.key:
            self._page = WizardScene.key
            self._show(WizardScene(session, self._language, self._with, self._orders()))
        else:
            self._show(Desk(session, self._language, self._with, self._orders(), self._page))
        self._menus.speak(self._language, session)
        self.setWindowTitle(f"{session.company} – Nachweis" if session.company else "Nachweis")

    def _show(self, scene: FirstStart | Unlock | Desk | WizardScene) -> None:
        self.scene = scene
        self.setCentralWidget(scene)
        scene.setFocus()

    def _show_busy(self) -> None:
        if isinstance(self.scene, FirstStart | Unlock):
            self.scene.set_busy(busy=True)

    # What happens.

    def _open_page(self, key: str) -> None:
        """Go to a page, or into the wizard; the place survives a change of language and the lock."""
        before, self._page = self._page, key
        from app.shell.desk import Desk  # noqa: PLC0415 - the first window has no pages

        if isinstance(self.scene, Desk) and self.scene.has(key):
            self.scene.open(key)
        elif key != before:
            self._show_session()

    def _create(self, place: Path, passphrase: str) -> None:
        run(opening.making(place, passphrase, self._with.now), self._opened, failed=self._not_opened, parent=self)

    def _unlock(self, passphrase: str) -> None:
        place = self._with.remembered.last_vault
        if place is None:
            self._show_door()
            return
        run(opening.opening(place, passphrase, self._with.now), self._opened, failed=self._not_opened, parent=self)

    def _opened(self, session: Session) -> None:
        self._end_session()
        self._session = session
        if not session.demo:
            self._with.remembered.change(last_vault=str(session.place))
        if not self._goes_on or session.demo:
            self._page = ""
        self._new_vault = self._goes_on = False
        log.note("demo.opened" if session.demo else "vault.opened")
        self._show_session()

    def _not_opened(self, error: Exception) -> None:
        words = self._language.say(_said(error))
        if isinstance(error, WrongPassphrase) and isinstance(self.scene, Unlock):
            self.scene.say_wrong(words)
        elif isinstance(self.scene, FirstStart | Unlock):
            self.scene.say_trouble(words)

    def _open_other(self, place: Path) -> None:
        self.lock()
        self._goes_on = self._new_vault = False
        self._with.remembered.change(last_vault=str(place))
        self._show_door()

    def _begin_new(self) -> None:
        self.lock()
        self._new_vault, self._goes_on = True, False
        self._show_door()

    def _end_session(self) -> None:
        if self._session:
            self._session.close()
            self._session = None
            self._with.papers.clear()

    def _after_first_picture(self) -> None:
        self._with.papers.sweep()
        if isinstance(self.scene, Unlock):
            self._complete(self.scene)
        run(opening.warm_up, lambda _: None, parent=self)

    def _complete(self, door: Unlock) -> None:
        door.complete(self._language.say(Text("Version {version}", version=self._with.version())))

    def _restore_geometry(self) -> None:
        kept = self._with.remembered.settings.window_geometry
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))):
            self.resize(*_FIRST)

    def _deeds(self) -> Deeds:
        return Deeds(
            create=self._create,
            unlock=self._unlock,
            open_other=self._open_other,
            begin_new=self._begin_new,
            look_at_demo=self.look_at_demo,
            speak=self.speak,
        )

    def _orders(self) -> Orders:
        return Orders(
            open_page=self._open_page,
            open_other=self._open_other,
            begin_new=self._begin_new,
            look_at_demo=self.look_at_demo,
            lock=self.lock,
            speak=self.speak,
            show_again=self._show_again,
            quit=self.close,
            vaults=self._with.folders.vaults,
            theme=self._with.theme,
            remembered=self._with.remembered,
        )


def _said(error: Exception) -> Sayable:
    from app.wizard.json_answers import BadAnswer  # noqa: PLC0415 - the first window has no answers

    if isinstance(error, VaultError):
        return sentence(error)
    if isinstance(error, BadAnswer):
        return Text("The answers in this vault cannot be read: {reason}", reason=error.reason)
    raise error


def _last_changed(place: Path) -> date | None:
    try:
        return datetime.fromtimestamp(max(entry.stat().st_mtime for entry in place.iterdir()), UTC).astimezone().date()
    except (OSError, ValueError):
        return None
