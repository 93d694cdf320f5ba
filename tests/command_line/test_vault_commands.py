"""`nachweis verify`, `backup` and `restore` work on real vaults, and say in one sentence what is wrong with others."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import WRONG_INPUT, main
from app.registers.safekeeping.commands import record_sheet_check
from app.registers.schema import SCHEMA
from app.reports.history_head import HistoryHead
from app.system.folders import of_this_user
from database.history import head
from database.vault import unlock
from tests.command_line.vaults import BROKEN, NOW, a_vault, run, sentence, verdict
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import PASSPHRASE


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return a_vault(tmp_path)


def test_a_whole_vault_is_called_whole(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", place) == 0
    answer = verdict(capfd)
    with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as vault:
        assert answer.pop("head") == head(vault).hash
    (signer,) = answer.pop("signers")
    assert len(signer) == 64
    assert answer == {"whole": True, "entries": 3, "checkpoints": 1, "records": 1, "first_broken": None}


def test_a_vault_that_is_open_in_the_program_is_verified(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        record_sheet_check(vault, made_on=NOW.date(), now=NOW)
        assert run("verify", place) == 0
    assert verdict(capfd)["entries"] == 4


@pytest.mark.parametrize(
    ("forgery", "broken"),
    [
        (
            "UPDATE history SET entry = replace(entry, 'sheet', 'shoot') WHERE sequence = 3",
            {"entry": 3, "reason": "hash", "table": "", "record": ""},
        ),
        ("DELETE FROM history WHERE sequence = 2", {"entry": 2, "reason": "gap", "table": "", "record": ""}),
        (
            "INSERT INTO sheet_checks VALUES ('x', '2026-01-01T00:00:00.000000Z', '2026-01-01')",
            {"entry": 3, "reason": "record", "table": "sheet_checks", "record": "x"},
        ),
        (
            "UPDATE checkpoints SET signature = zeroblob(64)",
            {"entry": 3, "reason": "signature", "table": "", "record": ""},
        ),
    ],
)
def test_a_forgery_is_named_and_leaves_with_1(
    forgery: str, broken: dict[str, object], place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tamper(place, forgery)
    assert run("verify", place) == BROKEN
    answer = verdict(capfd)
    assert not answer["whole"]
    assert answer["first_broken"] == broken


def tamper(place: Path, forgery: str) -> None:
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        with vault.transaction(writing=True) as connection:
            for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            connection.exec_driver_sql(forgery)
        vault.read_only = True  # nothing is signed when it is closed


def test_a_damaged_register_is_one_sentence_and_leaves_with_1(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    register = place / "register.db"
    content = bytearray(register.read_bytes())
    content[-2000] ^= 1
    register.write_bytes(content)
    assert run("verify", place) == BROKEN
    assert "damaged" in sentence(capfd)


def test_the_head_of_a_paper_is_found_however_it_is_copied(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with unlock(place, PASSPHRASE, SCHEMA) as vault:
        paper = HistoryHead(head(vault).sequence, head(vault).hash, vault.id)
        record_sheet_check(vault, made_on=NOW.date(), now=NOW)
    for copied in (paper.hash, paper.hash.upper(), paper.short, f"  {paper.hash[:20]}", paper.content):
        assert run("verify", place, "--head", copied) == 0
        assert verdict(capfd)["head_asked"]["entry"] == 3


def test_a_head_that_was_never_in_the_history_leaves_with_1(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", place, "--head", "0123 4567 89ab cdef") == BROKEN
    answer = verdict(capfd)
    assert answer["whole"]
    assert answer["head_asked"] == {"hash": "0123456789abcdef", "known": False, "entry": None}


def test_a_head_that_was_forged_into_the_history_is_not_found(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tamper(place, "UPDATE history SET hash = zeroblob(32) WHERE sequence = 3")
    assert run("verify", place, "--head", "0" * 64) == BROKEN
    assert verdict(capfd)["head_asked"]["entry"] is None


@pytest.mark.parametrize("typed", ["0123", "z" * 16, "0" * 65, "0123 4567 89ab cde%"])
def test_what_is_no_checksum_is_refused(typed: str, place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", place, "--head", typed) == WRONG_INPUT
    assert "16" in sentence(capfd)


def test_a_backup_is_made_verified_and_restored(place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    backups, again = tmp_path / "backups", tmp_path / "again.nachweis"
    with unlock(place, PASSPHRASE, SCHEMA):  # the program has it open
        assert run("backup", place, "--out", backups) == 0
    (made,) = backups.iterdir()
    assert made.name in capfd.readouterr().out
    assert main(["verify", str(made), "--passphrase-file", str(tmp_path / "passphrase")]) == 0
    whole = verdict(capfd)
    renamed = made.rename(tmp_path / "renamed")
    assert run("verify", renamed, "--head", whole["head"]) == 0
    assert verdict(capfd)["head_asked"]["entry"] == 3
    assert not [*of_this_user().opened.iterdir()]
    assert run("restore", renamed, "--out", again) == 0
    assert again.name in capfd.readouterr().out
    assert run("verify", again) == 0
    assert verdict(capfd) == whole
    assert run("restore", renamed, "--out", again) == WRONG_INPUT
    assert "already something" in sentence(capfd)


def test_a_damaged_backup_leaves_with_1_and_nothing_behind(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", place, "--out", tmp_path) == 0
    (made,) = tmp_path.glob("*.nachweis-backup")
    content = bytearray(made.read_bytes())
    content[len(content) // 3] ^= 1
    made.write_bytes(content)
    capfd.readouterr()
    assert run("verify", made) == BROKEN
    assert "backup is damaged" in sentence(capfd)
    assert not [*of_this_user().opened.iterdir()]


def test_a_vault_of_an_older_schema_is_backed_up_as_it_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    oldest = museum(1, tmp_path)
    before = {path.name: path.read_bytes() for path in oldest.iterdir()}
    assert run("backup", oldest, "--out", tmp_path / "backups", content=PASSPHRASES[1].encode()) == 0
    assert {path.name: path.read_bytes() for path in oldest.iterdir()} == before
    assert capfd.readouterr().out.count("\n") == 1
