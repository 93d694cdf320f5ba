"""A trial restore finds what is wrong, and a real one gives everything back."""

from __future__ import annotations

from pathlib import Path

import pytest

from database.backup import write_backup
from database.errors import DamagedVault
from database.restoring import prove, restore
from database.vault import Vault, unlock
from tests.database.notes import NOTES, PASSPHRASE, SCHEMA, Note, words, write


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_proof_restores_on_trial_compares_and_leaves_nothing(vault: Vault, backups: Path, tmp_path: Path) -> None:
    write(vault, *"abc")
    made = write_backup(vault, backups)
    trial = prove(made.path, PASSPHRASE, tmp_path / "scratch")
    assert (trial.failure, trial.contents.records, trial.backup) == ("", 3, made)
    assert trial.seconds > 0
    assert not list((tmp_path / "scratch").iterdir())


def test_a_proof_finds_a_register_that_is_not_what_the_manifest_says(
    vault: Vault, backups: Path, tmp_path: Path
) -> None:
    write(vault, "a")
    made = write_backup(vault, backups)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    assert prove(made.path, PASSPHRASE, tmp_path / "scratch").failure == "damaged"
    assert not list((tmp_path / "scratch").iterdir())
    with pytest.raises(DamagedVault) as caught:
        restore(made.path, PASSPHRASE, tmp_path / "new.nachweis")
    assert caught.value.part == "backup"
    assert not (tmp_path / "new.nachweis").exists()


def test_a_large_record_comes_back_to_the_byte(vault: Vault, backups: Path, tmp_path: Path) -> None:
    with vault.change("large") as tx:
        tx.add(NOTES, Note("large", "ä" * 3_000_000))
    restore(write_backup(vault, backups).path, PASSPHRASE, tmp_path / "back.nachweis")
    with unlock(tmp_path / "back.nachweis", PASSPHRASE, SCHEMA) as back:
        assert words(back) == {"ä" * 3_000_000}
