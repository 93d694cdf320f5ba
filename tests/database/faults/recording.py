"""Records what a program asks of the disk, call by call, as the kernel sees it.

strace reports every call that changes a file, also those of SQLite's C, with the bytes that were written. What the
program tells (`tests.database.faults.told`) is a write like any other, so each promise stands at its place among them.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.database.notes import ROOT

_CALLS = """
    open openat openat2 creat close dup dup2 dup3 lseek read readv write writev pwrite64 pwritev pwritev2
    ftruncate truncate fallocate fsync fdatasync sync_file_range rename renameat renameat2 link linkat symlink symlinkat
    unlink unlinkat mkdir mkdirat rmdir sendfile copy_file_range
"""
"""Reading is among them because it moves the place at which the next plain write lands."""

_LARGEST = 1 << 26
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\w+)")
_UNFINISHED = re.compile(r"^(\d+) +(\w+\(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_ARGUMENT = re.compile(r'"(?P<text>[^"]*)"|(?P<word>[^<,\s][^<,]*)(?:<(?P<path>[^>]*)>)?')


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: as it was written, the bytes it stands for, the path of the file that a number stands for."""

    word: str
    text: bytes
    path: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded: its name, its arguments, what it returned."""

    name: str
    arguments: tuple[Argument, ...]
    returned: int

    def number(self, place: int) -> int:
        """Return an argument that is a number."""
        return int(self.arguments[place].word, 0)

    def paths(self) -> list[str]:
        """Return the arguments that are paths, each seen from the folder that stands before it."""
        found, here = [], "/"
        for argument in self.arguments:
            if argument.text:
                found.append(str(Path(here) / os.fsdecode(argument.text)))
            here = argument.path or here
        return found


def recorded(deed: str, steps: int, folder: Path) -> tuple[Call, ...]:
    """Let a program of its own carry out a deed, and return every call by which it may have changed a file."""
    with tempfile.TemporaryDirectory() as elsewhere:
        trace = Path(elsewhere) / "trace"
        command = ["strace", "-f", "-y", "-xx", "-s", str(_LARGEST), "-e", f"trace={','.join(_CALLS.split())}"]
        command += ["-e", "raw=read,readv", "-e", "signal=none", "-o", str(trace)]
        command += [sys.executable, "-B", "-m", "tests.database.faults.performer"]
        order = json.dumps([deed, steps, str(folder)]) + "\n"
        subprocess.run(command, check=True, cwd=ROOT, input=order.encode(), stdout=subprocess.DEVNULL)  # noqa: S603 - ours
        with trace.open(encoding="ascii") as lines:
            return tuple(_calls(lines))


def _calls(lines: Iterator[str]) -> Iterator[Call]:
    unfinished: dict[str, str] = {}
    for line in lines:
        whole = line.rstrip("\n")
        if begun := _UNFINISHED.match(whole):
            unfinished[begun[1]] = begun[2]
            continue
        if resumed := _RESUMED.match(whole):
            whole = f"{resumed[1]} {unfinished.pop(resumed[1])}{resumed[2]}"
        found = _CALL.match(whole)
        if found and not found[3].startswith("-") and found[3] != "?":
            yield Call(found[1], tuple(map(_argument, _ARGUMENT.finditer(found[2]))), int(found[3], 0))


def _argument(found: re.Match[str]) -> Argument:
    return Argument(found["word"] or "", _bytes(found["text"]), os.fsdecode(_bytes(found["path"])))


def _bytes(spelled: str | None) -> bytes:
    return bytes.fromhex((spelled or "").replace("\\x", ""))
