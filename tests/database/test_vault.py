"""What is committed is there, what is not is not, and everybody hears of it once."""

from __future__ import annotations

import json
import os
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine

from database import history_tables
from database.errors import DamagedVault, NewerVault, NotAVault, PathProblem, WrongPassphrase
from database.header import _checksum
from database.repository import Touched
from database.schema import Schema
from database.vault import Changed, Vault, create, header_of, in_memory, unlock
from tests.database.notes import CHEAP, METADATA, NOTES, PASSPHRASE, SCHEMA, Note, words, write

AWKWARD = ["O'Brien", 'a"b', "a;b", "'; DROP TABLE notes; --", "  blanks", "ÄÖÜß", "🔐", "x" * 5000]


def test_what_was_written_is_there_after_unlocking(vault: Vault, place: Path) -> None:
    write(vault, "one", "two")
    vault.close()
    with unlock(place, PASSPHRASE, SCHEMA) as again:
        assert words(again) == {"one", "two"}
        again.check()


@pytest.mark.parametrize("passphrase", AWKWARD)
def test_an_awkward_passphrase_opens_the_vault(place: Path, passphrase: str) -> None:
    create(place, passphrase, SCHEMA, cost=CHEAP).close()
    unlock(place, passphrase, SCHEMA).close()


@given(st.text(max_size=60).filter(lambda other: other != PASSPHRASE))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_wrong_passphrase_is_called_that_and_the_empty_one_too(vault: Vault, place: Path, other: str) -> None:
    assert vault.is_open
    with pytest.raises(WrongPassphrase):
        unlock(place, other, SCHEMA)


def test_the_cost_of_a_guess_is_calibrated_if_none_is_given(place: Path) -> None:
    create(place, PASSPHRASE, SCHEMA).close()
    assert int(header_of(place).slots[0].parameters["memory_kib"]) >= 64 * 1024


def _fail_half_way(vault: Vault) -> None:
    with vault.change("notes.written") as tx:
        tx.add(NOTES, Note("half", "half"))
        raise ZeroDivisionError


def test_a_failed_change_leaves_nothing(vault: Vault) -> None:
    write(vault, "before")
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(vault)
    assert words(vault) == {"before"}


def test_a_change_is_announced_after_it_can_be_read(vault: Vault) -> None:
    heard: list[tuple[Changed, set[str]]] = []
    vault.subscribe(lambda changed: heard.append((changed, words(vault))))
    write(vault, "b", "a")
    assert heard == [(Changed("notes.written", (Touched("notes", "a"), Touched("notes", "b"))), {"a", "b"})]


def test_a_failed_change_is_not_announced(vault: Vault) -> None:
    heard: list[Changed] = []
    vault.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(vault)
    assert not heard


def test_who_no_longer_listens_is_not_told(vault: Vault) -> None:
    heard: list[Changed] = []
    stop = vault.subscribe(heard.append)
    stop()
    write(vault, "quietly")
    assert not heard


def test_a_listener_that_fails_is_loud_and_the_others_are_told_first(vault: Vault) -> None:
    heard: list[Changed] = []

    def fail(_: Changed) -> None:
        raise ZeroDivisionError

    vault.subscribe(fail)
    vault.subscribe(heard.append)
    with pytest.raises(ExceptionGroup, match="committed"):
        write(vault, "kept")
    assert len(heard) == 1
    assert words(vault) == {"kept"}


def test_one_transaction_does_not_hide_in_another(vault: Vault) -> None:
    with pytest.raises(RuntimeError, match="already open"), vault.change("outer"), vault.reading():
        pass


def test_threads_take_turns(vault: Vault) -> None:
    threads = [threading.Thread(target=write, args=(vault, str(number))) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert words(vault) == {str(number) for number in range(8)}


def test_a_closed_vault_is_no_longer_used_and_has_no_key(vault: Vault) -> None:
    key = vault.held.key
    vault.close()
    vault.close()
    assert not vault.is_open
    assert not any(key._secret)
    with pytest.raises(RuntimeError, match="closed"):
        write(vault, "late")


def test_a_vault_in_memory_works_like_any_other_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with in_memory(SCHEMA) as vault:
        write(vault, "demo")
        assert words(vault) == {"demo"}
        vault.check()
        assert vault.path is None
    assert not list(tmp_path.iterdir())


def test_folder_and_files_belong_to_the_owner_alone(vault: Vault, place: Path) -> None:
    write(vault, "mine")
    if os.name == "posix":  # Windows inherits the rights of the user's own folder
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in place.iterdir()} == {0o600}


def test_a_vault_is_not_made_where_something_is_already(vault: Vault, place: Path) -> None:
    write(vault, "precious")
    with pytest.raises(PathProblem) as caught:
        create(place, "other", SCHEMA, cost=CHEAP)
    assert caught.value.reason == "exists"
    assert words(vault) == {"precious"}


def test_a_vault_that_could_not_be_made_leaves_nothing(place: Path) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(place, PASSPHRASE, Schema(1, fail), cost=CHEAP)  # type: ignore[arg-type]  # on purpose
    assert not list(place.parent.iterdir())


def test_a_place_that_is_not_there_a_file_and_a_plain_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(PathProblem) as caught:
        unlock(tmp_path / "nowhere", PASSPHRASE, SCHEMA)
    assert caught.value.reason == "missing"
    (tmp_path / "file").write_text("hello", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file"):
        with pytest.raises(NotAVault):
            unlock(path, PASSPHRASE, SCHEMA)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_cannot_be_one_is_called_that(tmp_path: Path, name: str) -> None:
    for act in (lambda: create(tmp_path / name, PASSPHRASE, SCHEMA, cost=CHEAP), lambda: header_of(tmp_path / name)):
        with pytest.raises(PathProblem) as caught:
            act()
        assert caught.value.reason == "name"


@pytest.mark.parametrize("name", ["Müller & Söhne 100% #1?.nachweis", "ド.nachweis", "a b'c;d.nachweis"])
def test_an_unusual_name_is_a_good_name(tmp_path: Path, name: str) -> None:
    with create(tmp_path / name, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "here")
    with unlock(tmp_path / name, PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"here"}
    assert {path.name for path in (tmp_path / name).iterdir()} == {"vault.json", "register.db", "vault.lock"}


def test_a_register_of_a_newer_program_is_refused_and_left_as_it_is(vault: Vault, place: Path) -> None:
    write(vault, "from the future")
    vault.close()
    before = (place / "register.db").read_bytes()
    with pytest.raises(NewerVault):
        unlock(place, PASSPHRASE, Schema(SCHEMA.version - 1, lambda: METADATA))
    assert (place / "register.db").read_bytes() == before


def test_a_schema_that_never_was_is_damage(vault: Vault, place: Path) -> None:
    vault.close()
    with pytest.raises(DamagedVault):
        unlock(place, PASSPHRASE, replace(SCHEMA, version=SCHEMA.version + 1))


def test_a_header_of_a_newer_program_is_refused_and_left_as_it_is(vault: Vault, place: Path) -> None:
    members = json.loads((place / "vault.json").read_bytes())
    del members["checksum"]
    members["format"] = 2
    newer = json.dumps(members | {"checksum": _checksum(members)}).encode()
    (place / "vault.json").write_bytes(newer)
    assert vault.is_open
    with pytest.raises(NewerVault):
        unlock(place, PASSPHRASE, SCHEMA)
    assert (place / "vault.json").read_bytes() == newer


def test_a_register_that_came_out_plain_is_a_loud_mistake_and_is_not_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plain(path: Path, *_: object) -> Engine:
        engine = create_engine(f"sqlite:///{path}")
        history_tables.METADATA.create_all(engine)
        return engine

    monkeypatch.setattr("database.connection.founded", plain)
    with pytest.raises(RuntimeError, match="not encrypted"):
        create(place, PASSPHRASE, SCHEMA, cost=CHEAP)
    assert not list(place.parent.iterdir())


def test_the_database_never_makes_a_plain_file(vault: Vault, place: Path) -> None:
    write(vault, "secret")
    assert not any(file.read_bytes().startswith(b"SQLite format 3") for file in place.iterdir())
