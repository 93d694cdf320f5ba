"""Whatever happens to the files: a known error, or everything is as it was. Never another error, never less."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.errors import DamagedVault, WrongPassphrase
from database.header import read, written
from database.vault import create, header_of, unlock
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

WORDS = [f"word {number}" * 100 for number in range(100)]
SIZE = 24 * 4096


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a vault of many pages, closed."""
    place = tmp_path_factory.mktemp("damage") / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, *WORDS)
    assert (place / "register.db").stat().st_size >= SIZE
    return place


@contextmanager
def _copy(original: Path) -> Iterator[Path]:
    place = original.with_name("Kopie.nachweis")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(original, place)
    yield place


def _opens_whole_or_is_damaged(place: Path, passphrase: str = PASSPHRASE) -> bool:
    try:
        with unlock(place, passphrase, SCHEMA) as vault:
            vault.check()
            assert words(vault) == set(WORDS)
    except DamagedVault:
        return False
    return True


def _change(path: Path, place: int, flip: int) -> None:
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= flip
    path.write_bytes(content)


@given(st.integers(0, SIZE - 1) | st.integers(0, 200), st.integers(1, 255))
@settings(deadline=None)
def test_a_flipped_byte_in_the_register_is_always_found(original: Path, at: int, flip: int) -> None:
    with _copy(original) as place:
        _change(place / "register.db", at, flip)
        assert not _opens_whole_or_is_damaged(place)


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(deadline=None)
def test_a_flipped_byte_in_the_keys_is_damage_and_never_another_slot(original: Path, at: int, flip: int) -> None:
    with _copy(original) as place:
        _change(place / "vault.json", at, flip)
        if _opens_whole_or_is_damaged(place):
            assert header_of(place) == header_of(original)


@given(st.sampled_from(["register.db", "vault.json"]), st.floats(0, 1, exclude_max=True))
@settings(deadline=None)
def test_a_file_that_was_cut_off_is_damage(original: Path, name: str, share: float) -> None:
    with _copy(original) as place:
        content = (place / name).read_bytes()
        (place / name).write_bytes(content[: min(int(len(content) * share), len(content) - 2)])
        assert not _opens_whole_or_is_damaged(place)


@given(st.sampled_from(["register.db", "vault.json"]), st.binary(max_size=9000))
@settings(deadline=None)
def test_a_file_of_something_else_is_damage(original: Path, name: str, content: bytes) -> None:
    with _copy(original) as place:
        (place / name).write_bytes(content)
        assert not _opens_whole_or_is_damaged(place)


@given(st.integers(1, 20), st.integers(1, 20))
@settings(deadline=None)
def test_two_pages_that_changed_places_are_damage(original: Path, one: int, other: int) -> None:
    with _copy(original) as place:
        content = (place / "register.db").read_bytes()
        pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
        pages[one], pages[other] = pages[other], pages[one]
        (place / "register.db").write_bytes(b"".join(pages))
        assert _opens_whole_or_is_damaged(place) == (one == other)


@pytest.mark.parametrize("name", ["register.db", "vault.json"])
def test_a_file_that_is_missing_is_damage(original: Path, name: str) -> None:
    with _copy(original) as place:
        (place / name).unlink()
        assert not _opens_whole_or_is_damaged(place)
        assert not (place / name).exists()


def test_a_plain_database_in_place_of_the_register_is_damage_and_stays_as_it_is(original: Path) -> None:
    import sqlite3  # noqa: PLC0415 - only here

    with _copy(original) as place:
        (place / "register.db").unlink()
        with sqlite3.connect(place / "register.db") as plain:
            plain.execute("CREATE TABLE notes (id)")
        plain.close()
        before = (place / "register.db").read_bytes()
        assert not _opens_whole_or_is_damaged(place)
        assert (place / "register.db").read_bytes() == before


@pytest.mark.parametrize("name", ["register.db", "vault.json"])
def test_a_file_of_another_vault_with_the_same_passphrase_does_not_open(original: Path, name: str) -> None:
    with _copy(original) as place:
        other = place.with_name("Andere.nachweis")
        shutil.rmtree(other, ignore_errors=True)
        create(other, PASSPHRASE, SCHEMA, cost=CHEAP).close()
        shutil.copy(other / name, place / name)
        assert not _opens_whole_or_is_damaged(place)


def test_a_slot_of_another_vault_does_not_open_this_one(original: Path) -> None:
    with _copy(original) as place:
        other = place.with_name("Andere.nachweis")
        shutil.rmtree(other, ignore_errors=True)
        create(other, "known to the thief", SCHEMA, cost=CHEAP).close()
        forged = json.loads((place / "vault.json").read_bytes())
        forged["slots"] = json.loads((other / "vault.json").read_bytes())["slots"]
        header = header_of(place)
        slots = (*header.slots, *read((other / "vault.json").read_bytes()).slots)
        (place / "vault.json").write_bytes(written(type(header)(header.vault, slots, header.register, header.code)))
        with pytest.raises(WrongPassphrase):
            unlock(place, "known to the thief", SCHEMA)
        with pytest.raises(DamagedVault):
            unlock(place, PASSPHRASE, SCHEMA)


def test_damage_that_is_met_only_while_reading_is_called_damage_then(original: Path) -> None:
    with _copy(original) as place, unlock(place, PASSPHRASE, SCHEMA) as vault:
        _change(place / "register.db", 20 * 4096, 1)
        with pytest.raises(DamagedVault) as caught:
            vault.check()
        assert caught.value.part == "register"
