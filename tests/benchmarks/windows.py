"""Programs of one window each, started as processes of their own and measured from outside.

`python -m tests.benchmarks.windows bare|first` shows a window, waits until it has been painted, and leaves.
`bare-idle|wizard-idle` stay for a moment and print the resident memory in bytes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

IDLE_MILLISECONDS = 4000


class _Painted(QObject):
    """Calls back as soon as a window has been painted once."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def bare() -> tuple[QApplication, QWidget]:
    """Return a main window with one line of text: what PySide6 itself costs."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Nachweis"))
    return application, window


def first() -> tuple[QApplication, QWidget]:
    """Return the program's first window, made as `nachweis` makes it."""
    from app import bootstrap  # noqa: PLC0415 - the bare window must not pay for it

    application = bootstrap._application()
    return application, bootstrap._window(application)


def wizard() -> tuple[QApplication, QWidget]:
    """Return the program with a new vault open and the first question of the wizard on screen."""
    from app.shell.window import MainWindow  # noqa: PLC0415 - the bare window must not pay for it

    application, window = first()
    if not isinstance(window, MainWindow):
        raise TypeError("the program's first window is not its main window")
    window.entrance.create(Path(tempfile.mkdtemp()) / "idle.nachweis", "correct horse battery staple")
    return application, window


def leave() -> None:
    """End the process without waiting for what still runs in the background."""
    os._exit(0)


def tell_memory() -> None:
    """Print the resident memory in bytes and leave."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    sys.stdout.write(f"{pages * os.sysconf('SC_PAGE_SIZE')}\n")
    sys.stdout.flush()
    leave()


def main(name: str) -> int:
    """Show one of the windows at 1280 × 800 and do what the name asks for."""
    kind, _, idle = name.partition("-")
    application, window = {"bare": bare, "first": first, "wizard": wizard}[kind]()
    then = (lambda: QTimer.singleShot(IDLE_MILLISECONDS, tell_memory)) if idle else leave
    painted = _Painted(then)
    window.installEventFilter(painted)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
