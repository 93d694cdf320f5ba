"""Somebody has forgotten the passphrase and lost the computer; the sheet and the vault, or a backup, are enough."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from app.core.language import CODES, Code
from app.registers.assessments.commands import assessments, drafts
from app.registers.assessments.record import AssessmentRecord, Draft
from app.registers.company.commands import company_of
from app.registers.company.record import Company
from app.registers.schema import SCHEMA
from app.system.shipped import root
from database.errors import WrongPassphrase
from database.history import entries
from database.vault import unlock
from database.verifying import Verdict, verify
from tests.journeys.conftest import Journey, Profile
from tests.journeys.first_start_to_paper import COMPANY, PASSPHRASE
from tests.journeys.recovery_round_trip import NEW_PASSPHRASE, WRONG_GROUP

pytestmark = pytest.mark.journey

VAULT, BACKUP = "vault", "backup"


@dataclass(frozen=True)
class Recovered:
    """The vault on the first computer, that on the second, and what the journey printed there."""

    language: Code
    first: Path
    second: Path
    printed: str


@pytest.fixture(scope="module", params=[(code, kind) for code in CODES for kind in (VAULT, BACKUP)], ids="-".join)
def recovered(
    request: pytest.FixtureRequest,
    profiles: Callable[[Code], Profile],
    travel: Journey,
    tmp_path_factory: pytest.TempPathFactory,
) -> Recovered:
    language, kind = request.param
    first, home = profiles(language).home, tmp_path_factory.mktemp("second")
    sheet = Path(shutil.copy(first / "sheet.pdf", home))
    found = _carried(first, kind, home)
    printed = travel(home, "recovery_round_trip", language, str(sheet), str(found))
    return Recovered(language, _vault_in(first), _vault_in(home), printed)


def _vault_in(home: Path) -> Path:
    (vault,) = home.rglob("*.nachweis")
    return vault


def _carried(home: Path, kind: str, other: Path) -> Path:
    """Bring the vault, or the newest backup of it and nothing else, from one home folder to another."""
    stick = other / "stick"
    stick.mkdir()
    if kind == VAULT:
        vault = _vault_in(home)
        return Path(shutil.copytree(vault, stick / vault.name))
    return Path(shutil.copy(max(home.rglob("*.nachweis-backup")), stick))


def test_a_slip_in_the_key_is_named_by_its_group(recovered: Recovered) -> None:
    slip = next(line for line in recovered.printed.splitlines() if line.startswith("slip: "))
    word = "Gruppe" if recovered.language == "de" else "Group"
    assert f"{word} {WRONG_GROUP} " in slip.replace("\u00a0", " ")


def test_the_result_is_shown_as_before(recovered: Recovered) -> None:
    assert COMPANY in recovered.printed
    assert "60\u00a0≥\u00a050" in recovered.printed


def test_everything_is_there(recovered: Recovered) -> None:
    before, after = Kept.in_vault(recovered.first, PASSPHRASE), Kept.in_vault(recovered.second, NEW_PASSPHRASE)
    assert before.drafts
    assert before.records
    assert (after.drafts, after.records, after.company) == (before.drafts, before.records, before.company)
    assert after.hashes[: len(before.hashes)] == before.hashes


def test_the_history_is_whole(recovered: Recovered) -> None:
    kept = Kept.in_vault(recovered.second, NEW_PASSPHRASE)
    assert kept.verdict.broken is None
    assert kept.verdict.head.sequence == len(kept.hashes)


def test_nachweis_verify_says_so_too(recovered: Recovered, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(NEW_PASSPHRASE, encoding="utf-8")
    command = [sys.executable, "-m", "app", "verify", str(recovered.second), "--passphrase-file", str(secret)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root(), timeout=60)  # noqa: S603 - own code
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_forgotten_passphrase_no_longer_opens_the_vault(recovered: Recovered) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(recovered.second, PASSPHRASE, SCHEMA)


@dataclass(frozen=True)
class Kept:
    """What is in a vault."""

    drafts: tuple[Draft, ...]
    records: tuple[AssessmentRecord, ...]
    company: Company | None
    hashes: tuple[str, ...]
    """Of the entries of the history, the oldest first."""
    verdict: Verdict

    @classmethod
    def in_vault(cls, path: Path, passphrase: str) -> Self:
        """Return what is in a vault, which is only looked at."""
        with unlock(path, passphrase, SCHEMA, read_only=True) as vault:
            told = entries(vault, limit=1_000_000)
            hashes = tuple(entry.hash for entry in reversed(told))
            return cls(drafts(vault), assessments(vault), company_of(vault), hashes, verify(vault))
