"""Work in the background: the result arrives in the window's thread, mistakes are loud, stopping stops."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.task import Cancelled, Progress, run


@pytest.fixture
def owner(theme: QObject) -> QObject:
    return QObject(theme)


def test_the_result_arrives_in_the_thread_of_the_window(owner: QObject, qtbot: QtBot) -> None:
    seen: list[object] = []

    def work(_progress: Progress) -> int:
        seen.append(threading.current_thread() is threading.main_thread())
        return 42

    def done(result: int) -> None:
        seen.extend([result, threading.current_thread() is threading.main_thread()])

    with qtbot.waitSignal(run(work, done, parent=owner).ended):
        pass
    assert seen == [False, 42, True]


def test_progress_is_told_while_the_work_goes_on(owner: QObject, qtbot: QtBot) -> None:
    told: list[tuple[float, str]] = []
    begin = threading.Event()

    def work(progress: Progress) -> None:
        begin.wait(5)
        progress.tell(0.5, "halb")

    task = run(work, lambda _none: None, parent=owner)
    task.progressed.connect(lambda share, step: told.append((share, step)))
    with qtbot.waitSignal(task.ended):
        begin.set()
    assert told == [(0.5, "halb")]


def test_an_expected_mistake_is_handed_over(owner: QObject, qtbot: QtBot) -> None:
    mistakes: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise OSError("disk full")

    with qtbot.waitSignal(run(work, lambda _none: None, failed=mistakes.append, parent=owner).ended):
        pass
    assert [str(mistake) for mistake in mistakes] == ["disk full"]


def test_an_unexpected_mistake_is_loud(owner: QObject, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as exceptions, qtbot.waitSignal(run(work, lambda _none: None, parent=owner).ended):
        pass
    assert [kind for kind, *_ in exceptions] == [ZeroDivisionError]


def test_stopped_work_delivers_nothing(owner: QObject, qtbot: QtBot) -> None:
    begin = threading.Event()
    results: list[object] = []
    failures: list[Exception] = []

    def work(progress: Progress) -> int:
        begin.wait(5)
        progress.tell(0.1)
        return 1

    task = run(work, results.append, failed=failures.append, parent=owner)
    task.cancel()
    with qtbot.waitSignal(task.ended):
        begin.set()
    assert (results, failures) == ([], [])


def test_work_whose_page_is_gone_is_asked_to_stop_and_disturbs_nobody(
    owner: QObject, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    results: list[object] = []
    page, begin, stopped = QObject(owner), threading.Event(), threading.Event()

    def work(progress: Progress) -> int:
        begin.wait(5)
        try:
            progress.tell(0.5)
        except Cancelled:
            stopped.set()
            raise
        return 1

    task = run(work, results.append, failed=results.append, parent=page)
    task.progressed.connect(lambda *told: results.append(told))
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    begin.set()
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(50)
    assert stopped.is_set()
    assert results == []
    assert capfd.readouterr().err == ""


def test_work_that_never_asks_may_end_after_its_page_is_gone(
    owner: QObject, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    results: list[object] = []
    page, begin = QObject(owner), threading.Event()
    run(lambda _progress: begin.wait(5), results.append, parent=page)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    begin.set()
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(50)
    assert results == []
    assert capfd.readouterr().err == ""
