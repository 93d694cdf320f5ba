"""Two precautions for a Python that lives under Qt. Without them the program ends without a word, now and then.

Python collects its garbage wherever an allocation happens to tip the scale. If that is a worker, and a closed page is
among the garbage, Qt's widgets are destroyed outside the thread they live in. So the automatic collection is off, and
the window's thread does, every few seconds, what it would have done.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

INTERVAL = 2000
"""Milliseconds between two looks at the garbage."""


def collect_here_only(owner: QObject, interval: int = INTERVAL) -> None:
    """Collect garbage in this thread and no other, as long as the owner lives."""
    gc.disable()
    timer = QTimer(owner)
    timer.timeout.connect(collect_due)
    timer.start(interval)


def collect_due() -> None:
    """Collect what Python itself would have collected by now."""
    due = [
        age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
    ]
    if due:
        gc.collect(max(due))


def keep_none() -> None:
    """Work around PySide 6.12.0: every Qt call without a result gives back a reference to None that it never took.

    Before Python 3.12 made None immortal, some 5,000 such calls end the process ("none_dealloc"). So None gets more
    references here than any session can use up.
    """
    if sys.version_info < (3, 12):
        import ctypes  # noqa: PLC0415 - only where it is needed

        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
