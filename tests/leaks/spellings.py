"""How a word may stand in a file that was not meant to hold it, and where in some bytes it does."""

from __future__ import annotations

import base64
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from urllib.parse import quote
from zipfile import BadZipFile, ZipFile

TELLTALES = (b"SQLite format 3", b"CREATE TABLE", b"%PDF-")
"""What betrays a readable register or paper, whatever is in it."""

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_MOST_UNPACKED = 1 << 24
_DEEPEST = 3


@cache
def spellings(word: str) -> Mapping[str, frozenset[bytes]]:
    """Return the ways to write a word, by name. Where case does not matter, they are in lower case."""
    forms = {unicodedata.normalize(form, each) for form in ("NFC", "NFD") for each in (word, word.upper())}
    raw = [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")]
    raw += [form.encode("cp1252") for form in forms if _is_western(form)]
    raw += [escape.encode() for form in forms for escape in (json.dumps(form)[1:-1], quote(form), html.escape(form))]
    coded = {unicodedata.normalize("NFC", word).encode(code) for code in ("utf-8", "utf-16-le")}
    return {
        "plain": frozenset(each.lower() for each in raw),
        "hexadecimal": frozenset(each.hex().encode() for each in coded),
        "base64": frozenset(part for each in coded for part in _base64(each)),
    }


def spellings_of_key(key: bytes) -> frozenset[bytes]:
    """Return the ways to write a key that is no text."""
    written = key.hex()
    return frozenset((key, written.encode(), written.upper().encode(), written.encode("utf-16-le"), *_base64(key)))


def found(content: bytes, words: Iterable[str], *, telltales: Iterable[bytes] = TELLTALES) -> Iterator[str]:
    """Say which words stand in some bytes, and how; also inside of what is packed there."""
    yield from (f"{telltale!r}" for telltale in telltales if telltale in content)
    for layer, depth in _layers(content):
        lower = layer.lower()
        for word in words:
            for name, patterns in spellings(word).items():
                where = layer if name == "base64" else lower
                if any(pattern in where for pattern in patterns):
                    yield f"{word}, {name}{', packed' if depth else ''}"


def _layers(content: bytes, depth: int = 0) -> Iterator[tuple[bytes, int]]:
    """Return some bytes, and what is packed in them."""
    yield content, depth
    if depth < _DEEPEST:
        for inside in (*_streams(content), *_members(content)):
            yield from _layers(inside, depth + 1)


def _streams(content: bytes) -> Iterator[bytes]:
    """Return what unpacks at any place; random bytes do for a few bytes at most."""
    for match in _PACKED.finditer(content):
        stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        try:
            unpacked = stream.decompress(memoryview(content)[match.start() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if unpacked:
            yield unpacked


def _members(content: bytes) -> Iterator[bytes]:
    """Return what is in a ZIP archive; a member that is encrypted stays out of reach."""
    if b"PK\x05\x06" in content:
        try:
            with ZipFile(BytesIO(content)) as archive:
                for member in archive.infolist():
                    if not member.flag_bits & 1:
                        yield archive.read(member)
        except (BadZipFile, NotImplementedError, zlib.error, OSError):
            return


def _base64(raw: bytes) -> Iterator[bytes]:
    """Return what of a word is the same in base64 whatever stands before and behind it, for each place to begin."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw + bytes(2))
        whole = coded[(before * 8 + 5) // 6 : (before + len(raw)) * 8 // 6]
        yield whole
        yield whole.translate(bytes.maketrans(b"+/", b"-_"))


def _is_western(word: str) -> bool:
    try:
        word.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
