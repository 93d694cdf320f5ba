"""A place that cannot be written to, and files that are gone: a known trouble each time, and nothing is made worse."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from database.backup import write_backup
from database.errors import DamagedVault, NotAVault, PathProblem, ReadOnlyVault
from database.key_slots import change_passphrase, opens, renew_recovery_key
from database.rekeying import rekey
from database.restoring import restore
from database.vault import Vault, create, unlock
from database.verifying import verify
from tests.database.faults.small_disk import SmallDisk, small_disk
from tests.database.faults.ways_in import TODAY
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallDisk]:
    """Return a disk with a vault and a backup of it, on which nothing can be written any more."""
    with small_disk(tmp_path / "disk", "4m") as disk:
        with create(disk.folder / "Muster.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
            write(vault, "before")
            write_backup(vault, disk.folder).path.rename(disk.folder / "one.nachweis-backup")
        if not disk.make_read_only():
            _refuse_to_write(disk.folder, monkeypatch)
        yield disk


def _refuse_to_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system say that nothing can be written here, where the tests cannot make it so."""
    open_, mkdir = os.open, Path.mkdir

    def opens(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and str(path).startswith(str(folder)):
            raise OSError(errno.EROFS, "read only")
        return open_(path, flags, *rest, **named)

    def makes(path: Path, *rest: Any, **named: Any) -> None:
        if not path.exists() and str(path).startswith(str(folder)):
            raise OSError(errno.EROFS, "read only")
        mkdir(path, *rest, **named)

    monkeypatch.setattr(os, "open", opens)
    monkeypatch.setattr(Path, "mkdir", makes)


def test_a_vault_where_nothing_can_be_written_opens_to_read_only(frozen: SmallDisk) -> None:
    with unlock(frozen.folder / "Muster.nachweis", PASSPHRASE, SCHEMA) as vault:
        assert vault.read_only
        vault.check()
        assert verify(vault).broken is None
        assert words(vault) == {"before"}


CHANGES: list[Callable[[Vault], object]] = [
    lambda vault: write(vault, "after"),
    lambda vault: vault.note("after"),
    lambda vault: vault.checkpoint(),
    lambda vault: change_passphrase(vault, "another", cost=CHEAP),
    lambda vault: renew_recovery_key(vault, TODAY),
    lambda vault: rekey(vault, PASSPHRASE, today=TODAY, cost=CHEAP),
]


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_changed_in_a_vault_that_is_open_to_read_only(
    frozen: SmallDisk, change: Callable[[Vault], object]
) -> None:
    place = frozen.folder / "Muster.nachweis"
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        with pytest.raises(ReadOnlyVault):
            change(vault)
        assert words(vault) == {"before"}
    assert opens(place, PASSPHRASE)


def test_no_vault_and_no_backup_comes_to_a_place_where_nothing_can_be_written(frozen: SmallDisk) -> None:
    there, here = frozen.folder / "Neu.nachweis", frozen.folder / "Muster.nachweis"
    attempts: list[Callable[[], object]] = [
        lambda: create(there, PASSPHRASE, SCHEMA, cost=CHEAP),
        lambda: restore(frozen.folder / "one.nachweis-backup", PASSPHRASE, there),
        lambda: write_backup(vault, frozen.folder),
    ]
    with unlock(here, PASSPHRASE, SCHEMA) as vault:
        for attempt in attempts:
            with pytest.raises(PathProblem) as caught:
                attempt()
            assert caught.value.reason == "read_only"
    assert {path.name for path in frozen.folder.iterdir()} == {"Muster.nachweis", "one.nachweis-backup"}


def test_a_backup_where_nothing_can_be_written_is_restored_elsewhere(frozen: SmallDisk, tmp_path: Path) -> None:
    restore(frozen.folder / "one.nachweis-backup", PASSPHRASE, tmp_path / "Neu.nachweis")
    with unlock(tmp_path / "Neu.nachweis", PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"before"}


@pytest.mark.parametrize("gone", ["register.db", "vault.json"])
def test_a_file_that_is_gone_is_damage_and_is_not_made_anew(vault: Vault, place: Path, gone: str) -> None:
    vault.close()
    (place / gone).unlink()
    for read_only in (False, True):
        with pytest.raises(DamagedVault) as caught:
            unlock(place, PASSPHRASE, SCHEMA, read_only=read_only)
        assert caught.value.part == {"register.db": "register", "vault.json": "keys"}[gone]
    assert not (place / gone).exists()


def test_a_folder_that_is_gone_is_missing_and_an_empty_one_is_no_vault(vault: Vault, place: Path) -> None:
    vault.close()
    shutil.rmtree(place)
    with pytest.raises(PathProblem) as caught:
        unlock(place, PASSPHRASE, SCHEMA)
    assert caught.value.reason == "missing"
    place.mkdir()
    with pytest.raises(NotAVault):
        unlock(place, PASSPHRASE, SCHEMA)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove what is open")
@pytest.mark.parametrize("change", CHANGES)
def test_a_folder_that_vanishes_while_the_vault_is_open_is_missing(
    vault: Vault, place: Path, change: Callable[[Vault], object]
) -> None:
    write(vault, "before")
    place.rename(place.with_name("elsewhere"))
    with pytest.raises(PathProblem) as caught:
        change(vault)
    assert caught.value.reason == "missing"
    vault.close()
    assert {path.name for path in place.parent.iterdir()} == {"elsewhere"}
    with unlock(place.with_name("elsewhere"), PASSPHRASE, SCHEMA) as found:
        assert words(found) == {"before"}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove what is open")
def test_a_register_that_vanished_is_not_written_to_as_if_it_were_there(vault: Vault, place: Path) -> None:
    write(vault, "before")
    (place / "register.db").unlink()
    with pytest.raises(PathProblem) as caught:
        write(vault, "nowhere")
    assert (caught.value.reason, caught.value.path) == ("missing", place)
    vault.close()
    assert {path.name for path in place.iterdir()} <= {"vault.json", "vault.lock"}


def test_keys_that_vanished_come_back_with_the_next_that_are_made(vault: Vault, place: Path) -> None:
    write(vault, "before")
    (place / "vault.json").unlink()
    change_passphrase(vault, "another", cost=CHEAP)
    vault.close()
    with unlock(place, "another", SCHEMA) as found:
        assert words(found) == {"before"}


def test_a_folder_in_the_place_of_a_file_is_a_known_trouble(vault: Vault, place: Path) -> None:
    vault.close()
    for name, trouble in (("register.db", DamagedVault), ("vault.json", PathProblem)):
        (place / name).rename(place / "aside")
        (place / name).mkdir()
        with pytest.raises(trouble):
            unlock(place, PASSPHRASE, SCHEMA)
        (place / name).rmdir()
        (place / "aside").rename(place / name)
    unlock(place, PASSPHRASE, SCHEMA).close()


@pytest.mark.parametrize("backups", ["a file", "a file/below"])
def test_a_place_for_backups_that_is_none_costs_the_backup_and_not_the_vault(
    vault: Vault, tmp_path: Path, backups: str
) -> None:
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(PathProblem):
        write_backup(vault, tmp_path / backups)
    write(vault, "after")
    assert words(vault) == {"after"}
