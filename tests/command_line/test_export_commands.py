"""`nachweis export` and `import` take a vault out and back, and `verify` reads what lies between."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from app.cli import WRONG_INPUT, main
from tests.command_line.vaults import BROKEN, a_vault, run, sentence, verdict


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return a_vault(tmp_path)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text("Löwe\n", encoding="utf-8")
    return file


def test_an_export_is_made_verified_and_imported(
    place: Path, tmp_path: Path, secret: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive, again = tmp_path / "Export ä.zip", tmp_path / "again.nachweis"
    assert run("export", place, "--out", archive, "--password-file", secret) == 0
    assert archive.name in capfd.readouterr().out
    assert run("verify", archive, "--password-file", secret) == 0
    whole = verdict(capfd)
    assert (whole["whole"], whole["entries"]) == (True, 3)
    assert run("verify", archive, "--password-file", secret, "--head", whole["head"][:16]) == 0
    assert verdict(capfd)["head_asked"]["entry"] == 3
    assert run("verify", archive, "--password-file", secret, "--head", "0" * 16) == BROKEN
    assert verdict(capfd)["head_asked"]["entry"] is None
    assert run("import", archive, "--out", again, "--password-file", secret) == 0
    assert again.name in capfd.readouterr().out
    assert run("verify", again, "--head", whole["head"]) == 0
    assert verdict(capfd)["head_asked"]["entry"] == 3


def test_an_export_that_everybody_can_read_says_so(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive, again = tmp_path / "plain.zip", tmp_path / "again.nachweis"
    assert run("export", place, "--out", archive, "--plain") == 0
    assert "not encrypted" in capfd.readouterr().out
    assert run("export", place, "--out", archive, "--plain") == WRONG_INPUT
    assert "already something" in sentence(capfd)
    assert run("verify", archive) == 0
    assert verdict(capfd)["whole"]
    assert run("import", archive, "--out", again) == 0
    assert again.is_dir()


def test_a_wrong_password_of_an_export_is_one_sentence(
    place: Path, tmp_path: Path, secret: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive, again = tmp_path / "a.zip", tmp_path / "again.nachweis"
    assert run("export", place, "--out", archive, "--password-file", secret) == 0
    capfd.readouterr()
    for content, told in (("wrong", "does not fit this export"), ("", "cannot be empty")):
        secret.write_text(content)
        assert run("verify", archive, "--password-file", secret) == WRONG_INPUT
        assert told in sentence(capfd)
        assert run("import", archive, "--out", again, "--password-file", secret) == WRONG_INPUT
        assert told in sentence(capfd)
        assert not again.exists()
    assert run("export", place, "--out", tmp_path / "b.zip", "--password-file", secret) == WRONG_INPUT
    assert not (tmp_path / "b.zip").exists()


def test_a_damaged_export_leaves_with_1(place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "a.zip"
    assert run("export", place, "--out", archive, "--plain") == 0
    capfd.readouterr()
    content = bytearray(archive.read_bytes())
    with ZipFile(archive) as opened:
        content[opened.getinfo("history.jsonl").header_offset + 100] ^= 1
    archive.write_bytes(content)
    assert run("verify", archive) == BROKEN
    assert sentence(capfd)


def test_a_vault_from_an_export_needs_a_passphrase(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive, again, sheet = tmp_path / "a.zip", tmp_path / "again.nachweis", tmp_path / "recovery"
    assert run("export", place, "--out", archive, "--plain") == 0
    capfd.readouterr()
    assert run("import", archive, "--out", again, content=b"") == WRONG_INPUT
    assert "passphrase" in sentence(capfd)
    assert main(["import", str(archive), "--out", str(again), "--recovery-key-file", str(sheet)]) == WRONG_INPUT
    assert "passphrase" in sentence(capfd)
    assert not again.exists()
