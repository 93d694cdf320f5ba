"""A witness of a program and all its children: what it wrote, where, and which sockets it opened (`strace`).

What was written and removed again is seen as well, with every byte of it. Each thread has a log of its own, so that no
line is torn, and all texts are in hexadecimal, so that none can be mistaken for the log's own words.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_LONGEST = 4 << 20
_OPENING = ("?open", "openat", "?openat2", "?creat")
_NAMING = (
    "?rename", "?renameat", "renameat2", "?link", "linkat", "?symlink", "symlinkat", "?mkdir", "mkdirat", "?mknod",
    "mknodat", "truncate",
)  # fmt: skip
_WRITING = ("write", "writev", "pwrite64", "pwritev", "?pwritev2")
_SOCKETS = ("socket", "connect", "bind", "sendto")

_CALL = re.compile(r"(?P<name>\w+)\((?P<given>.*)\) += (?P<result>-?\d+)(?:<(?P<opened>[^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_TARGET = re.compile(r"\d+<((?:\\x[0-9a-f]{2})*)>")
_PLACE = re.compile(r'(?:<((?:\\x[0-9a-f]{2})*)>, )?"((?:\\x[0-9a-f]{2})*)"')
_FAMILY = re.compile(r"AF_\w+|PF_\w+")


def watched(log: Path) -> list[str]:
    """Return what stands before a command so that it is watched; the logs go into a folder that exists."""
    calls = ",".join((*_OPENING, *_NAMING, *_WRITING, *_SOCKETS))
    return [
        "strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", str(_LONGEST), "-e", "signal=none", "-e",
        f"trace={calls}", "-o", str(log / "thread"),
    ]  # fmt: skip


@dataclass
class Witnessed:
    """What was seen."""

    written: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    """What went into each file, one call after the other, whatever became of it."""

    named: set[str] = field(default_factory=set)
    """Every path that was opened for writing, made, or given to something."""

    sockets: set[str] = field(default_factory=set)
    """The families of the sockets that were opened or spoken to."""


def seen(log: Path, working_folder: Path) -> Witnessed:
    """Return what is in the logs. A relative path counts from the folder in which the program was started."""
    witnessed = Witnessed()
    for thread in sorted(log.iterdir()):
        with thread.open(encoding="ascii") as lines:
            for line in lines:
                if call := _CALL.match(line):
                    _note(witnessed, call, working_folder)
    return witnessed


def _note(witnessed: Witnessed, call: re.Match[str], working_folder: Path) -> None:
    name, given = call["name"], call["given"]
    if name in _SOCKETS:
        witnessed.sockets |= set(_FAMILY.findall(given)[:1])
    elif int(call["result"]) < 0:
        return
    elif name in _WRITING:
        target = _TARGET.match(given)
        path = _plain(target[1]).decode(errors="surrogateescape") if target else ""
        if path.startswith("/"):
            witnessed.written[path] += b"".join(_texts(given))
    elif f"?{name}" in _OPENING or name in _OPENING:
        if re.search(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)", given) or name == "creat":
            witnessed.named.add(_plain(call["opened"] or "").decode(errors="surrogateescape"))
    else:
        witnessed.named |= set(_places(given, working_folder))


def _texts(given: str) -> Iterator[bytes]:
    for text, rest in _TEXT.findall(given):
        assert not rest, "more was written at once than the log holds"
        yield _plain(text)


def _places(given: str, working_folder: Path) -> Iterator[str]:
    for folder, text in _PLACE.findall(given):
        within = _plain(folder).decode(errors="surrogateescape") if folder else str(working_folder)
        yield os.path.normpath(Path(within, _plain(text).decode(errors="surrogateescape")))


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
