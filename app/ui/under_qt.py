"""A precaution for a Python that lives under Qt. Without it the program ends without a word, now and then.

Python collects its garbage wherever an allocation happens to tip the scale. If that is a worker, and a closed page is
among the garbage, Qt's widgets are destroyed outside the thread they live in. So the automatic collection is off, and
the window's thread does, every few seconds, what it would have done.
"""

from __future__ import annotations

import gc

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
