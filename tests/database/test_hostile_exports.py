"""Whatever is done to an export: it is called damaged, or gives an equal vault. Never less, never another trouble."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyzipper import WZ_AES, AESZipFile  # type: ignore[import-untyped]  # it ships no types

from database.errors import DamagedVault, WrongPassphrase
from database.export_file import is_encrypted
from database.verifying import Verdict
from database.verifying_export import verify_export
from tests.database.faults.deeds import a_folder
from tests.database.forging import PASSWORD, Parts, exports_of, imported, packed, unpacked


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with a_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def exports(folder: Path) -> dict[str | None, bytes]:
    return exports_of(folder)


@pytest.fixture(scope="module")
def verdicts(folder: Path, exports: dict[str | None, bytes]) -> dict[str | None, Verdict]:
    return {password: _verdict(folder, content, password) for password, content in exports.items()}


@pytest.fixture
def parts(folder: Path, exports: dict[str | None, bytes]) -> Parts:
    """Return what is in an export, to be changed."""
    path = folder / "whole.zip"
    path.write_bytes(exports[None])
    return unpacked(path)


def _verdict(folder: Path, content: bytes, password: str | None) -> Verdict:
    path = folder / "changed.zip"
    path.write_bytes(content)
    return verify_export(path, password)


PLACES = st.integers(0, 1 << 20) | st.integers(-1500, -1)


@pytest.mark.parametrize("password", [PASSWORD, None])
@settings(max_examples=150, deadline=None)
@given(flip=st.tuples(PLACES, st.integers(1, 255)))
@example(flip=(0, 1))
@example(flip=(-1, 1))
def test_any_flipped_byte_is_damage_or_changes_nothing(
    folder: Path,
    exports: dict[str | None, bytes],
    verdicts: dict[str | None, Verdict],
    password: str | None,
    flip: tuple[int, int],
) -> None:
    content, (place, bits) = bytearray(exports[password]), flip
    content[place % len(content)] ^= bits
    try:
        assert _verdict(folder, bytes(content), password) == verdicts[password]
    except DamagedVault as error:
        assert error.part == "export"
        with pytest.raises(DamagedVault):
            imported(folder / "changed.zip", password)


@pytest.mark.parametrize("password", [PASSWORD, None])
@settings(max_examples=60, deadline=None)
@given(start=st.integers(0, 1 << 20), length=st.integers(1, 1 << 13))
def test_what_is_cut_out_is_missed(
    folder: Path, exports: dict[str | None, bytes], password: str | None, start: int, length: int
) -> None:
    content = exports[password]
    start %= len(content)
    with pytest.raises(DamagedVault):
        _verdict(folder, content[:start] + content[start + length :], password)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" * 99, b"SQLite format 3\0"]
)
def test_what_is_no_export_is_called_damaged(folder: Path, content: bytes) -> None:
    for password in (PASSWORD, None):
        with pytest.raises(DamagedVault):
            _verdict(folder, content, password)
    with pytest.raises(DamagedVault):
        is_encrypted(folder / "changed.zip")


def test_an_export_that_was_packed_anew_by_hand_is_as_good_as_the_first(folder: Path, parts: Parts) -> None:
    path = packed(folder / "changed.zip", dict(reversed(parts.items())), mend=False)
    assert verify_export(path, None).broken is None
    assert len(imported(path)["papers"]) == 5


def test_a_file_that_is_not_the_one_of_the_manifest_is_found(folder: Path, parts: Parts) -> None:
    for name in sorted(parts.keys() - {"manifest.json"}):
        changed = parts | {name: parts[name][:-1] + b"\x07"}
        with pytest.raises(DamagedVault):
            verify_export(packed(folder / "forged.zip", changed, mend=False), None)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_in_it_twice_is_refused(folder: Path, parts: Parts) -> None:
    path = packed(folder / "forged.zip", parts)
    with ZipFile(path, "a") as archive:
        archive.writestr("tables/papers.json", parts["tables/papers.json"])
    with pytest.raises(DamagedVault):
        verify_export(path, None)


def test_a_compression_that_is_not_ours_is_refused(folder: Path, parts: Parts) -> None:
    path = folder / "forged.zip"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(DamagedVault):
        verify_export(path, None)


def test_an_archive_that_is_sealed_in_part_only_is_refused(folder: Path, parts: Parts) -> None:
    path = folder / "forged.zip"
    path.unlink(missing_ok=True)
    with AESZipFile(path, "w", encryption=WZ_AES) as archive:
        archive.setpassword(PASSWORD.encode())
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.encryption = archive.pwd = None
        archive.writestr("files/x", b"x")
    for password in (PASSWORD, None):
        with pytest.raises(DamagedVault):
            verify_export(path, password)


def test_files_that_say_they_are_enormous_are_not_unpacked(folder: Path, parts: Parts) -> None:
    manifest = json.loads(parts["manifest.json"])
    for size in (1 << 36, 1 << 62, 1 << 70, -1):
        manifest["files"]["tables/papers.json"]["bytes"] = size
        path = packed(folder / "forged.zip", parts | {"manifest.json": json.dumps(manifest).encode()}, mend=False)
        with pytest.raises(DamagedVault):
            verify_export(path, None)


def test_a_manifest_that_unpacks_to_far_too_much_is_not_read(folder: Path, parts: Parts) -> None:
    parts["manifest.json"] = bytes((1 << 26) + 1)
    with pytest.raises(DamagedVault):
        verify_export(packed(folder / "forged.zip", parts, mend=False), None)


def test_a_file_that_unpacks_to_more_than_it_says_is_cut_and_refused(folder: Path, parts: Parts) -> None:
    path = packed(folder / "forged.zip", parts | {"README.txt": bytes(1 << 24)})
    content = path.read_bytes()
    assert struct.pack("<L", 1 << 24) in content
    path.write_bytes(content.replace(struct.pack("<L", 1 << 24), struct.pack("<L", 9)))
    with pytest.raises(DamagedVault):
        verify_export(path, None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12))
def test_no_other_password_opens_it(folder: Path, exports: dict[str | None, bytes], other: str) -> None:
    if other != PASSWORD:
        with pytest.raises(WrongPassphrase):
            _verdict(folder, exports[PASSWORD], other)
