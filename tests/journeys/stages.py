"""A journey that stops at stages, so that somebody can look around meanwhile.

The program itself, which `stop_at` runs in, stands still until the other side, an `Underway`, lets it go on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_STAGE = "stage"


def stop_at(stage: str) -> None:
    """Say where the journey is, and wait."""
    print(_STAGE, os.getpid(), stage, flush=True)  # noqa: T201 - this is how both sides talk
    sys.stdin.readline()


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a journey is, and the number of its process."""

    name: str
    pid: int

    def end(self, by: signal.Signals) -> None:
        """End the program here and now."""
        os.kill(self.pid, by)


class Underway:
    """A journey that somebody watches. What it says besides is kept."""

    def __init__(self, command: list[str], surroundings: dict[str, str], *, working_folder: str) -> None:
        self.said: list[str] = []
        self._child = subprocess.Popen(  # noqa: S603 - own code
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=surroundings, cwd=working_folder, encoding="utf-8",
        )  # fmt: skip

    def stages(self) -> Iterator[Stage]:
        """Return each stage as it is reached; asking for the next lets the journey go on."""
        assert self._child.stdout
        assert self._child.stdin
        for line in self._child.stdout:
            word, _, rest = line.partition(" ")
            if word != _STAGE:
                self.said.append(line)
                continue
            pid, _, name = rest.strip().partition(" ")
            yield Stage(name, int(pid))
            try:
                self._child.stdin.write("\n")
                self._child.stdin.flush()
            except BrokenPipeError:  # it was ended there
                return

    def end(self) -> int:
        """Wait for the end, keep what was said last, and return how it ended."""
        out, err = self._child.communicate(timeout=120)
        self.said += [out, err]
        return self._child.returncode

    def __enter__(self) -> Self:
        """Return the journey."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the journey if it is still under way."""
        if self._child.poll() is None:
            self._child.kill()
            self._child.communicate()
