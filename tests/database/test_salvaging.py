"""Whatever page of a register is damaged: what lies on the others is saved, in a vault that is whole from then on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.errors import DamagedVault, NewerVault, PathProblem, VaultError, VaultInUse, WrongPassphrase
from database.history import entries, head
from database.salvaging import Salvaged, salvage
from database.schema import Schema
from database.undoing import NotUndoable, undo
from database.vault import Vault, unlock
from database.verifying import SALVAGED, Broken, verify
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import METADATA, NOTES, PASSPHRASE, SCHEMA, Note, words, write
from tests.database.wrecks import (
    INDEX_LEAF,
    KEPT,
    LONG,
    NUMBER,
    PAGE,
    TABLE_LEAF,
    contents,
    damaged,
    half_written,
    original_in,
    plain_pages,
    zeroed,
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a vault of many pages, closed."""
    return original_in(tmp_path_factory.mktemp("salvaging"))


def ids(vault: Vault) -> set[str]:
    with vault.reading() as view:
        return {note.id for note in view.all(NOTES)}


def is_whole(target: Path) -> tuple[set[str], int]:
    """See that a vault is whole, can be written to and stays whole; return its notes and its entries."""
    with unlock(target, PASSPHRASE, SCHEMA) as vault:
        vault.check()
        assert verify(vault).broken is None
        found, last = ids(vault), head(vault).sequence
        (newest,) = entries(vault, limit=1)
        assert newest.name == SALVAGED
        write(vault, "after")
        assert verify(vault).broken is None
    with unlock(target, PASSPHRASE, SCHEMA, read_only=True) as vault:
        assert verify(vault).broken is None
    return found, last


def test_what_lies_on_sound_pages_survives_whichever_page_is_gone(original: Path) -> None:
    for number, page in enumerate(plain_pages(original)[1:], start=1):
        with damaged(original, zeroed(number)) as (place, target):
            saved = salvage(place, PASSPHRASE, target, SCHEMA)
            found, last = is_whole(target)
            assert last == saved.entries + 1
            assert saved.kept["notes"] == len(found)
            if page[0] in {TABLE_LEAF, INDEX_LEAF}:
                on_page = {f"n{one}" for one in range(NUMBER) if f"second {one}.".encode() in page} | {"n5"}
                assert KEPT - found <= on_page
                assert not KEPT - found or page[0] == TABLE_LEAF


def test_a_sound_register_is_saved_to_the_last_entry(original: Path) -> None:
    with damaged(original, lambda _: None) as (place, target):
        with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as vault:
            whole = verify(vault)
        saved = salvage(place, PASSPHRASE, target, SCHEMA)
        assert saved == Salvaged({"marks": 1, "notes": len(KEPT)}, {"marks": 0, "notes": 0}, whole.head.sequence)
        with unlock(target, PASSPHRASE, SCHEMA) as vault:
            after = verify(vault)
            assert (after.broken, after.records, after.signers) == (None, whole.records, whole.signers)
            assert entries(vault, limit=2)[1].hash == whole.head.hash
            assert LONG in words(vault)


@settings(max_examples=25)
@given(
    holes=st.lists(st.tuples(st.integers(PAGE, 1 << 20), st.integers(1, 3 * PAGE)), min_size=1, max_size=8),
    cut=st.integers(0, 1 << 18),
)
def test_any_holes_behind_the_first_page_leave_a_vault_that_is_whole(
    holes: list[tuple[int, int]], cut: int, original: Path
) -> None:
    def change(content: bytearray) -> None:
        for start, length in holes:
            at = PAGE + start % (len(content) - PAGE)
            for place in range(at, min(at + length, len(content))):
                content[place] ^= 0x5A
        del content[max(PAGE, len(content) - cut) :]

    with damaged(original, change) as (place, target):
        saved = salvage(place, PASSPHRASE, target, SCHEMA)
        found, _ = is_whole(target)
        assert found <= KEPT | {"n7"}
        assert saved.kept["notes"] == len(found)


@settings(max_examples=20)
@given(at=st.integers(0, PAGE - 1), flip=st.integers(1, 255))
def test_without_its_first_page_a_register_is_lost_and_nothing_is_left(at: int, flip: int, original: Path) -> None:
    def change(content: bytearray) -> None:
        content[at] ^= flip

    with damaged(original, change) as (place, target):
        with pytest.raises(DamagedVault) as refused:
            salvage(place, PASSPHRASE, target, SCHEMA)
        assert (refused.value.part, refused.value.path) == ("register", place)
        assert not target.exists()


def test_wrong_input_leaves_nothing_behind(original: Path) -> None:
    newer = Schema(version=2, tables=lambda: METADATA)
    older = Schema(version=4, tables=lambda: METADATA)
    with damaged(original, lambda _: None) as (place, target):
        tries: list[tuple[Callable[[], object], type[VaultError]]] = [
            (lambda: salvage(place, "wrong", target, SCHEMA), WrongPassphrase),
            (lambda: salvage(place, PASSPHRASE, target, newer), NewerVault),
            (lambda: salvage(place, PASSPHRASE, target, older), DamagedVault),
            (lambda: salvage(place, PASSPHRASE, place, SCHEMA), PathProblem),
        ]
        for attempt, error in tries:
            with pytest.raises(error):
                attempt()
            assert not target.exists()


def test_a_vault_that_is_open_to_write_is_not_salvaged_meanwhile(original: Path) -> None:
    with damaged(original, lambda _: None) as (place, target), unlock(place, PASSPHRASE, SCHEMA) as vault:
        vault.read_only = True  # it is closed without a signature
        with pytest.raises(VaultInUse):
            salvage(place, PASSPHRASE, target, SCHEMA)


def test_an_older_vault_is_salvaged_as_it_is_and_brought_up_to_date_when_it_is_opened(tmp_path: Path) -> None:
    from app.registers.schema import SCHEMA as PROGRAM  # noqa: PLC0415 - only this test needs the program's tables

    for version, passphrase in PASSPHRASES.items():
        place, target = museum(version, tmp_path), tmp_path / f"saved {version}.nachweis"
        saved = salvage(place, passphrase, target, PROGRAM)
        assert sum(saved.kept.values()) >= 2
        assert sum(saved.lost.values()) == 0
        with unlock(target, passphrase, PROGRAM, backups=tmp_path) as vault:
            vault.check()
            verdict = verify(vault)
            assert verdict.broken is None
            assert verdict.records == sum(saved.kept.values())


def test_what_a_program_that_died_had_not_finished_is_taken_back_first(original: Path) -> None:
    with damaged(original, lambda _: None) as (place, target):
        half_written(place, original.with_name("half"))
        before = contents(place)
        assert "register.db-journal" in before
        salvage(place, PASSPHRASE, target, SCHEMA)
        found, _ = is_whole(target)
        assert found == KEPT
        assert contents(place) == before
        (place / "register.db-journal").unlink()
        shutil.copyfile(original / "register.db", place / "register.db")


def test_what_was_lost_with_the_damage_cannot_be_taken_back(original: Path) -> None:
    pages = plain_pages(original)
    images = next(
        number for number, page in enumerate(pages) if page[0] == TABLE_LEAF and b'"words":"first 11.' in page
    )
    with damaged(original, zeroed(images)) as (place, target):
        salvage(place, PASSPHRASE, target, SCHEMA)
        with unlock(target, PASSPHRASE, SCHEMA) as vault:
            with pytest.raises(NotUndoable):
                undo(vault, "notes", "n11")
            assert "n11" in ids(vault)


def test_an_image_that_is_gone_without_a_salvage_is_still_found(vault: Vault) -> None:
    write(vault, "a")
    with vault.change("note.rewritten") as tx:
        tx.replace(NOTES, Note("a", "changed"))
    with vault.transaction(writing=True) as connection:
        connection.exec_driver_sql("DROP TRIGGER history_items_refuses_update")
        connection.exec_driver_sql("UPDATE history_items SET before = NULL WHERE sequence = 3")
    assert verify(vault).broken == Broken(3, "image", "notes", "a")
