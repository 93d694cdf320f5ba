"""What opens a vault on the command line: passphrase and recovery key, from files and from the terminal."""

from __future__ import annotations

import getpass
import io
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from app.cli import WRONG_INPUT, main
from app.registers.schema import SCHEMA
from database.key_slots import renew_recovery_key
from database.vault import create
from tests.command_line.vaults import NOW, a_vault, run, sentence, verdict
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import CHEAP, PASSPHRASE


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return a_vault(tmp_path)


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
@pytest.mark.parametrize("command", ["verify", "backup", "restore", "export", "import"])
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
