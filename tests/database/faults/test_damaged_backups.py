"""Whatever happens to a backup: it is called damaged, or gives everything back. Never less, never another trouble."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from database.backup import write_backup
from database.backup_file import MANIFEST, found_in
from database.errors import DamagedVault, NewerVault, PathProblem
from database.restoring import prove, restore
from database.vault import create, unlock
from database.verifying import verify
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

WORDS = {f"word {number}" * 50 for number in range(50)}
MEMBERS = ["files", "format", "made_at", "name", "nonce", "register", "schema", "sealed", "vault"]


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a backup."""
    folder = tmp_path_factory.mktemp("backups")
    return _backup_of(folder / "Muster.nachweis", WORDS)


def _backup_of(place: Path, found: set[str]) -> Path:
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, *found)
        return write_backup(vault, place.parent).path


def _gives_everything_back(backup: Path) -> bool:
    """Restore a backup; return False if it was called damaged, by itself, by a trial and in a list alike."""
    target = backup.with_name("Wieder.nachweis")
    shutil.rmtree(target, ignore_errors=True)
    listed = backup in {one.path for one in found_in(backup.parent).backups}
    assert listed or backup in found_in(backup.parent).unreadable
    try:
        restore(backup, PASSPHRASE, target)
        with unlock(target, PASSPHRASE, SCHEMA) as vault:
            vault.check()
            assert verify(vault).broken is None
            assert words(vault) == WORDS
    except DamagedVault:
        assert not _is_proven(backup)
        return False
    assert listed
    assert _is_proven(backup)
    return True


def _is_proven(backup: Path) -> bool:
    try:
        return not prove(backup, PASSPHRASE, backup.parent / "trial").failure
    except DamagedVault:
        return False


def _changed(backup: Path, content: bytes) -> Path:
    changed = backup.parent / "changed" / backup.name
    changed.parent.mkdir(exist_ok=True)
    changed.write_bytes(content)
    return changed


def _flipped(content: bytes, at: int, flip: int) -> bytes:
    flipped = bytearray(content)
    flipped[at % len(flipped)] ^= flip
    return bytes(flipped)


def test_a_backup_that_nobody_touched_gives_everything_back(backup: Path) -> None:
    assert _gives_everything_back(_changed(backup, backup.read_bytes()))


@given(at=st.integers(0, 1 << 20) | st.integers(0, 400) | st.integers(-300, -1), flip=st.integers(1, 255))
@example(at=-4, flip=4)
@settings(deadline=None)
def test_a_flipped_byte_anywhere_is_found_or_changes_nothing(backup: Path, at: int, flip: int) -> None:
    _gives_everything_back(_changed(backup, _flipped(backup.read_bytes(), at, flip)))


@pytest.mark.parametrize("part", ["register.db", "vault.json", MANIFEST])
@given(at=st.integers(0, 1 << 20), flip=st.integers(1, 255))
@settings(deadline=None, max_examples=30)
def test_a_flipped_byte_in_a_file_of_the_backup_is_damage(backup: Path, part: str, at: int, flip: int) -> None:
    with ZipFile(backup) as archive:
        original = archive.read(part)
    content = backup.read_bytes()
    start = content.index(original)
    changed = _changed(backup, _flipped(content, start + at % len(original), flip))
    assert not _gives_everything_back(changed)


def _packed(backup: Path, parts: dict[str, bytes]) -> Path:
    """Return a backup with other files in it, whose archive is in order."""
    with ZipFile(backup) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    packed = _changed(backup, b"")
    with ZipFile(packed, "w") as archive:
        for name, content in (known | parts).items():
            archive.writestr(name, content)
    return packed


@pytest.mark.parametrize("member", MEMBERS)
@given(at=st.integers(0, 1 << 20), bit=st.integers(0, 7))
@settings(deadline=None, max_examples=20)
def test_a_flipped_bit_in_any_member_of_the_manifest_is_found_by_the_seal(
    backup: Path, member: str, at: int, bit: int
) -> None:
    with ZipFile(backup) as archive:
        manifest = archive.read(MANIFEST)
    start = manifest.index(f'\n  "{member}"'.encode())
    end = manifest.find(b'\n  "', start + 1) % (len(manifest) + 1)
    flipped = _flipped(manifest, start + at % (end - start), 1 << bit)
    try:
        _gives_everything_back(_packed(backup, {MANIFEST: flipped}))
    except NewerVault:
        assert member == "format"


@pytest.mark.parametrize("part", ["register.db", "vault.json", MANIFEST])
def test_a_file_of_another_backup_is_found(backup: Path, tmp_path: Path, part: str) -> None:
    with ZipFile(_backup_of(tmp_path / "Andere.nachweis", WORDS)) as archive:
        theirs = archive.read(part)
    assert not _gives_everything_back(_packed(backup, {part: theirs}))


@given(st.floats(0, 1, exclude_max=True))
@settings(deadline=None)
def test_a_backup_that_was_cut_off_is_damage(backup: Path, share: float) -> None:
    content = backup.read_bytes()
    assert not _gives_everything_back(_changed(backup, content[: int(len(content) * share)]))


def test_a_backup_that_is_gone_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PathProblem) as caught:
        restore(tmp_path / "gone.nachweis-backup", PASSPHRASE, tmp_path / "Neu.nachweis")
    assert caught.value.reason == "missing"
    assert list(tmp_path.iterdir()) == []
