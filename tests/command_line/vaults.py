"""A vault on the command line, and what a command said of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.registers.safekeeping.commands import record_sheet_check
from app.registers.schema import SCHEMA
from database.key_slots import renew_recovery_key
from database.vault import create
from tests.database.notes import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
BROKEN = 1


def a_vault(tmp_path: Path) -> Path:
    """Make a vault with three entries in its history: made, given a recovery key, one record."""
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
