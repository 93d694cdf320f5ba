"""Everything that lies in some folders, searched for words that must not be there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.leaks.spellings import TELLTALES, found


@dataclass(frozen=True, slots=True)
class Finding:
    """A word at a place where it must not be."""

    place: str
    what: str


class Disk:
    """Some folders; what has been searched once is not searched again."""

    def __init__(self, folders: Iterable[Path], words: Iterable[str], keys: Iterable[bytes] = ()) -> None:
        self._folders, self._words = tuple(folders), tuple(words)
        self._telltales = (*TELLTALES, *keys)
        self._known: dict[bytes, tuple[str, ...]] = {}

    def search(self, allowed: Iterable[Path] = ()) -> list[Finding]:
        """Return what is found in names and contents; only the contents of allowed files may hold anything."""
        excepted = set(allowed)
        return [
            Finding(str(path), what)
            for folder in self._folders
            for path, content in _entries(folder)
            for what in (*self._in(str(path).encode()), *(() if path in excepted else self._in(content)))
        ]

    def searched(self, content: bytes) -> tuple[str, ...]:
        """Return what is found in some bytes."""
        return self._in(content)

    def _in(self, content: bytes) -> tuple[str, ...]:
        digest = sha256(content).digest()
        if digest not in self._known:
            self._known[digest] = tuple(found(content, self._words, telltales=self._telltales))
        return self._known[digest]


def files(folder: Path) -> Iterator[Path]:
    """Return every regular file below a folder."""
    return (path for path, _ in _walk(folder) if stat.S_ISREG(path.lstat().st_mode))


def mode(path: Path) -> int:
    """Return who may do what with a file or folder."""
    return stat.S_IMODE(path.lstat().st_mode)


def _entries(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Return every entry with its content; that of a link is where it leads. What vanishes meanwhile is not there."""
    for path, kind in _walk(folder):
        try:
            if stat.S_ISLNK(kind):
                yield path, os.fsencode(path.readlink())
            else:
                yield path, path.read_bytes() if stat.S_ISREG(kind) else b""
        except FileNotFoundError:
            continue


def _walk(folder: Path) -> Iterator[tuple[Path, int]]:
    for place, inner, names in os.walk(folder):
        for name in (*inner, *names):
            path = Path(place, name)
            try:
                yield path, path.lstat().st_mode
            except FileNotFoundError:
                continue
