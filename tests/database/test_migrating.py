"""Every vault a program of ours ever wrote opens, is brought up to date whole or not at all, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from app.registers.assessments.commands import assessments, drafts
from app.registers.assessments.record import verify as is_as_recorded
from app.registers.company.commands import company_of
from app.registers.schema import SCHEMA
from database import migrating
from database.backup_file import found_in
from database.connection import connected, in_transaction
from database.errors import OlderVault, VaultError
from database.history import entries
from database.history_tables import METADATA as SYSTEM
from database.restoring import prove, restore
from database.undoing import NotUndoable, undo
from database.vault import Vault, create, unlock
from database.verifying import verify
from tests.database.museum_vaults import PASSPHRASES, museum
from tests.database.notes import CHEAP

EVERY = sorted(PASSPHRASES)


@pytest.fixture(params=EVERY)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    return museum(request.param, tmp_path), PASSPHRASES[request.param]


def _holds_everything(vault: Vault) -> None:
    company = company_of(vault)
    assert company is not None
    assert company.name == "Muster Maschinenbau GmbH"
    assert len(drafts(vault)) == 1
    assert [is_as_recorded(record) for record in assessments(vault)] == [True]
    vault.check()
    assert verify(vault).broken is None


def test_the_museum_has_a_vault_of_every_schema() -> None:
    assert list(range(1, SCHEMA.version + 1)) == EVERY


def test_every_vault_of_the_museum_opens_and_holds_everything(old: tuple[Path, str]) -> None:
    for _ in range(2):
        with unlock(*old, SCHEMA) as vault:
            _holds_everything(vault)


def test_a_backup_is_made_before_and_is_of_the_old_schema(tmp_path: Path) -> None:
    place, backups = museum(1, tmp_path), tmp_path / "backups"
    unlock(place, PASSPHRASES[1], SCHEMA, backups=backups).close()
    [backup] = found_in(backups).backups
    assert backup.manifest.schema == 1
    assert prove(backup.path, PASSPHRASES[1], tmp_path / "scratch").failure == ""
    unlock(place, PASSPHRASES[1], SCHEMA, backups=backups).close()
    assert len(found_in(backups).backups) == 1, "one that is up to date needs none"


def test_a_backup_of_every_schema_can_be_restored(old: tuple[Path, str], tmp_path: Path) -> None:
    with unlock(*old, SCHEMA, backups=tmp_path / "backups"):
        pass
    for number, backup in enumerate(found_in(tmp_path / "backups").backups):
        restore(backup.path, old[1], tmp_path / f"{number}.nachweis")
        with unlock(tmp_path / f"{number}.nachweis", old[1], SCHEMA) as vault:
            _holds_everything(vault)


def test_the_history_begins_with_every_record_that_was_there(tmp_path: Path) -> None:
    with unlock(museum(1, tmp_path), PASSPHRASES[1], SCHEMA) as vault:
        [entry] = entries(vault)
        assert entry.name == "schema.migrated"
        assert {item.table for item in entry.items} == {"assessments", "companies", "drafts"}


def test_a_record_that_only_a_migration_touched_is_not_taken_back(tmp_path: Path) -> None:
    with unlock(museum(1, tmp_path), PASSPHRASES[1], SCHEMA) as vault:
        with pytest.raises(NotUndoable) as caught:
            undo(vault, "drafts", drafts(vault)[0].id)
        assert caught.value.why == "never_changed"
        assert len(drafts(vault)) == 1


def test_a_migration_that_fails_in_the_middle_leaves_the_vault_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = museum(1, tmp_path)
    before = (place / "register.db").read_bytes()

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "append", fail)
    with pytest.raises(ZeroDivisionError):
        unlock(place, PASSPHRASES[1], SCHEMA)
    assert (place / "register.db").read_bytes() == before
    monkeypatch.undo()
    with unlock(place, PASSPHRASES[1], SCHEMA) as vault:
        _holds_everything(vault)


def test_without_room_for_the_backup_nothing_is_migrated(tmp_path: Path) -> None:
    place = museum(1, tmp_path)
    before = (place / "register.db").read_bytes()
    (tmp_path / "no folder").write_bytes(b"")
    with pytest.raises(VaultError):
        unlock(place, PASSPHRASES[1], SCHEMA, backups=tmp_path / "no folder")
    assert (place / "register.db").read_bytes() == before


def test_an_old_vault_that_can_only_be_read_is_called_that(tmp_path: Path) -> None:
    with pytest.raises(OlderVault):
        unlock(museum(1, tmp_path), PASSPHRASES[1], SCHEMA, read_only=True)


def _tables(vault: Vault) -> dict[str, str]:
    with vault.transaction(writing=False) as connection:
        rows = connection.exec_driver_sql("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL").all()
    return {f"{kind} {name}": " ".join(sql.replace('"', "").replace(", ", ",").split()) for name, kind, sql in rows}


def test_a_migrated_vault_has_the_tables_of_a_new_one(old: tuple[Path, str], tmp_path: Path) -> None:
    with unlock(*old, SCHEMA) as migrated, create(tmp_path / "new.nachweis", "neu", SCHEMA, cost=CHEAP) as new:
        assert _tables(migrated) == _tables(new)
        with migrated.transaction(writing=False) as connection:
            assert _differences(connection) == []


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, [SCHEMA.tables(), SYSTEM]))  # type: ignore[arg-type]  # it takes several


def test_the_migrations_alone_make_the_tables_of_the_program() -> None:
    engine = connected(None, bytearray(32), 1.0)
    with in_transaction(engine, writing=True) as connection:
        migrating.upgrade(connection, SCHEMA, 0)
        assert _differences(connection) == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA.version
    engine.dispose()
