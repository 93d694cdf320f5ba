"""Work that takes long, away from the window: a pure function in a worker thread, its result back in the window's.

The function gets values, never a widget or a connection, and a `Progress` it may report to and ask whether it
should stop. What goes wrong and is not expected is raised again in the window's thread, loudly. Where the page is gone
before the work has ended, the work is asked to stop, and whatever it still says is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """The work was stopped on request."""


class Progress:
    """What the worker may tell and ask; safe to use from its thread."""

    def __init__(self, told: Callable[[float, str], None]) -> None:
        self._told = told
        self._stop = Event()

    def tell(self, share: float, step: str = "") -> None:
        """Say how far the work is, from 0 to 1; raises `Cancelled` if it should stop."""
        if self._stop.is_set():
            raise Cancelled
        self._told(share, step)

    def stop(self) -> None:
        """Ask the work to stop at the next occasion."""
        self._stop.set()


class Task(QObject, Generic[T]):
    """Work under way. Keep it until it has ended; `ended` comes last, whatever happened."""

    progressed = Signal(float, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = _Courier(QCoreApplication.instance())
        self.progress = Progress(self._courier.progressed.emit)
        self._done: Callable[[T], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._courier.progressed.connect(self.progressed)
        self._courier.delivered.connect(self._deliver)
        self.destroyed.connect(self.progress.stop)

    def cancel(self) -> None:
        """Stop the work; neither a result will come nor a mistake."""
        self._done, self._failed = None, _drop
        self.progress.stop()

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Begin. Without `failed`, an exception is raised again in the window's thread."""
        self._done, self._failed = done, failed
        QThreadPool.globalInstance().start(_Worker(work, self.progress, self._courier.came.emit))

    def _deliver(self, result: T, error: Exception | None) -> None:
        try:
            if error is None:
                if self._done:
                    self._done(result)
            elif not isinstance(error, Cancelled):
                self._report(error)
        finally:
            self.ended.emit()
            self.setParent(None)  # deleted later, it would be found among the children of a page that is just going

    def _report(self, error: Exception) -> None:
        if self._failed is None:
            raise error
        self._failed(error)


def _drop(_error: Exception) -> None:
    """Let a mistake go of which nobody wants to hear any more."""


class _Courier(QObject):
    """Carries what a worker says into the window's thread. It outlives whoever waits there, and goes after the end."""

    progressed = Signal(float, str)
    came = Signal(object, object)
    delivered = Signal(object, object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.came.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def _arrive(self, result: object, error: object) -> None:
        self.deleteLater()
        self.delivered.emit(result, error)


class _Worker(QRunnable, Generic[T]):
    def __init__(
        self, work: Callable[[Progress], T], progress: Progress, came: Callable[[T | None, Exception | None], None]
    ) -> None:
        super().__init__()
        self._work, self._progress, self._came = work, progress, came

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - every exception belongs in the window's thread
            self._came(None, error)
        else:
            self._came(result, None)


def run(
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    *,
    failed: Callable[[Exception], None] | None = None,
    parent: QObject,
) -> Task[T]:
    """Run a function in a worker and deliver its result to `done` in the window's thread."""
    task: Task[T] = Task(parent)
    task.start(work, done, failed)
    return task
