"""The one place where everything meets: Qt, the theme, the settings, the clock, the window.

The first window is painted before SQLAlchemy, ReportLab or Babel are imported; what the first unlocked page needs is
imported while the passphrase is being typed. A machine without a display gets one sentence, not a crash of Qt.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.core.language import Code
from app.core.text import Text
from app.shell.papers import Papers
from app.shell.remembered import Remembered
from app.shell.surroundings import Surroundings
from app.shell.watch.screen_lock import listen
from app.shell.window import MainWindow
from app.system import folders
from app.system.languages import code_or_default, language
from app.ui.fonts import set_text_scale
from app.ui.theme import Theme
from app.ui.under_qt import collect_here_only
from database.errors import VaultError

NO_WINDOW = 3

_SETTLED = 400  # milliseconds


def open_window(*, demo: bool) -> int:
    """Open the window and return when it has been closed; `NO_WINDOW` if the machine cannot show one."""
    application = _application()
    try:
        window = _window(application)
    except VaultError as error:
        from app.system.vault_troubles import sentence  # noqa: PLC0415 - only when something is wrong

        return _say_and_leave(Text("{reason}", reason=sentence(error)))
    window.show()
    QTimer.singleShot(_SETTLED, window, _open_log)
    if demo:
        window.look_at_demo()
    return application.exec()


def _open_log() -> None:
    """Open the log, and let every bug leave its kind and place there before it is shown."""
    from app.system import bugs, log  # noqa: PLC0415 - the first window has nothing to note

    bugs.listen()
    with suppress(VaultError):  # a program without a log is better than none
        log.start(folders.of_this_user().log)


def _window(application: QApplication) -> MainWindow:
    places = folders.of_this_user()
    remembered = Remembered(places.settings)
    set_text_scale(remembered.settings.text_size / 100)
    theme = Theme(application)
    theme.set_scheme(remembered.settings.colour_scheme)
    surroundings = Surroundings(
        theme=theme,
        remembered=remembered,
        folders=places,
        now=lambda: datetime.now(UTC).astimezone(),
        monotonic=time.monotonic,
        papers=Papers(places.opened),
        version=_version,
        open_outside=_open_outside,
        listen=listen,
    )
    return MainWindow(surroundings, remembered.language or _language_of_the_system())


def _application() -> QApplication:
    """Return Qt's application. Where Qt finds no screen it would abort the process, so its last word is ours.

    Qt's own file dialog notes the folders somebody has been to, for all programs: its settings can be kept nowhere.
    """

    def listen(kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _leave_without_window()

    qInstallMessageHandler(listen)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    application = QApplication(sys.argv[:1])
    collect_here_only(application)
    qInstallMessageHandler(None)
    application.setApplicationName("Nachweis")
    application.setApplicationDisplayName("Nachweis")
    application.setDesktopFileName("nachweis")
    return application


def _leave_without_window() -> NoReturn:
    _say_and_leave(
        Text("This machine has no display for a window. The commands assess, exposure, deadlines and report need none.")
    )
    sys.stderr.flush()
    os._exit(NO_WINDOW)


def _say_and_leave(what: Text) -> int:
    words = language("de" if _from_the_environment().lower().startswith("de") else "en").say(what)
    print(f"nachweis: {words}", file=sys.stderr)  # noqa: T201 - there is no window to say it in
    return NO_WINDOW


def _language_of_the_system() -> Code:
    """Return German or English; only asked for until somebody has chosen."""
    wanted = _from_the_environment()
    if not wanted or wanted in {"C", "POSIX", "C.UTF-8"}:
        from PySide6.QtCore import QLocale  # noqa: PLC0415 - Qt's list of all languages takes a moment to load

        wanted = QLocale.system().name()
    return code_or_default(wanted[:2].lower())


def _from_the_environment() -> str:
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")


def _open_outside(place: str) -> bool:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - the first window opens nothing
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    return QDesktopServices.openUrl(QUrl.fromLocalFile(place))


def _version() -> str:
    from app.cli import program_version  # noqa: PLC0415 - reading the installed version takes a moment

    return program_version()
