"""Reads what can still be read of a damaged register, page by page, without ever writing to it.

SQLCipher stops for good at the first page whose authentication code does not fit. So the sound pages are decrypted
here, into memory and nowhere else, and SQLite reads them as a database with holes: it says which rows lie in one.
"""

from __future__ import annotations

import hmac
import sqlite3
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from database.errors import DamagedVault
from database.files import naming
from database.images import quoted
from database.keys import wipe

_PAGE, _SALT, _IV, _CODE = 4096, 16, 16, 64
_CODE_SALT, _CODE_ROUNDS, _CODE_KEY = 0x3A, 2, 32
_PLAIN = b"SQLite format 3\0"
_LEAST, _MOST = -(1 << 62), 1 << 62
_TRIES = 3_000
_PER_PAGE = 500
"""More rows lie on no page, as far as the ids in a table have no great gaps."""


class Wreck:
    """What is left of a register. Every row that it gives lay on pages with the right authentication code."""

    def __init__(self, raw: sqlite3.Connection, twin: sqlite3.Connection, pages: int) -> None:
        self._raw, self._twin, self._pages = raw, twin, pages
        for one in (raw, twin):
            one.execute("PRAGMA writable_schema = ON")  # so that a hole in the list of tables costs only those in it
            with suppress(sqlite3.DatabaseError):
                one.execute("SELECT 1 FROM sqlite_schema").fetchone()
        self.version = int(raw.execute("PRAGMA user_version").fetchone()[0])

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of a table; none if nothing is known of it any more."""
        return tuple(name for _, name, *_ in self._raw.execute(f"PRAGMA table_info({quoted(table)})"))

    def ids(self, table: str) -> tuple[dict[str, int], bool]:
        """Return the ids that the index of a table lists, with the places of their rows, and whether that is all."""
        found: dict[str, int] = {}
        for order in ("ASC", "DESC"):
            try:
                found.update(self._raw.execute(f"SELECT id, rowid FROM {quoted(table)} ORDER BY id {order}"))  # noqa: S608 - quoted
            except sqlite3.DatabaseError:
                continue
            return found, True
        return found, False

    def rows(self, table: str, known: Sequence[int] = ()) -> Iterator[dict[str, Any]]:
        """Yield every row that can be read, in no order. `known` are the places of the rows, if they are known.

        From both ends to the first row that cannot be read; then between those two from the middle, in both
        directions, and so on in every gap that is left.
        """
        if not self.columns(table):
            return
        low = yield from self._stretch(table, _LEAST, _MOST, "ASC")
        high = None if low is None else (yield from self._stretch(table, low, _MOST, "DESC"))
        if low is None or high is None:
            return
        places = sorted(known) or range(1, self._pages * _PER_PAGE)
        gaps = deque([(low, high)])
        for _ in range(_TRIES):
            if not gaps:
                return
            low, high = gaps.popleft()
            first, after = bisect_left(places, low), bisect_right(places, high)
            if first < after:
                middle = places[(first + after) // 2]
                yield from self._stretch(table, middle, middle, "")
                upper = yield from self._stretch(table, middle + 1, high, "ASC")
                lower = yield from self._stretch(table, low, middle - 1, "DESC")
                gaps += [(upper, high)] if upper is not None else []
                gaps += [(low, lower)] if lower is not None else []

    def _stretch(self, table: str, low: int, high: int, order: str) -> Generator[dict[str, Any], None, int | None]:
        """Yield the rows from one place to another up to one that cannot be read; return the first that is missing.

        The driver has asked for the next row before it gives one, so the last before a hole may be missing as well.
        """
        which = f"rowid BETWEEN ? AND ? ORDER BY rowid {order}" if order else "rowid = ? AND ? IS NOT NULL"
        missing = high if order == "DESC" else low
        try:
            rows = self._raw.execute(f"SELECT rowid, * FROM {quoted(table)} WHERE {which}", (low, high))  # noqa: S608 - quoted
            names = [name for name, *_ in rows.description][1:]
            for place, *values in rows:
                missing = place - 1 if order == "DESC" else place + 1
                if self._is_sound(table, place, values):
                    yield dict(zip(names, values, strict=True))
        except sqlite3.DatabaseError:
            return missing
        return None

    def _is_sound(self, table: str, place: int, values: list[Any]) -> bool:
        """Tell whether a row is the same with the holes filled otherwise: one may have passed for its end."""
        try:
            query = f"SELECT * FROM {quoted(table)} WHERE rowid = ?"  # noqa: S608 - quoted
            row = self._twin.execute(query, (place,)).fetchone()
        except sqlite3.DatabaseError:
            return False
        return row is not None and list(row) == values


@contextmanager
def wreck(register: Path, key: bytearray) -> Iterator[Wreck]:
    """Open what is left of a register. The key is wiped. DamagedVault if its first page is gone."""
    try:
        with naming(register), register.open("rb") as stream:
            sound = list(_sound_pages(stream, key))
    finally:
        wipe(key)
    if not sound or not sound[0]:
        raise DamagedVault(register.parent, "register", "the first page cannot be read")
    with _filled(sound, b"\0") as raw, _filled(sound, b"\xff") as twin:
        pages = len(sound)
        sound.clear()
        yield Wreck(raw, twin, pages)


@contextmanager
def _filled(sound: list[bytes], hole: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.deserialize(b"".join(page or hole * _PAGE for page in sound))
        yield raw


def _sound_pages(stream: BinaryIO, key: bytearray) -> Iterator[bytes]:
    """Yield every page as SQLite writes it, and nothing in the place of one that is not as SQLCipher wrote it."""
    salt = bytes(byte ^ _CODE_SALT for byte in _page(stream, 0)[:_SALT])
    code_key = PBKDF2HMAC(SHA512(), _CODE_KEY, salt, _CODE_ROUNDS).derive(bytes(key))
    for number in range(1, stream.seek(0, 2) // _PAGE + 1):
        page = _page(stream, number - 1)[_SALT if number == 1 else 0 :]
        closed, code = page[:-_CODE], page[-_CODE:]
        if not hmac.compare_digest(hmac.digest(code_key, closed + number.to_bytes(4, "little"), "sha512"), code):
            yield b""
            continue
        opened = Cipher(AES(key), CBC(closed[-_IV:])).decryptor().update(closed[:-_IV])
        yield (_PLAIN if number == 1 else b"") + opened + bytes(_IV + _CODE)


def _page(stream: BinaryIO, number: int) -> bytes:
    """Return a page; one that the drive itself cannot read is as good as zeros."""
    try:
        stream.seek(number * _PAGE)
        return stream.read(_PAGE).ljust(_PAGE, b"\0")
    except OSError:
        return bytes(_PAGE)
