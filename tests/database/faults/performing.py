"""The warm interpreter that carries out deeds, seen from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.database.faults.performer import OVER
from tests.database.faults.told import START
from tests.database.notes import ROOT


class Performer:
    """Starts deeds in children, hears what they say, kills them."""

    def __init__(self) -> None:
        self._running = _started()

    def begin(self, deed: str, steps: int, folder: Path) -> int:
        """Let a child begin, and return its number."""
        if self._running.poll() is not None:  # where there is no fork, it was the child
            self._running = _started()
        assert self._running.stdin is not None
        self._running.stdin.write(json.dumps([deed, steps, str(folder)]) + "\n")
        word, _, number = self.line().partition(" ")
        assert word == START
        return int(number)

    def line(self) -> str:
        """Return the next line that was said, without its end."""
        assert self._running.stdout is not None
        line = self._running.stdout.readline()
        return line.removesuffix("\n") if line else f"{OVER} {self._running.wait()}"

    def rest(self) -> list[str]:
        """Return everything that is said until the child is gone."""
        lines = [self.line()]
        while not lines[-1].startswith(OVER):
            lines.append(self.line())
        return lines

    def kill(self, child: int) -> list[str]:
        """Kill a child, and return what it still said."""
        os.kill(child, getattr(signal, "SIGKILL", signal.SIGTERM))
        lines = self.rest()
        assert lines[-1] == f"{OVER} -9" or os.name == "nt", f"it ended by itself: {lines[-1]}"
        return lines

    def close(self) -> None:
        """End the interpreter."""
        self._running.communicate()


@contextmanager
def a_performer() -> Iterator[Performer]:
    """Return an interpreter that is ended afterwards."""
    performer = Performer()
    try:
        yield performer
    finally:
        performer.close()


def _started() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.database.faults.performer"]
    return subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT, bufsize=1
    )
