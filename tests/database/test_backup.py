"""A backup opens by itself with what opened the vault on its day, says what is in it, and gives it back."""

from __future__ import annotations

import os
import stat
import threading
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from sqlalchemy import Connection

from database.author import Author
from database.backup import copy_backup, inside, is_current, thin_out, write_backup
from database.backup_file import SUFFIX, Contents, found_in, open_backup, read_backup
from database.credentials import Credential
from database.errors import DamagedVault, NewerVault, PathProblem, VaultError, WrongPassphrase
from database.history import head
from database.key_slots import change_passphrase, renew_recovery_key
from database.rekeying import rekey
from database.restoring import prove, restore
from database.vault import Vault, create, in_memory, unlock
from database.verifying import verify
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_backup_is_one_file_of_its_owner_that_says_nothing_of_what_is_inside(vault: Vault, backups: Path) -> None:
    write(vault, "Kanarienvogel")
    made = write_backup(vault, backups)
    assert list(backups.iterdir()) == [made.path]
    content = made.path.read_bytes()
    for word in (b"Kanarienvogel", b"notes", b"SQLite format 3", PASSPHRASE.encode(), b"vault.created"):
        assert word not in content
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    with ZipFile(made.path) as archive:
        assert archive.namelist() == ["register.db", "vault.json", "manifest.json"]
        assert all(entry.compress_type == ZIP_STORED for entry in archive.infolist())
        assert archive.testzip() is None


def test_a_vault_that_is_closed_meanwhile_leaves_a_backup_that_opens(
    vault: Vault, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(vault, *"abc")

    def look_and_close(connection: Connection) -> Contents:
        found = inside(connection)
        threading.Thread(target=vault.close).start()
        while vault.is_open or any(vault.held.key.copy()._secret):
            time.sleep(0.01)
        return found

    monkeypatch.setattr("database.backup.inside", look_and_close)
    assert open_backup(write_backup(vault, backups).path, PASSPHRASE).contents.records == 3


def test_a_backup_is_current_until_something_is_committed_or_the_keys_change(vault: Vault, backups: Path) -> None:
    write(vault, "a")
    made = write_backup(vault, backups)
    assert is_current(vault, made)
    write(vault, "b")
    assert not is_current(vault, made)
    made = write_backup(vault, backups)
    rekey(vault, PASSPHRASE, today=NOON.date(), cost=CHEAP)
    assert not is_current(vault, made)
    with create(backups / "other.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP) as other:
        assert not is_current(other, made)


def test_a_list_needs_no_key_and_what_is_inside_does(vault: Vault, backups: Path) -> None:
    write(vault, *"abc")
    made = write_backup(vault, backups)
    [found] = found_in(backups, backups.with_name("not connected")).backups
    assert found == made
    assert (found.manifest.name, found.manifest.vault, found.manifest.schema) == ("Muster", vault.id, SCHEMA.version)
    assert found.bytes == made.path.stat().st_size
    opened = open_backup(made.path, PASSPHRASE)
    assert opened.contents.counts == {"marks": 0, "notes": 3}
    assert (opened.contents.records, opened.contents.head) == (3, head(vault))
    opened.close()
    with pytest.raises(WrongPassphrase):
        open_backup(made.path, "wrong")


def test_a_restored_vault_is_the_vault_of_that_day_and_needs_nothing_of_the_present_one(
    vault: Vault, place: Path, backups: Path
) -> None:
    write(vault, "before")
    recovery = renew_recovery_key(vault, date(2026, 11, 25))
    made, then = write_backup(vault, backups), head(vault)
    write(vault, "after")
    change_passphrase(vault, "neu", CHEAP)
    vault.close()
    for path in place.iterdir():
        path.unlink()
    credentials: tuple[Credential, ...] = (PASSPHRASE, recovery)
    for number, credential in enumerate(credentials):
        restored = place.with_name(f"restored {number}.nachweis")
        restore(made.path, credential, restored)
        with unlock(restored, PASSPHRASE, SCHEMA) as back:
            assert words(back) == {"before"}
            assert head(back) == then
            assert verify(back).broken is None


def test_a_restore_never_goes_over_what_is_there_and_needs_the_key(vault: Vault, place: Path, backups: Path) -> None:
    write(vault, "precious")
    made = write_backup(vault, backups)
    with pytest.raises(PathProblem) as caught:
        restore(made.path, PASSPHRASE, place)
    assert caught.value.reason == "exists"
    with pytest.raises(WrongPassphrase):
        restore(made.path, "wrong", place.with_name("new.nachweis"))
    assert not place.with_name("new.nachweis").exists()


def test_a_backup_while_somebody_writes_holds_whole_transactions_only(vault: Vault, backups: Path) -> None:
    vault.patience = 5
    stop = threading.Event()

    def write_on() -> None:
        number = 0
        while not stop.is_set():
            write(vault, *(f"{number}-{part}" for part in range(5)))
            number += 1

    writer = threading.Thread(target=write_on)
    writer.start()
    made = [write_backup(vault, backups) for _ in range(10)]
    stop.set()
    writer.join()
    for number, one in enumerate(made):
        place = backups / f"{number}.nachweis"
        restore(one.path, PASSPHRASE, place)
        with unlock(place, PASSPHRASE, SCHEMA) as back:
            assert len(words(back)) % 5 == 0
            assert verify(back).broken is None


def test_a_backup_from_before_a_new_key_opens_with_the_old_way_in(vault: Vault, backups: Path, tmp_path: Path) -> None:
    write(vault, "a")
    old = renew_recovery_key(vault, date(2026, 11, 25))
    before = write_backup(vault, backups)
    new = rekey(vault, PASSPHRASE, today=date(2026, 11, 25), cost=CHEAP)
    after = write_backup(vault, backups)
    assert after.manifest.register == "register-2.db"
    for one, right, wrong in ((before, old, new), (after, new, old)):
        assert prove(one.path, right, tmp_path).failure == ""
        with pytest.raises(WrongPassphrase):
            prove(one.path, wrong, tmp_path)


def test_two_backups_in_one_second_are_two_files(vault: Vault, backups: Path) -> None:
    vault.author = Author("a", lambda: NOON)
    assert len({write_backup(vault, backups).path for _ in range(3)}) == 3


def test_a_copy_in_the_second_place_is_the_same_file(vault: Vault, backups: Path, tmp_path: Path) -> None:
    made = write_backup(vault, backups)
    copy = copy_backup(made, tmp_path / "stick")
    assert copy.path.read_bytes() == made.path.read_bytes()
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [made.path.name]
    with pytest.raises(VaultError):
        copy_backup(made, made.path / "no folder")


def test_thinning_removes_only_old_backups_of_this_vault(vault: Vault, backups: Path, tmp_path: Path) -> None:
    for hours in range(0, 24 * 6, 12):
        vault.author = Author("a", lambda hours=hours: NOON - timedelta(hours=hours))  # type: ignore[misc]
        write_backup(vault, backups)
    with create(tmp_path / "Other.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP) as other:
        other.author = Author("a", lambda: NOON - timedelta(days=5))
        strange = [write_backup(other, backups).path for _ in range(2)]
    (backups / f"broken{SUFFIX}").write_bytes(b"broken")
    removed = thin_out(backups, vault.id, NOON)
    assert len(removed) == 3
    left = set(backups.iterdir())
    assert {*strange, backups / f"broken{SUFFIX}"} <= left
    assert len(left) == 12 - 3 + 3
    assert thin_out(backups, vault.id, NOON) == ()


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" * 99])
def test_what_is_no_backup_is_named_as_unreadable(backups: Path, content: bytes) -> None:
    backups.mkdir()
    path = backups / f"x{SUFFIX}"
    path.write_bytes(content)
    (backups / f"folder{SUFFIX}").mkdir()
    assert set(found_in(backups).unreadable) == {path, backups / f"folder{SUFFIX}"}
    with pytest.raises(DamagedVault):
        read_backup(path)


def test_a_backup_of_a_newer_format_is_called_that(vault: Vault, backups: Path) -> None:
    made = write_backup(vault, backups)
    with ZipFile(made.path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(made.path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(NewerVault):
        read_backup(made.path)


def test_a_vault_in_memory_has_nothing_to_keep(backups: Path) -> None:
    with in_memory(SCHEMA) as demo, pytest.raises(ValueError, match="memory"):
        write_backup(demo, backups)
