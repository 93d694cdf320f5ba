"""What a lock takes away besides the pages: open dialogs, what the program put on the clipboard, unused memory.

A dialog runs a loop of its own, and the page below it waits for its answer. So the dialogs are turned away first, and
the page is only taken down when their loops have ended.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_PAUSE, _PATIENCE = 10, 100
_LATER = 2000
"""Milliseconds after which a worker that was still busy has let go, too."""


def clear_clipboard() -> None:
    """Take back what this program has put on the clipboard; what another put there is not ours to take."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        owned = clipboard.ownsClipboard() if mode is QClipboard.Mode.Clipboard else clipboard.ownsSelection()
        if owned:
            clipboard.clear(mode)


def silence(scene: QWidget) -> None:
    """Let nothing arrive on a scene any more: what a worker of its pages brings now would look for a closed vault."""
    from app.ui.task import Task  # noqa: PLC0415 - the first window has nothing to wait for

    for task in scene.findChildren(Task):
        task.cancel()


def after_dialogs(owner: QObject, then: Callable[[], None]) -> None:
    """Turn every open dialog and menu away, and go on once nothing waits for them any more."""
    if _turned_away():
        _wait(owner, then, QThread.currentThread().loopLevel(), _PATIENCE)
    else:
        then()


def forget_soon(owner: QObject) -> None:
    """Let go of whatever only held itself, once the pages are gone."""
    for pause in (_PAUSE, _LATER):
        QTimer.singleShot(pause, owner, gc.collect)


def _turned_away() -> bool:
    seen: list[QWidget] = []
    while (top := QApplication.activePopupWidget() or QApplication.activeModalWidget()) and top not in seen:
        seen.append(top)
        if isinstance(top, QDialog):
            top.reject()
        else:
            top.close()
    return bool(seen)


def _wait(owner: QObject, then: Callable[[], None], level: int, left: int) -> None:
    if left and QThread.currentThread().loopLevel() >= level:
        QTimer.singleShot(_PAUSE, owner, lambda: _wait(owner, then, level, left - 1))
    else:
        then()
