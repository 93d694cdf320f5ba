"""What is on the disk while a vault is used: nothing that can be read, and nothing beside the vault.

What is still there after the worst is tried in `faults/`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from database.vault import Vault
from tests.database.notes import NOTES, PASSPHRASE, ROOT, Note, write

CANARY = "Kanarienvogel-7f3a"


def _bytes_on_disk(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file())


def _spellings(word: str) -> list[bytes]:
    return [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode().hex().encode()]


def test_nothing_readable_is_on_the_disk_while_a_transaction_is_open(vault: Vault, place: Path, tmp_path: Path) -> None:
    write(vault, *(f"{CANARY} {number}" for number in range(300)))
    with vault.change("notes.rewritten") as tx:
        tx._connection.exec_driver_sql("PRAGMA cache_size = 10")
        for note in tx.all(NOTES):
            tx.replace(NOTES, Note(note.id, f"{CANARY} again" * 50))
        tx._connection.exec_driver_sql("SELECT * FROM notes ORDER BY words, id").all()
        names = {path.name for path in place.iterdir()}
        content = _bytes_on_disk(tmp_path)
    assert names == {"vault.json", "vault.lock", "register.db", "register.db-journal"}
    content += _bytes_on_disk(tmp_path)
    for spelling in (*_spellings(CANARY), *_spellings(PASSPHRASE), b"SQLite format 3", b"CREATE TABLE", b"notes"):
        assert spelling not in content


SORTER = """
import os, sys
from pathlib import Path
from database.vault import create
from tests.database.notes import *
vault = create(Path(sys.argv[1]), PASSPHRASE, SCHEMA, cost=CHEAP)
write(vault, *(sys.argv[2] * 100 + str(number) for number in range(500)))
with vault.reading() as view:
    view._connection.exec_driver_sql("SELECT DISTINCT words FROM notes ORDER BY words DESC").all()
    os._exit(0)
"""


def test_no_temporary_file_is_written_anywhere(place: Path) -> None:
    elsewhere = place.parent / "tmp"
    elsewhere.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(elsewhere), "SQLITE_TMPDIR": str(elsewhere), "TMP": str(elsewhere)}
    sorter = [sys.executable, "-c", SORTER, str(place), CANARY]
    subprocess.run(sorter, check=True, cwd=ROOT, env=surroundings)  # noqa: S603 - our own program
    assert not list(elsewhere.iterdir())
    assert CANARY.encode() not in _bytes_on_disk(place.parent)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("secure_delete", 1),
        ("temp_store", 2),
        ("synchronous", 3),
        ("journal_mode", "delete"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("cipher_memory_security", "1"),
    ],
)
def test_the_connection_is_set_up_to_leave_nothing_behind(vault: Vault, setting: str, value: object) -> None:
    with vault.reading() as view:
        assert view._connection.exec_driver_sql(f"PRAGMA {setting}").scalar_one() == value
