"""The one window: first a door, then, with an open vault, either the wizard or the pages.

What is shown is always made anew from the session, the language and the place; changing the language or locking is
therefore throwing away and making again. A locked window holds nothing: the vault is closed, the key is wiped, the
pages are gone, the papers shown outside are removed, and so is what the program has put on the clipboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from app.core.language import Code
from app.core.text import Text
from app.shell import geometry, opening
from app.shell.entrance import Entrance
from app.shell.gate import Door
from app.shell.locking import after_dialogs, clear_clipboard, forget_soon, silence
from app.shell.menus import Menus, Orders
from app.shell.section_names import QUESTIONS, pages_for
from app.shell.surroundings import Surroundings
from app.system.languages import code_or_default, language

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from app.shell.arrival import Arrival
    from app.shell.opening import Entered
    from app.shell.qt_words import QtWords
    from app.shell.session import Session
    from app.shell.watch.guard import Guard

_MOMENT, _SETTLED = (
    15,
    250,
)  # milliseconds after the first picture: the window answers first, then it makes itself ready


class MainWindow(QMainWindow):
    """The door, the wizard or the pages."""

    def __init__(self, surroundings: Surroundings, system_language: Code = "de") -> None:
        super().__init__()
        self._with = surroundings
        self._language = language(code_or_default(surroundings.remembered.language or system_language))
        self._qt_words: QtWords | None = None
        self._session: Session | None = None
        self._arrival: Arrival | None = None
        self._page = ""
        self._painted = False
        self.guard: Guard | None = None
        self.entrance = Entrance(self, surroundings, opened=self._opened, stand=self._stand, speak=self.speak)
        self._menus = Menus(self, self._orders())
        geometry.put_back(self, surroundings.remembered)
        self._show_door()

    @property
    def session(self) -> Session | None:
        """Return the open vault, if one is open."""
        return self._session

    @property
    def door(self) -> Door | None:
        """Return the door, if no vault is open."""
        return self.entrance.door

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with what can wait once the first picture is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_MOMENT, self, self._complete_first_picture)
            QTimer.singleShot(_SETTLED, self, self._make_ready)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was, close the vault, remove the papers."""
        geometry.remember(self, self._with.remembered)
        self.entrance.turn_away()
        self._end_session()
        self._with.papers.close()
        if self._qt_words:
            self._qt_words.fall_silent()
        super().closeEvent(event)

    def look_at_demo(self) -> None:
        """Open the demo company."""
        self.entrance.look_at_demo()

    def lock(self) -> None:
        """Close the vault and show the door; the place is kept for whoever opens it again."""
        self.entrance.turn_away()
        try:
            if self._session:
                self.entrance.goes_on = not self._session.demo
                self._hide_scene()
                self._end_session()
        finally:
            after_dialogs(self, self._show_door)

    def speak(self, code: Code) -> None:
        """Change the language: remember it and make everything anew, at the same place."""
        self._language = language(code)
        if self._qt_words:
            self._qt_words.speak(code)
        self._with.remembered.change(language=code)
        self._show_again()

    def open_page(self, key: str) -> None:
        """Go to a page, or into the wizard; the place survives a change of language and the lock."""
        from app.shell.desk import Desk  # noqa: PLC0415 - the first window has no pages

        before, self._page = self._page, key
        desk = self.centralWidget()
        if isinstance(desk, Desk) and desk.has(key):
            desk.open(key)
        elif key != before:
            self._show_session()

    # What is shown.

    def _show_again(self) -> None:
        (self._show_session if self._session else self._show_door)()

    def _show_door(self) -> None:
        self._menus.speak(self._language, None)
        self._show(self.entrance.make_door(self._language))
        if self._painted:
            self._menus.fill()
            self.entrance.complete()
        self.setWindowTitle("Nachweis")
        forget_soon(self)

    def _show_session(self) -> None:
        session = self._session
        if session is None:
            return
        if self._arrival:
            self._show(self._arrival.scene(self._language))
        elif self._leads_to_questions(session):
            from app.shell.wizard_scene import WizardScene  # noqa: PLC0415 - the first window has no wizard

            self._page = QUESTIONS
            self._show(WizardScene(session, self._language, self._with, self._orders()))
        else:
            from app.shell.desk import Desk  # noqa: PLC0415 - the first window has no pages

            self._show(Desk(session, self._language, self._with, self._orders(), self._page))
        self._menus.speak(self._language, session)
        self._menus.fill()
        self.setWindowTitle(f"{session.company} – Nachweis" if session.company else "Nachweis")

    def _leads_to_questions(self, session: Session) -> bool:
        known = self._page.partition("/")[0] in pages_for(has_result=False)
        return self._page == QUESTIONS or not (session.has_result or known)

    def _show(self, scene: QWidget) -> None:
        self.setCentralWidget(scene)
        scene.setFocus()

    def _hide_scene(self) -> None:
        scene = self.centralWidget()
        if scene:
            scene.hide()

    def _say_soon(self, soon: bool) -> None:
        from app.ui.bars import TopBar  # noqa: PLC0415 - nobody is warned at the first picture

        for top in self.findChildren(TopBar):
            top.notice.say(self._language.say(Text("Locks shortly by itself")) if soon else "")

    # What happens.

    def _opened(self, entered: Entered) -> None:
        self._end_session()
        session = self._session = entered.session
        if not self.entrance.goes_on or session.demo:
            self._page = ""
        self.entrance.leave(session)
        if entered.sheet or entered.recovered:
            from app.shell.arrival import Arrival  # noqa: PLC0415 - most go straight in

            self._arrival = Arrival(entered, self._with, self.speak, self._arrive)
        self._show_session()

    def _arrive(self) -> None:
        """Go on to the pages after what comes between the door and them."""
        self._arrival = None
        self._show_session()

    def _stand(self) -> None:
        self._end_session()
        self._show_door()

    def _end_session(self) -> None:
        session, self._session, self._arrival = self._session, None, None
        if session is None:
            return
        scene = self.centralWidget()
        if scene:
            silence(scene)
        if session.care:
            session.care.blockSignals(True)
        clear_clipboard()
        self._with.papers.clear()
        session.close()

    def _complete_first_picture(self) -> None:
        if not self.isVisible():
            return
        from PySide6.QtGui import QIcon, QPixmap  # noqa: PLC0415 - nobody looks for these in the first picture

        from app.shell.qt_words import QtWords  # noqa: PLC0415
        from app.ui.focus_ring import FocusRing  # noqa: PLC0415
        from app.ui.icons import mark  # noqa: PLC0415

        self.setWindowIcon(QIcon(QPixmap.fromImage(mark(64))))
        self._menus.fill()
        if self.door:
            self.entrance.complete()
        self._ring = FocusRing(self)
        self._qt_words = QtWords(self._language.code)

    def _make_ready(self) -> None:
        if self.isVisible():
            from app.shell.watch.guard import Guard  # noqa: PLC0415 - at first there is nothing to lock
            from app.ui.task import run  # noqa: PLC0415 - the first window has nothing to wait for

            self._with.papers.sweep()
            run(opening.warm_up, lambda _: None, parent=self)
            self.guard = Guard(self, self._with, self.lock, self._say_soon)

    def _orders(self) -> Orders:
        return Orders(
            open_page=self.open_page,
            open_other=self.entrance.go_to,
            begin_new=self.entrance.begin_new,
            salvage=self.entrance.salvage,
            look_at_demo=self.look_at_demo,
            lock=self.lock,
            speak=self.speak,
            show_again=self._show_again,
            quit=self.close,
            missing=lambda: self.entrance.missing,
            vaults=self._with.folders.vaults,
            theme=self._with.theme,
            remembered=self._with.remembered,
        )
