"""Another program on the same screen, with a clipboard of its own.

`python -m tests.journeys.another_program read` says what is on the clipboard and in the selection.
`python -m tests.journeys.another_program put TEXT` puts a text on both and stays until its input ends.
"""

from __future__ import annotations

import json
import sys
from threading import Thread

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication

MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def main() -> None:
    """Do what is asked for."""
    application = QGuiApplication(sys.argv[:1])
    clipboard = application.clipboard()
    if sys.argv[1] == "read":
        sys.stdout.write(json.dumps([clipboard.text(mode) for mode in MODES]))
        return
    for mode in MODES:
        clipboard.setText(sys.argv[2], mode)
    QCoreApplication.processEvents()
    sys.stdout.write("put\n")
    sys.stdout.flush()
    Thread(target=_leave_with_input, daemon=True).start()
    application.exec()


def _leave_with_input() -> None:
    sys.stdin.read()
    application = QCoreApplication.instance()
    if application:
        QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)


if __name__ == "__main__":
    main()
