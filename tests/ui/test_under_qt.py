"""Garbage is collected by the window's thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.under_qt import collect_due, collect_here_only


class Cycle:
    """Can only be collected, never just let go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _collection_as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    if was_on:
        gc.enable()


def test_a_worker_that_makes_garbage_collects_none_of_ours(qtbot: QtBot) -> None:
    owner = QObject()
    collect_here_only(owner, interval=10)
    collected_by: list[int] = []
    ours = weakref.ref(Cycle(), lambda _: collected_by.append(threading.get_ident()))
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)))
    worker.start()
    worker.join()
    assert ours() is not None
    qtbot.waitUntil(lambda: bool(collected_by), timeout=5000)
    assert collected_by == [threading.get_ident()]


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.disable()
    gc.collect()
    collect_due()
    assert gc.get_count()[0] <= gc.get_threshold()[0]
