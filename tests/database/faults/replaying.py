"""Replays recorded calls on the model of a disk, one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.database.faults.disk import Disk, File, Folder, Node, Tree
from tests.database.faults.recording import Call

_TERMINAL = 1


@dataclass(slots=True)
class Opened:
    """A file that is open, and the place where the next plain write lands."""

    node: Node
    appends: bool
    at: int = 0

    @property
    def file(self) -> File:
        """The file that is open."""
        assert isinstance(self.node, File)
        return self.node


class Replay:
    """The disk, and what the program had told, after some of its calls."""

    def __init__(self, folder: Path, start: Tree) -> None:
        self.disk = Disk(start)
        self.lines: list[str] = []
        self._folder = str(folder)
        self._open: dict[int, Opened] = {}

    def then(self, call: Call) -> bool:
        """Carry out one call; return whether it may have changed what a cut leaves, or what was told."""
        carry_out = _CALLS.get(call.name)
        if carry_out is None:
            named = [*call.paths(), *(argument.path for argument in call.arguments)]
            assert not any(map(self._inside, named)), f"the model does not know {call.name}"
            return False
        return carry_out(self, call)

    def opens(self, call: Call) -> bool:
        """Open a file, and perhaps make it."""
        self._open.pop(call.returned, None)
        path, flags = call.paths()[0], call.arguments[2].word.split("|")
        if not self._inside(path):
            return False
        folder, name = self._place(path)
        node = folder.seen.get(name) if name else folder
        if node is None:
            node = File()
            self.disk.name([(folder, name, node)])
        if "O_TRUNC" in flags and isinstance(node, File):
            node.resize(0)
        self._open[call.returned] = Opened(node, "O_APPEND" in flags)
        return "O_CREAT" in flags or "O_TRUNC" in flags

    def closes(self, call: Call) -> bool:
        """Forget a number."""
        self._open.pop(call.number(0), None)
        return False

    def doubles(self, call: Call) -> bool:
        """Give an open file a second number."""
        known = self._open.get(call.number(0))
        self._open.pop(call.returned, None)
        if known is not None:
            self._open[call.returned] = known
        return False

    def seeks(self, call: Call) -> bool:
        """Move to a place."""
        if known := self._open.get(call.number(0)):
            known.at = call.returned
        return False

    def reads(self, call: Call) -> bool:
        """Move on by what was read."""
        if known := self._open.get(call.number(0)):
            known.at += call.returned
        return False

    def writes(self, call: Call) -> bool:
        """Write where the file stands; or tell."""
        what = call.arguments[1].text[: call.returned]
        if call.number(0) == _TERMINAL:
            self.lines += what.decode().splitlines()
            return True
        known = self._open.get(call.number(0))
        if known is None:
            return False
        self._written(known, what)
        return True

    def writes_at(self, call: Call) -> bool:
        """Write at a place of its own."""
        known = self._open.get(call.number(0))
        if known is None:
            return False
        known.file.write(call.number(3), call.arguments[1].text[: call.returned])
        return True

    def sends(self, call: Call) -> bool:
        """Copy from file to file."""
        known, source = self._open.get(call.number(0)), self._open.get(call.number(1))
        if known is None:
            return False
        assert source is not None, "the model has not seen what was copied"
        start = call.arguments[2].word
        at = source.at if start == "NULL" else int(start.removeprefix("[").partition("]")[0])
        self._written(known, bytes(source.file.seen[at : at + call.returned]))
        return True

    def resizes(self, call: Call) -> bool:
        """Cut a file off, or fill it up."""
        known = self._open.get(call.number(0))
        if known is None:
            return False
        known.file.resize(call.number(1))
        return True

    def syncs(self, call: Call) -> bool:
        """Make a file or a folder certain."""
        known = self._open.get(call.number(0))
        if known is None:
            return False
        self.disk.sync(known.node)
        return True

    def renames(self, call: Call) -> bool:
        """Give a file or folder another name."""
        source, target = call.paths()
        if not self._inside(source) and not self._inside(target):
            return False
        (before, old), (after, new) = self._place(source), self._place(target)
        self.disk.name([(before, old, None), (after, new, before.seen[old])])
        return True

    def makes_folder(self, call: Call) -> bool:
        """Make a folder."""
        return self._names(call, Folder())

    def removes(self, call: Call) -> bool:
        """Take a name away."""
        return self._names(call, None)

    def _names(self, call: Call, node: Node | None) -> bool:
        path = call.paths()[0]
        if self._inside(path):
            self.disk.name([(*self._place(path), node)])
        return self._inside(path)

    def _written(self, known: Opened, what: bytes) -> None:
        at = len(known.file.seen) if known.appends else known.at
        known.file.write(at, what)
        known.at = at + len(what)

    def _inside(self, path: str) -> bool:
        return path == self._folder or path.startswith(self._folder + os.sep)

    def _place(self, path: str) -> tuple[Folder, str]:
        """Return the folder in which a name stands, and the name; the root has none."""
        if path == self._folder:
            return self.disk.root, ""
        *parents, name = Path(path).relative_to(self._folder).parts
        folder = self.disk.root
        for parent in parents:
            inner = folder.seen[parent]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, name


_CALLS: Mapping[str, Callable[[Replay, Call], bool]] = {
    "openat": Replay.opens,
    "close": Replay.closes,
    "dup": Replay.doubles,
    "dup2": Replay.doubles,
    "dup3": Replay.doubles,
    "lseek": Replay.seeks,
    "read": Replay.reads,
    "readv": Replay.reads,
    "write": Replay.writes,
    "pwrite64": Replay.writes_at,
    "sendfile": Replay.sends,
    "ftruncate": Replay.resizes,
    "fsync": Replay.syncs,
    "fdatasync": Replay.syncs,
    "rename": Replay.renames,
    "renameat": Replay.renames,
    "renameat2": Replay.renames,
    "mkdir": Replay.makes_folder,
    "mkdirat": Replay.makes_folder,
    "unlink": Replay.removes,
    "unlinkat": Replay.removes,
    "rmdir": Replay.removes,
}
