"""A forgery in the history, in a record or in a signature is found, and the first broken entry is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from database.signing import fingerprint
from database.vault import Vault, create
from database.verifying import Broken, verify
from tests.database.notes import CHEAP, NOTES, PASSPHRASE, SCHEMA, Note, write


def _without_guards(connection: Connection) -> None:
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def test_the_database_itself_refuses_to_change_the_history(vault: Vault) -> None:
    write(vault, "a")
    for statement in (
        "UPDATE history SET entry = ''",
        "DELETE FROM history_items",
        "UPDATE signers SET public_key = ''",
    ):
        fingerprint(vault)
        with pytest.raises(Exception, match="never changed"), vault.transaction(writing=True) as connection:
            connection.exec_driver_sql(statement)


FORGERIES: list[tuple[str, Broken]] = [
    (
        "UPDATE history SET entry = replace(entry, 'notes.written', 'notes.unwritten') WHERE sequence = 3",
        Broken(3, "hash"),
    ),
    ("UPDATE history SET hash = x'00' WHERE sequence = 4", Broken(4, "hash")),
    ("DELETE FROM history WHERE sequence = 3", Broken(3, "gap")),
    ("DELETE FROM history WHERE sequence = 1", Broken(1, "gap")),
    ("UPDATE history SET sequence = 99 WHERE sequence = 5", Broken(5, "gap")),
    ("UPDATE history_items SET before = '{}' WHERE sequence = 4", Broken(4, "image", "notes", "a")),
    ("DELETE FROM history_items WHERE sequence = 3", Broken(3, "image", "notes", "b")),
    ("INSERT INTO history_items VALUES (9, 0, 'notes', 'a', NULL)", Broken(9, "image")),
    ("UPDATE notes SET words = 'forged' WHERE id = 'b'", Broken(3, "record", "notes", "b")),
    ("DELETE FROM notes WHERE id = 'a'", Broken(4, "record", "notes", "a")),
    ("INSERT INTO notes (id, words) VALUES ('z', 'never written')", Broken(5, "record", "notes", "z")),
    ("UPDATE checkpoints SET made_at = '1999-01-01T00:00:00.000000Z'", Broken(5, "signature")),
    ("UPDATE checkpoints SET signature = zeroblob(64)", Broken(5, "signature")),
    ("UPDATE signers SET public_key = zeroblob(32)", Broken(5, "signature")),
    ("DELETE FROM signers", Broken(5, "signature")),
]


@pytest.mark.parametrize(("forgery", "broken"), FORGERIES, ids=[statement[:40] for statement, _ in FORGERIES])
def test_a_forgery_is_found_and_the_first_broken_entry_is_named(place: Path, forgery: str, broken: Broken) -> None:
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        for word in "ab":
            write(vault, word)
        with vault.change("note.rewritten") as tx:
            tx.replace(NOTES, Note("a", "changed"))
        write(vault, "c")
        vault.checkpoint()
        assert verify(vault).broken is None
        with vault.transaction(writing=True) as connection:
            _without_guards(connection)
            connection.exec_driver_sql(forgery)
        assert verify(vault).broken == broken
        vault.read_only = True


def test_a_history_that_was_cut_short_no_longer_holds_the_head_that_was_signed(place: Path) -> None:
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "a")
        write(vault, "b")
        vault.checkpoint()
        with vault.transaction(writing=True) as connection:
            _without_guards(connection)
            for statement in (
                "DELETE FROM history WHERE sequence = 3", "DELETE FROM history_items WHERE sequence = 3",
                "DELETE FROM notes WHERE id = 'b'",
            ):  # fmt: skip
                connection.exec_driver_sql(statement)
        assert verify(vault).broken == Broken(3, "signature")
        vault.read_only = True
