"""Changing what opens a vault: at every moment the old opens it or the new, never both and never neither."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from database.credentials import RecoveryKey, recovery_key_from
from database.key_slots import change_passphrase, opens, renew_recovery_key
from database.rekeying import rekey
from database.vault import unlock
from tests.database.faults.deed import BEFORE, VAULT, a_vault, opened
from tests.database.faults.told import Tell, Told
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words

SHEET = "Blatt"
TODAY = date(2026, 7, 29)


def a_vault_with_a_sheet(folder: Path) -> None:
    """Prepare a vault and a recovery key to it."""
    a_vault(folder)
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        (folder / SHEET).write_text(_spelled(renew_recovery_key(vault, TODAY)), encoding="utf-8")


def change_passphrases(folder: Path, tell: Tell, steps: int) -> None:
    """Change the passphrase, one step each."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for number in range(steps):
            tell.begin()
            change_passphrase(vault, _passphrase(number + 1), cost=CHEAP)
            tell.done()


def one_passphrase_opens(folder: Path, told: Told) -> None:
    """See that exactly one passphrase opens the vault: the last, or the one that was on its way."""
    tried = range(told.begun + 1)
    right = [number for number in tried if opens(folder / VAULT, _passphrase(number))]
    assert len(right) == 1
    assert told.allows(right[0])
    with opened(folder / VAULT, _passphrase(right[0])) as vault:
        assert words(vault) == {BEFORE}


def renew_recovery_keys(folder: Path, tell: Tell, steps: int) -> None:
    """Make recovery keys, one step each."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for _ in range(steps):
            tell.begin()
            tell.done(_spelled(renew_recovery_key(vault, TODAY)))


def rekey_repeatedly(folder: Path, tell: Tell, steps: int) -> None:
    """Give the vault a new data key, one step each."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for _ in range(steps):
            tell.begin()
            tell.done(_spelled(rekey(vault, PASSPHRASE, today=TODAY, cost=CHEAP)))


def last_recovery_key_opens(folder: Path, told: Told) -> None:
    """See that the passphrase opens the vault and the last recovery key, unless one on its way has replaced it."""
    sheets = [(folder / SHEET).read_text(encoding="utf-8"), *told.done]
    known = [recovery_key_from(spelled) for spelled in sheets]
    right = [key for key in known if opens(folder / VAULT, key)]
    assert right == known[-1:] or (told.in_doubt and not right)
    with opened(folder / VAULT) as vault:
        assert words(vault) == {BEFORE}


def _passphrase(number: int) -> str:
    return PASSPHRASE if number == 0 else f"{PASSPHRASE}, zum {number}. Mal"


def _spelled(recovery: RecoveryKey) -> str:
    return " ".join(recovery.words())
