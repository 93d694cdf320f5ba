"""Files and values of the command line, and the one sentence for what is wrong with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.core.language import Language
from app.core.text import Joined, Sayable, Text
from app.law.json_form import loads
from app.law.json_values import BadFacts
from app.system.languages import language
from app.system.vault_troubles import sentence
from database.errors import VaultError
from database.files import naming

T = TypeVar("T")

_LARGEST_FILE = 64 * 1024 * 1024
_LONGEST_SHOWN = 200


class BadInput(Exception):
    """Something outside the program is wrong; the sentence says what and where."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file; `id` is `None` where the file holds a single object of facts."""

    id: str | None
    facts: object


def terminal_language() -> Language:
    """Return the language of the terminal: German where the locale is German, else English."""
    wanted = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "en")
    return language("de" if wanted.lower().startswith("de") else "en")


def report_problem(sentence: Sayable) -> None:
    """Print one sentence to standard error."""
    print(f"nachweis: {terminal_language().say(sentence)}", file=sys.stderr)  # noqa: T201 - the command line's voice


def read_json(name: str) -> object:
    """Return the JSON value of a file, or of standard input for `-`. Raises BadInput."""
    text = sys.stdin.buffer.read(_LARGEST_FILE + 1) if name == "-" else _bytes(Path(name))
    if len(text) > _LARGEST_FILE:
        raise BadInput(Text("{file} is larger than 64 MB.", file=_shown(name)))
    return checked(name, None, lambda: loads(text))


def _bytes(path: Path) -> bytes:
    with file_place(path), path.open("rb") as stream:
        return stream.read(_LARGEST_FILE + 1)


@contextmanager
def file_place(path: Path) -> Iterator[None]:
    """Turn what the machine says about a file inside the block into the sentence for it."""
    try:
        with naming(path):
            if path.is_dir():
                raise BadInput(Text("{file} is a folder. A file is needed here.", file=_shown(str(path))))
            yield
    except VaultError as error:
        raise BadInput(sentence(error)) from error


def checked(name: str, case: str | None, read: Callable[[], T]) -> T:
    """Return what the reader reads; name the file, the case and the key where it refuses."""
    try:
        return read()
    except BadFacts as error:
        in_case = [Text("case {id}", id=_shown(case))] if case is not None else []
        at_key = [_shown(error.path)] if error.path else []
        where = Joined((_shown(name), *in_case, *at_key), "")
        raise BadInput(Text("{where}: {reason}", where=where, reason=error.reason)) from error


def cases(name: str, value: object) -> tuple[list[Case], bool]:
    """Return the cases of a file and whether it is a list of cases. Raises BadInput."""
    if not isinstance(value, Mapping) or "cases" not in value:
        return [Case(None, value)], False
    entries = value["cases"]
    if not isinstance(entries, list):
        raise BadInput(Text("{file}, cases: expected a list in brackets.", file=_shown(name)))
    return [_case(name, index, entry) for index, entry in enumerate(entries)], True


def _case(name: str, index: int, entry: object) -> Case:
    where = f"{_shown(name)}, cases[{index}]"
    if not isinstance(entry, Mapping) or not isinstance(entry.get("id"), str) or _has_half_characters(entry["id"]):
        raise BadInput(Text("{where}: expected an object with the text “id” and the object “facts”.", where=where))
    if "facts" not in entry:
        raise BadInput(Text("{where}: “facts” is missing.", where=where))
    return Case(str(entry["id"]), entry["facts"])


def _has_half_characters(text: str) -> bool:
    """Tell whether a lone surrogate stands in a text, which no file in UTF-8 can hold."""
    return any("\ud800" <= char <= "\udfff" for char in text)


def _shown(text: str) -> str:
    """Return somebody's text fit for one line of a terminal."""
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
