"""A bug is loud, but it does not say aloud what the register holds.

What an exception says quotes what it complains about. Whatever a program that was started from a desktop writes on
standard error ends in a log of the session, which is a file. So only somebody at a terminal reads the message; anywhere
else, as in our own log, stand the kinds and the places in the code.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType

from app.system import log


def listen() -> None:
    """Note every bug from now on, in whatever thread it happens, and show it."""
    sys.excepthook = _noted
    threading.excepthook = lambda met: _noted(met.exc_type, met.exc_value, met.exc_traceback)
    sys.unraisablehook = lambda met: _noted(met.exc_type, met.exc_value, met.exc_traceback)


def _noted(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    error = error or kind()
    log.trouble("program.bug", error.with_traceback(trace))
    if sys.stderr is None:
        return
    if issubclass(kind, KeyboardInterrupt) or sys.stderr.isatty():
        sys.__excepthook__(kind, error, trace)
    else:
        sys.stderr.writelines(_without_words(error))


def _without_words(error: BaseException) -> Iterator[str]:
    """Return a traceback in which no exception says more than its kind; the cause comes first, parts come last."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _without_words(before)
        yield "\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.extract_tb(error.__traceback__).format()
    yield f"{type(error).__name__}: the message is shown on a terminal only\n"
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield "\n"
        yield from _without_words(part)
