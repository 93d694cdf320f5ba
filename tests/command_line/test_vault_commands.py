"""`nachweis verify`, `backup` and `restore` work on real vaults, and say in one sentence what is wrong with others."""

from __future__ import annotations

import getpass
import io
import json
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli import WRONG_INPUT, main
from app.registers.safekeeping.commands import record_sheet_check
from app.registers.schema import SCHEMA
from app.reports.history_head import HistoryHead
from app.system.folders import of_this_user
from database.history import head
from database.key_slots import renew_recovery_key
from database.vault import create, unlock
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
BROKEN = 1


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a vault with three entries in its history: made, given a recovery key, one record."""
    place = tmp_path / "Müller & Söhne.nachweis"
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        (tmp_path / "recovery").write_text(" ".join(renew_recovery_key(vault, NOW.date()).words()))
        record_sheet_check(vault, made_on=NOW.date(), now=NOW)
    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    return place


def run(command: str, place: Path, *options: str | Path, content: bytes | None = None) -> int:
    """Run a command with the passphrase file beside a vault, or with another content of it."""
    file = place.parent / "passphrase"
    if content is not None:
        file.write_bytes(content)
    return main([command, str(place), "--passphrase-file", str(file), *map(str, options)])


def verdict(capfd: pytest.CaptureFixture[str]) -> Any:
    told = capfd.readouterr()
    assert told.err == ""
    return json.loads(told.out)


def sentence(capfd: pytest.CaptureFixture[str]) -> str:
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    return told.err


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
    assert answer["head_asked"] == {"hash": "0123456789abcdef", "entry": None}


def test_a_head_that_was_forged_into_the_history_is_not_found(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tamper(place, "UPDATE history SET hash = zeroblob(32) WHERE sequence = 3")
    assert run("verify", place, "--head", "0" * 64) == BROKEN
    assert verdict(capfd)["head_asked"]["entry"] is None


@pytest.mark.parametrize("typed", ["0123", "z" * 16, "0" * 65, "0123 4567 89ab cde%"])
def test_what_is_no_checksum_is_refused(typed: str, place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", place, "--head", typed) == WRONG_INPUT
    assert "16" in sentence(capfd)


@pytest.mark.parametrize(
    "content",
    [
        PASSPHRASE.encode(),
        f"{PASSPHRASE}\n".encode(),
        f"{PASSPHRASE}\r\n".encode(),
        f"\ufeff{PASSPHRASE}\r\n".encode(),
        unicodedata.normalize("NFD", PASSPHRASE).encode(),
    ],
    ids=["bare", "line", "line of Windows", "byte order mark", "umlauts in two parts"],
)
def test_a_passphrase_is_read_as_editors_write_it(
    content: bytes, place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", place, content=content) == 0
    assert verdict(capfd)["whole"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"wrong",
        f"{PASSPHRASE}\n\n".encode(),
        f" {PASSPHRASE}".encode(),
        PASSPHRASE.encode("utf-16"),
        b"x" * 70_000,
    ],
)
@pytest.mark.parametrize("command", ["verify", "backup"])
def test_a_wrong_passphrase_is_one_sentence(
    command: str, content: bytes, place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ["--out", str(tmp_path / "backups")] if command == "backup" else []
    assert run(command, place, *options, content=content) == WRONG_INPUT
    assert sentence(capfd)
    assert not (tmp_path / "backups").exists()


def test_the_recovery_key_opens_as_well(place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "recovery"
    assert main(["verify", str(place), "--recovery-key-file", str(file)]) == 0
    assert verdict(capfd)["whole"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda words: words[:-1], "eight groups"),
        (lambda words: ["00000", *words[1:]], "mistyped: 1."),
        (lambda _: "00002 00003 00004 00005 00006 00007 00008 00009".split(), "mistyped"),
    ],
)
def test_a_recovery_key_that_is_mistyped_is_named(
    change: Any, told: str, place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "recovery"
    file.write_text(" ".join(change(file.read_text().split())))
    assert main(["verify", str(place), "--recovery-key-file", str(file)]) == WRONG_INPUT
    assert told in sentence(capfd)


def test_the_recovery_key_of_another_vault_does_not_fit(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "recovery"
    with create(tmp_path / "other.nachweis", "other", SCHEMA, cost=CHEAP) as other:
        file.write_text(" ".join(renew_recovery_key(other, NOW.date()).words()))
    assert main(["verify", str(place), "--recovery-key-file", str(file)]) == WRONG_INPUT
    assert "recovery key" in sentence(capfd)


def test_the_passphrase_is_asked_for_on_the_terminal(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    asked = []

    def typed(question: str) -> str:
        asked.append(question)
        return PASSPHRASE

    monkeypatch.setattr(getpass, "getpass", typed)
    assert main(["verify", str(place)]) == 0
    assert verdict(capfd)["whole"]
    assert asked == ["Passphrase: "]


def test_without_a_terminal_a_file_is_asked_for(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    monkeypatch.setattr(getpass, "getpass", getpass.fallback_getpass)  # type: ignore[attr-defined]  # untyped
    assert main(["verify", str(place)]) == WRONG_INPUT
    assert "--passphrase-file" in sentence(capfd)


@pytest.mark.parametrize("name", ["missing", "passphrase", "folder", "a\0b", "x" * 300])
@pytest.mark.parametrize("command", ["verify", "backup", "restore"])
def test_what_is_no_vault_is_one_sentence(
    command: str, name: str, place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    options = [] if command == "verify" else ["--out", str(tmp_path / "out")]
    assert run(command, place.with_name(name), *options) == WRONG_INPUT
    assert sentence(capfd)
    assert not (tmp_path / "out").exists()


def test_a_passphrase_file_that_is_missing_is_named(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(place), "--passphrase-file", str(place / "none")]) == WRONG_INPUT
    assert "none" in sentence(capfd)


def test_a_vault_of_the_museum_is_verified_and_an_older_one_is_said_to_be(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    newest = museum(SCHEMA.version, tmp_path)
    assert run("verify", newest, content=PASSPHRASES[SCHEMA.version].encode()) == 0
    assert verdict(capfd)["whole"]
    oldest = museum(1, tmp_path)
    before = (oldest / "register.db").read_bytes()
    assert run("verify", oldest, content=PASSPHRASES[1].encode()) == WRONG_INPUT
    assert "older version" in sentence(capfd)
    assert (oldest / "register.db").read_bytes() == before


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
