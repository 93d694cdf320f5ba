"""What a program says while it carries out a deed, so that somebody who ended it knows what must be there.

A deed has steps, counted from nothing: one transaction, one new passphrase, one backup. Before each the program says
that it begins, and when the vault has promised that it is done, it says so. One line each, written at once, so that a
line which was written is a line that can be read, whatever becomes of the program.
"""

from __future__ import annotations

import json
import os
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

START, BEGIN, DONE = "start", "begin", "done"


@dataclass(frozen=True, slots=True)
class Told:
    """How many steps were begun, and what was said of each that is done."""

    begun: int
    done: tuple[str, ...]

    @property
    def in_doubt(self) -> bool:
        """Whether a step was begun of which nobody heard the end: it may be there whole, or not at all."""
        return self.begun > len(self.done)

    def allows(self, steps: int) -> bool:
        """Tell whether so many steps may be found: all that are done, and perhaps the one that was begun."""
        return len(self.done) <= steps <= self.begun


class Tell(ABC):
    """Says what is begun and done."""

    def start(self) -> None:
        """Say that everything is ready, whom to kill, and that the deed follows."""
        self._say(f"{START} {os.getpid()}")

    def begin(self) -> None:
        """Say that the next step begins."""
        self._say(BEGIN)

    def done(self, what: str = "") -> None:
        """Say that the step is done, and what somebody needs to know to find it."""
        self._say(f"{DONE} {json.dumps(what)}")

    @abstractmethod
    def _say(self, line: str) -> None:
        """Say one line."""


class TellAloud(Tell):
    """Says it into a file that is open, at once, for another program to hear."""

    def __init__(self, out: int) -> None:
        self._out = out

    def _say(self, line: str) -> None:
        os.write(self._out, f"{line}\n".encode())


class TellHere(Tell):
    """Remembers what was said."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def _say(self, line: str) -> None:
        self.lines.append(line)


def heard(lines: Iterable[str]) -> Told:
    """Return what was told in so many whole lines."""
    words = [line.partition(" ") for line in lines]
    done = tuple(json.loads(rest) for word, _, rest in words if word == DONE)
    return Told(sum(word == BEGIN for word, _, _ in words), done)
