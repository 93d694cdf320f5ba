"""The search would find what it looks for, in every form in which a program may leave it."""

from __future__ import annotations

import base64
import gzip
import json
import os
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.leaks.disk import Disk, Finding
from tests.leaks.spellings import found, spellings_of_key

WORD = "Grünspecht7Q4x"


def _archived(content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", content)
    return stream.getvalue()


def _qt(text: str) -> bytes:
    """Return a text as Qt's settings write it."""
    return "".join(char if char.isascii() else f"\\x{ord(char):x}" for char in text).encode()


LEFT: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "upper case": lambda text: text.upper().encode(),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32-le"),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal in upper case": lambda text: text.encode().hex().upper().encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()),
    "base64 of utf-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "json": lambda text: json.dumps(text).encode(),
    "percent": lambda text: quote(text).encode(),
    "deflated": lambda text: zlib.compress(text.encode()),
    "gzip": lambda text: gzip.compress(text.encode()),
    "base64, deflated": lambda text: zlib.compress(base64.b64encode(text.encode())),
    "zip": lambda text: _archived(text.encode()),
    "zip in a deflated stream": lambda text: zlib.compress(_archived(text.encode())),
}


@pytest.mark.parametrize("left", LEFT.values(), ids=LEFT)
@given(before=st.text(max_size=7), after=st.text(max_size=7), rubbish=st.binary(max_size=20))
def test_a_word_is_found_however_it_was_written(
    left: Callable[[str], bytes], before: str, after: str, rubbish: bytes
) -> None:
    before, after = (text.encode(errors="ignore").decode() for text in (before, after))
    content = left(f"{before}{WORD}{after}")
    assert list(found(rubbish + content + rubbish, [WORD], telltales=()))


def test_the_letters_of_a_word_that_are_ascii_are_found_where_qt_writes_settings() -> None:
    assert list(found(_qt(f"a/{WORD}"), ["specht7Q4x"]))


@given(key=st.binary(min_size=16, max_size=32), before=st.binary(max_size=3), after=st.binary(max_size=3))
def test_a_key_is_found_as_it_is_and_written(key: bytes, before: bytes, after: bytes) -> None:
    keys = spellings_of_key(key)
    for content in (key, key.hex().encode(), base64.b64encode(before + key + after)):
        assert list(found(before + content + after, [], telltales=keys))


@given(st.binary(max_size=2000))
def test_nothing_is_found_in_random_bytes(content: bytes) -> None:
    assert list(found(content, [WORD], telltales=())) == []


@pytest.mark.parametrize("telltale", [b"SQLite format 3\0", b"%PDF-1.7"])
def test_a_readable_register_or_paper_is_found_without_any_word(telltale: bytes) -> None:
    assert list(found(os.urandom(50) + telltale, []))


def test_a_word_is_found_in_contents_in_names_and_in_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    content, name, link = tmp_path / "folder" / "a", tmp_path / f"about {WORD}", tmp_path / "link"
    content.write_text(f"{WORD} & Co.", encoding="utf-8")
    name.write_bytes(b"")
    link.symlink_to(f"nowhere {WORD}")
    disk = Disk([tmp_path], [WORD])
    everywhere = {str(content), str(name), str(link)}
    assert {finding.place for finding in disk.search()} == everywhere
    assert {finding.place for finding in disk.search([content])} == everywhere - {str(content)}


def test_the_name_of_an_allowed_file_is_searched_all_the_same(tmp_path: Path) -> None:
    (tmp_path / WORD).write_text(WORD, encoding="utf-8")
    assert Disk([tmp_path], [WORD]).search([tmp_path / WORD]) == [Finding(str(tmp_path / WORD), f"{WORD}, plain")]
