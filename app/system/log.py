"""The log: what the program did, never what it was about.

Only fields of a short list reach the file, and each only in a form that no register entry could hide in. What an error
says is left out, because messages quote what they complain about; its kind and the places in the code are enough.
Other libraries' messages do not get in at all. The log is opened after the first window is up.
"""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

from database.files import make_private_folder, naming

_LOGGER = "nachweis"
_EVENT = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,12}", re.ASCII)
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}", re.ASCII)
_NOTABLE = {
    "count": _COUNT,
    "language": re.compile("de|en"),
    "milliseconds": _COUNT,
    "platform": re.compile("linux|win32|darwin"),
    "python": _VERSION,
    "schema": _COUNT,
    "version": _VERSION,
}
_OF_TROUBLE = {
    "kind": re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}", re.ASCII),
    "where": re.compile(r"[A-Za-z0-9_<>]{1,60}(\.py)?:[0-9]{1,6}:[A-Za-z0-9_<>]{1,60}", re.ASCII),
}
_ALLOWED = _NOTABLE | _OF_TROUBLE


class _AllowedFields(logging.Formatter):
    """Writes the time, the level, the event and the allowed fields; anything else in a record is not written."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the one line."""
        event = getattr(record, "event", "")
        given = getattr(record, "allowed", {})
        line = [self.formatTime(record), record.levelname, event if _EVENT.fullmatch(event) else "unnamed.event"]
        for name in sorted(_ALLOWED.keys() & given):
            line += [f"{name}={value}" for value in _listed(given[name]) if _ALLOWED[name].fullmatch(value)]
        return " ".join(line)


def start(folder: Path) -> Path:
    """Open the log in the folder and return its file. NoSpace or PathProblem if that is not possible."""
    from app.system.log_file import opened  # noqa: PLC0415 - the standard library's part of it takes 12 ms to import

    stop()
    make_private_folder(folder)
    path = folder / "nachweis.log"
    with naming(path):
        handler = opened(path)
    handler.setFormatter(_AllowedFields())
    logger = logging.getLogger(_LOGGER)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return path


def stop() -> None:
    """Close the log."""
    logger = logging.getLogger(_LOGGER)
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def note(event: str, **given: str | int) -> None:
    """Note that something happened, such as `note("vault.unlocked", milliseconds=912)`.

    ValueError for a field that is not on the list or not in its form: a mistake of the program.
    """
    for name, value in given.items():
        if name not in _NOTABLE or not _NOTABLE[name].fullmatch(str(value)):
            raise ValueError(f"{name} is no field of the log, or not in this form")
    logging.getLogger(_LOGGER).info("", extra={"event": event, "allowed": given})


def trouble(event: str, error: BaseException) -> None:
    """Note an error: its kind and where in the code it came from, not its message."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames]
    allowed = {"kind": type(error).__name__, "where": where}
    logging.getLogger(_LOGGER).error("", extra={"event": event, "allowed": allowed})


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]
