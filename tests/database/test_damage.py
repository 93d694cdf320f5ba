"""Whatever happens to the files: a known error, or everything is as it was. Never another error, never less."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.credentials import Credential, DeviceKey, RecoveryKey
from database.errors import DamagedVault, WrongPassphrase
from database.header import written
from database.key_slots import renew_recovery_key, trust_device
from database.keys import PASSPHRASE as PASSPHRASE_SLOT
from database.slots import DEVICE as DEVICE_SLOT
from database.slots import RECOVERY
from database.vault import create, header_of, unlock
from database.verifying import verify
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

WORDS = [f"word {number}" * 100 for number in range(100)]
PAGE = 4096
SIZE = 24 * PAGE
RESERVED = 80
"""At the end of each page: 16 bytes to begin the encryption with, 64 of authentication code."""

DEVICE = DeviceKey.random()
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def sheet() -> list[RecoveryKey]:
    """Return where the recovery key of the vault is found once there is one."""
    return []


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, sheet: list[RecoveryKey]) -> Path:
    """Return a vault of many pages with three ways in, closed."""
    place = tmp_path_factory.mktemp("damage") / "Muster.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, *WORDS)
        trust_device(vault, DEVICE)
        sheet.append(renew_recovery_key(vault, TODAY))
    assert (place / "register.db").stat().st_size >= SIZE
    return place


@contextmanager
def _copy(original: Path) -> Iterator[Path]:
    place = original.with_name("Kopie.nachweis")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(original, place)
    yield place


def _opens_whole_or_is_damaged(place: Path, credential: Credential = PASSPHRASE, part: str = "") -> bool:
    try:
        with unlock(place, credential, SCHEMA) as vault:
            vault.check()
            assert verify(vault).broken is None
            assert words(vault) == set(WORDS)
    except DamagedVault as damaged:
        assert part in {"", damaged.part}
        return False
    return True


def _change(path: Path, place: int, flip: int) -> None:
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= flip
    path.write_bytes(content)


REGIONS = {
    "salt and header": st.integers(0, 115),
    "first page": st.integers(0, PAGE - 1),
    "any page": st.integers(0, SIZE - 1),
    "codes": st.builds(lambda page, at: (page + 1) * PAGE - at, st.integers(0, 23), st.integers(1, RESERVED)),
}


@pytest.mark.parametrize("region", REGIONS)
@given(st.data())
@settings(deadline=None, max_examples=40)
def test_a_flipped_byte_in_the_register_is_always_found(original: Path, region: str, draw: st.DataObject) -> None:
    with _copy(original) as place:
        _change(place / "register.db", draw.draw(REGIONS[region]), draw.draw(st.integers(1, 255)))
        assert not _opens_whole_or_is_damaged(place, part="register")


@pytest.mark.parametrize("way_in", ["passphrase", "recovery", "device"])
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
@settings(deadline=None)
def test_a_flipped_byte_in_the_keys_is_damage_and_never_another_slot(
    original: Path, sheet: list[RecoveryKey], way_in: str, at: int, flip: int
) -> None:
    ways: dict[str, Credential] = {"passphrase": PASSPHRASE, "recovery": sheet[0], "device": DEVICE}
    with _copy(original) as place:
        _change(place / "vault.json", at, flip)
        if _opens_whole_or_is_damaged(place, ways[way_in], "keys"):
            assert header_of(place) == header_of(original)


MEMBERS = ["checksum", "code", "format", "register", "slots", "vault"]


@pytest.mark.parametrize("member", MEMBERS)
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
@settings(deadline=None, max_examples=30)
def test_a_flipped_bit_in_any_member_of_the_keys_is_damage(original: Path, member: str, at: int, bit: int) -> None:
    with _copy(original) as place:
        content = (place / "vault.json").read_text(encoding="ascii")
        start = content.index(f'\n  "{member}"')
        end = content.find('\n  "', start + 1) % (len(content) + 1)
        _change(place / "vault.json", start + at % (end - start), 1 << bit)
        if _opens_whole_or_is_damaged(place, part="keys"):
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


@pytest.mark.parametrize("kind", [PASSPHRASE_SLOT, RECOVERY, DEVICE_SLOT])
def test_a_slot_of_another_vault_does_not_open_this_one(original: Path, kind: str) -> None:
    with _copy(original) as place:
        other = place.with_name("Andere.nachweis")
        shutil.rmtree(other, ignore_errors=True)
        thief = DeviceKey.random()
        with create(other, "known to the thief", SCHEMA, cost=CHEAP) as vault:
            trust_device(vault, thief)
            known: dict[str, Credential] = {
                PASSPHRASE_SLOT: "known to the thief",
                RECOVERY: renew_recovery_key(vault, TODAY),
                DEVICE_SLOT: thief,
            }
        header = header_of(place)
        theirs = [slot for slot in header_of(other).slots if slot.kind == kind]
        for slots in ((*header.slots, *theirs), (*theirs, *header.slots[1:])):
            (place / "vault.json").write_bytes(written(replace(header, slots=slots)))
            with pytest.raises(WrongPassphrase):
                unlock(place, known[kind], SCHEMA)
            ours = slots[0] is header.slots[0]
            with pytest.raises(DamagedVault if ours else WrongPassphrase):
                unlock(place, PASSPHRASE, SCHEMA)


def test_damage_that_is_met_only_while_reading_is_called_damage_then(original: Path) -> None:
    with _copy(original) as place, unlock(place, PASSPHRASE, SCHEMA) as vault:
        _change(place / "register.db", 20 * 4096, 1)
        with pytest.raises(DamagedVault) as caught:
            vault.check()
        assert caught.value.part == "register"
