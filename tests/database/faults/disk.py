"""A disk that has been promised nothing but what was synced: files, names, and what a power cut may leave of them.

The model is the strict one of POSIX, and a little worse than the usual file systems. What was written to a file is
there for certain after the file was synced, and a name is there after its folder was. Before that, each sector of a
write may have arrived or not, in any order; names arrive in the order in which they were given, up to any point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Union

SECTORS = (512, 4096, 1 << 40)
"""What arrives whole: an old disk's sector, a new one's, every write."""

Tree = dict[str, Union[bytes, "Tree"]]


@dataclass(eq=False, slots=True)
class File:
    """What programs see, what is certain, and what has been asked for since."""

    seen: bytearray = field(default_factory=bytearray)
    certain: bytes = b""
    asked: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where and what; without a what, the new size."""

    def write(self, at: int, what: bytes) -> None:
        """Put bytes at a place."""
        _put(self.seen, at, what)
        self.asked.append((at, what))

    def resize(self, size: int) -> None:
        """Cut off, or fill up with zeros."""
        _resize(self.seen, size)
        self.asked.append((size, None))

    def sync(self) -> None:
        """Make certain what is seen."""
        self.certain = bytes(self.seen)
        self.asked.clear()

    def after_a_cut(self, chance: Random) -> bytes:
        """Return what may be left."""
        arrives, sector = chance.choice([0, 0.5, 1, chance.random()]), chance.choice(SECTORS)
        grows = chance.random() < 0.5
        left = bytearray(self.certain)
        for at, what in self.asked:
            if what is None:
                if chance.random() < arrives:
                    _resize(left, at)
                continue
            for start, piece in _sectors(at, what, sector):
                if chance.random() < arrives:
                    _put(left, start, piece)
                elif grows and start + len(piece) > len(left):
                    _resize(left, start + len(piece))
        return bytes(left)


@dataclass(eq=False, slots=True)
class Folder:
    """Names as programs see them, and those that are certain."""

    seen: dict[str, Node] = field(default_factory=dict)
    certain: dict[str, Node] = field(default_factory=dict)


Node = File | Folder
Naming = list[tuple[Folder, str, Node | None]]
"""Names that change together: a rename changes two."""


class Disk:
    """One folder and everything in it."""

    def __init__(self, start: Tree) -> None:
        self.root = _certain(start)
        self._asked: list[Naming] = []

    def name(self, changes: Naming) -> None:
        """Give or take names, all of these at once."""
        for folder, name, node in changes:
            _rename(folder.seen, name, node)
        self._asked.append(changes)

    def sync(self, node: Node) -> None:
        """Make a file's content certain, or a folder's names with everything they depend on."""
        if isinstance(node, File):
            node.sync()
            return
        waited: set[int] = {id(node)}
        kept: list[Naming] = []
        for changes in reversed(self._asked):
            if waited & {id(folder) for folder, _, _ in changes}:
                waited |= {id(folder) for folder, _, _ in changes}
                kept.append(changes)
        for changes in reversed(kept):
            self._asked.remove(changes)
            for folder, name, found in changes:
                _rename(folder.certain, name, found)

    def after_a_cut(self, chance: Random) -> Tree:
        """Return what may be left of everything when the power goes now."""
        names = {id(folder): dict(folder.certain) for folder in self._folders()}
        for changes in self._arrived(chance):
            for folder, name, node in changes:
                _rename(names[id(folder)], name, node)

        def tree(folder: Folder) -> Tree:
            return {
                name: tree(node) if isinstance(node, Folder) else node.after_a_cut(chance)
                for name, node in names[id(folder)].items()
            }

        return tree(self.root)

    def _arrived(self, chance: Random) -> list[Naming]:
        """Return the names that arrived: in one order over all folders, or in each folder's own."""
        if chance.random() < 0.5:
            return self._asked[: chance.randint(0, len(self._asked))]
        stopped: set[int] = set()
        arrived = []
        for changes in self._asked:
            folders = {id(folder) for folder, _, _ in changes}
            if folders & stopped or chance.random() < 0.3:
                stopped |= folders
            else:
                arrived.append(changes)
        return arrived

    def _folders(self) -> list[Folder]:
        found, waiting = list[Folder](), [self.root]
        waiting += [node for changes in self._asked for _, _, node in changes if isinstance(node, Folder)]
        waiting += [folder for changes in self._asked for folder, _, _ in changes]
        while waiting:
            folder = waiting.pop()
            if folder not in found:
                found.append(folder)
                known = [*folder.seen.values(), *folder.certain.values()]
                waiting += [node for node in known if isinstance(node, Folder)]
        return found


def seen(folder: Path) -> Tree:
    """Return what lies in a folder."""
    return {entry.name: seen(entry) if entry.is_dir() else entry.read_bytes() for entry in folder.iterdir()}


def lay(tree: Tree, folder: Path) -> None:
    """Make real files of what a cut left."""
    folder.mkdir(mode=0o700)
    for name, node in tree.items():
        if isinstance(node, bytes):
            (folder / name).write_bytes(node)
        else:
            lay(node, folder / name)


def _certain(tree: Tree) -> Folder:
    names: dict[str, Node] = {
        name: File(bytearray(node), node) if isinstance(node, bytes) else _certain(node) for name, node in tree.items()
    }
    return Folder(dict(names), names)


def _rename(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _put(content: bytearray, at: int, what: bytes) -> None:
    if at > len(content):
        _resize(content, at)
    content[at : at + len(what)] = what


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


def _sectors(at: int, what: bytes, sector: int) -> list[tuple[int, bytes]]:
    """Return a write in the pieces of which each arrives whole."""
    edges = [at, *range((at // sector + 1) * sector, at + len(what), sector), at + len(what)]
    return [(start, what[start - at : end - at]) for start, end in pairwise(edges)]
