"""The ways into a vault can be changed one by one, and at every moment at least the passphrase opens it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from database.credentials import Credential, DeviceKey, RecoveryKey
from database.errors import DamagedVault, ReadOnlyVault, WrongPassphrase
from database.header import HeaderError, _checksum, read, written
from database.history import entries
from database.key_slots import (
    change_passphrase,
    opens,
    remove_slot,
    renew_recovery_key,
    slots_of,
    trust_device,
)
from database.keys import DataKey
from database.rekeying import rekey
from database.slots import DEVICE, RECOVERY, device_slot, made_on, opened_by, recovery_slot
from database.vault import Vault, create, in_memory, unlock
from database.verifying import verify
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

TODAY = date(2026, 11, 25)


def _reopened(place: Path, credential: Credential) -> set[str]:
    with unlock(place, credential, SCHEMA) as vault:
        return words(vault)


def test_the_recovery_key_opens_what_the_passphrase_opened(vault: Vault, place: Path) -> None:
    write(vault, "here")
    recovery = renew_recovery_key(vault, TODAY)
    vault.close()
    assert _reopened(place, recovery) == _reopened(place, PASSPHRASE) == {"here"}
    with pytest.raises(WrongPassphrase):
        unlock(place, RecoveryKey.random(), SCHEMA)


def test_a_new_sheet_ends_the_old_one_and_says_when_it_was_made(vault: Vault, place: Path) -> None:
    old = renew_recovery_key(vault, TODAY)
    new = renew_recovery_key(vault, date(2027, 11, 25))
    assert [made_on(slot) for slot in slots_of(vault) if slot.kind == RECOVERY] == [date(2027, 11, 25)]
    assert not opens(vault, old)
    assert opens(place, new)


def test_a_forgotten_passphrase_is_replaced_by_whoever_has_the_sheet(vault: Vault, place: Path) -> None:
    write(vault, "here")
    recovery = renew_recovery_key(vault, TODAY)
    vault.close()
    with unlock(place, recovery, SCHEMA) as opened:
        change_passphrase(opened, "die neue", CHEAP)
    assert _reopened(place, "die neue") == _reopened(place, recovery) == {"here"}
    with pytest.raises(WrongPassphrase):
        unlock(place, PASSPHRASE, SCHEMA)


def test_a_device_opens_the_vault_until_it_is_no_longer_trusted(vault: Vault, place: Path) -> None:
    mine, other = DeviceKey.random(), DeviceKey.random()
    for device in (mine, other):
        trust_device(vault, device)
    assert opens(vault, mine)
    assert not opens(vault, DeviceKey(mine.device, other.secret)), "a keyring that lies opens nothing"
    remove_slot(vault, next(slot for slot in slots_of(vault) if slot.parameters.get("device") == mine.device))
    vault.close()
    assert not opens(place, mine)
    assert _reopened(place, other) == set()


def test_the_passphrase_can_be_changed_and_not_removed(vault: Vault) -> None:
    with pytest.raises(ValueError, match="stays"):
        remove_slot(vault, slots_of(vault)[0])


def test_a_new_key_ends_every_way_in_but_those_that_were_given_it(vault: Vault, place: Path) -> None:
    write(vault, "here")
    old, device, gone = renew_recovery_key(vault, TODAY), DeviceKey.random(), DeviceKey.random()
    for one in (device, gone):
        trust_device(vault, one)
    before = (place / "register.db").read_bytes()
    recovery = rekey(vault, PASSPHRASE, today=TODAY, device=device, cost=CHEAP)
    write(vault, "after")
    assert verify(vault).broken is None
    vault.close()
    assert {path.name for path in place.iterdir()} == {"vault.json", "register-2.db", "vault.lock"}
    assert (place / "register-2.db").read_bytes()[:4096] != before[:4096]
    for credential in (PASSPHRASE, recovery, device):
        assert _reopened(place, credential) == {"here", "after"}
    assert not opens(place, old)
    assert not opens(place, gone)


def test_a_vault_can_be_given_a_new_key_again_and_again(vault: Vault, place: Path) -> None:
    write(vault, "here")
    for _ in range(3):
        rekey(vault, PASSPHRASE, today=TODAY, cost=CHEAP)
    vault.close()
    assert {path.name for path in place.iterdir()} == {"vault.json", "register-4.db", "vault.lock"}
    assert _reopened(place, PASSPHRASE) == {"here"}


def test_a_new_key_needs_the_right_passphrase(vault: Vault, place: Path) -> None:
    with pytest.raises(WrongPassphrase):
        rekey(vault, "wrong", today=TODAY, cost=CHEAP)
    write(vault, "still open")
    assert {path.name for path in place.iterdir()} == {"vault.json", "register.db", "vault.lock"}


def test_the_history_says_what_was_done_to_the_ways_in(vault: Vault) -> None:
    renew_recovery_key(vault, TODAY)
    trust_device(vault, DeviceKey.random())
    change_passphrase(vault, "neu", CHEAP)
    remove_slot(vault, next(slot for slot in slots_of(vault) if slot.kind == DEVICE))
    remove_slot(vault, next(slot for slot in slots_of(vault) if slot.kind == RECOVERY))
    rekey(vault, "neu", today=TODAY, cost=CHEAP)
    assert [entry.name for entry in reversed(entries(vault))] == [
        "vault.created", "recovery_key.renewed", "device.trusted", "passphrase.changed", "device.removed",
        "recovery_key.removed", "vault.rekeyed",
    ]  # fmt: skip


def test_nothing_is_changed_in_a_vault_that_is_open_to_read_only(vault: Vault, place: Path) -> None:
    vault.close()
    before = (place / "vault.json").read_bytes()
    with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as looked_at, in_memory(SCHEMA) as demo:
        for one in (looked_at, demo):
            with pytest.raises(ReadOnlyVault):
                change_passphrase(one, "neu", CHEAP)
            with pytest.raises(ReadOnlyVault):
                rekey(one, PASSPHRASE, today=TODAY, cost=CHEAP)
    assert (place / "vault.json").read_bytes() == before


@pytest.mark.parametrize("kind", [RECOVERY, DEVICE])
def test_a_slot_carried_into_another_vault_does_not_open(kind: str) -> None:
    key, recovery, device = DataKey.random(), RecoveryKey.random(), DeviceKey.random()
    credential = recovery if kind == RECOVERY else device
    slot = recovery_slot(key, "a" * 32, recovery, TODAY) if kind == RECOVERY else device_slot(key, "a" * 32, device)
    assert opened_by(slot, "a" * 32, credential) is not None
    assert opened_by(slot, "b" * 32, credential) is None
    assert opened_by(slot, "a" * 32, "a passphrase") is None


@pytest.mark.parametrize(
    "parameters",
    [{}, {"made": "never"}, {"salt": "§"}, {"salt": b64encode(bytes(3)).decode()}, {"algorithm": "md5"}, {"more": 1}],
)
def test_a_recovery_slot_that_no_program_wrote_is_refused(vault: Vault, parameters: dict[str, str]) -> None:
    renew_recovery_key(vault, TODAY)
    members = json.loads(written(vault.held.header))
    slot = members["slots"][1]
    slot["parameters"] = {**slot["parameters"], **parameters} if parameters else {}
    del members["checksum"]
    with pytest.raises(HeaderError):
        read(json.dumps({**members, "checksum": _checksum(members)}).encode())


def test_a_slot_that_somebody_slipped_in_is_damage_and_no_wrong_passphrase(vault: Vault, place: Path) -> None:
    other = create(place.with_name("other.nachweis"), PASSPHRASE, SCHEMA, cost=CHEAP)
    header = replace(vault.held.header, slots=(*slots_of(vault), *slots_of(other)))
    other.close()
    vault.close()
    (place / "vault.json").write_bytes(written(header))
    with pytest.raises(DamagedVault) as caught:
        unlock(place, PASSPHRASE, SCHEMA)
    assert caught.value.part == "keys"
    assert b64decode(json.loads(written(header))["code"]) == header.code
