"""Waiting for a thread that has to end before the window goes on: unseen for a second, then with words and a bar.

Meanwhile the window is painted, and what somebody types or clicks waits until it is over.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill
from app.shell.gate import busy_bar
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.text import label

UNSEEN = 1.0
"""Seconds that nobody wonders about."""

_STEP = 0.02
_WIDTH = 360


class Notice(QWidget):
    """A few words over the window, with a bar that moves."""

    def __init__(self, language: Language, words: Text) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = Box("card", padding=24, spacing=14)
        bar = busy_bar(language)
        bar.show()
        box.add(label(language.say(words), "strong"), bar)
        fill(column(self, spacing=0), box)
        self.setFixedWidth(scaled(_WIDTH))


def do_visibly(deed: Callable[[], None], language: Language, words: Text) -> None:
    """Do something in a thread of its own and wait for its end. What goes wrong there is raised here."""
    failures: list[BaseException] = []

    def work() -> None:
        try:
            deed()
        except BaseException as error:  # noqa: BLE001 - it is raised again where somebody hears it
            failures.append(error)

    thread = Thread(target=work, name="leaving")
    thread.start()
    thread.join(UNSEEN)
    if thread.is_alive():
        _wait(thread, Notice(language, words))
    if failures:
        raise failures[0]


def _wait(thread: Thread, notice: Notice) -> None:
    notice.adjustSize()
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible())
    over = next(windows, None)
    place = over.geometry() if over else notice.screen().availableGeometry()
    notice.move(place.center() - notice.rect().center())
    notice.show()
    while thread.is_alive():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        thread.join(_STEP)
    notice.close()
