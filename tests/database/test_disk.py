"""What is on the disk while a vault is used, and what is still there after the worst."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.errors import VaultInUse
from database.vault import Vault, create, unlock
from tests.database.notes import CHEAP, NOTES, PASSPHRASE, ROOT, SCHEMA, Note, words, write

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
    assert names == {"vault.json", "register.db", "register.db-journal"}
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


WRITER = """
import sys
from pathlib import Path
from database.vault import unlock
from tests.database.notes import *
vault = unlock(Path(sys.argv[1]), PASSPHRASE, SCHEMA)
number = 0
while True:
    write(vault, *(f"{number}-{part}" for part in range(5)))
    print(number, flush=True)
    number += 1
"""


@given(after=st.integers(0, 12), pause=st.floats(0, 0.01))
@settings(max_examples=12, deadline=None)
def test_a_program_killed_while_writing_loses_nothing_that_was_committed(after: int, pause: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "Muster.nachweis"
        create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
        writer = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert writer.stdout is not None
        for _ in range(after + 1):
            committed = int(writer.stdout.readline())
        time.sleep(pause)
        writer.kill()
        committed = max([committed, *map(int, writer.communicate()[0].split())])
        with unlock(place, PASSPHRASE, SCHEMA) as vault:
            vault.check()
            found = words(vault)
        batches = {int(word.split("-")[0]) for word in found}
        assert batches >= set(range(committed + 1))
        assert len(found) == 5 * len(batches), "a transaction is there whole or not at all"


HOLDER = """
import sys
from pathlib import Path
from database.vault import unlock
from tests.database.notes import *
with unlock(Path(sys.argv[1]), PASSPHRASE, SCHEMA) as vault:
    with vault.change("notes.held") as tx:
        tx.add(NOTES, Note("held", "held"))
        print("writing", flush=True)
        sys.stdin.readline()
"""


def test_a_second_program_reads_what_is_committed_and_is_told_that_it_cannot_write(vault: Vault, place: Path) -> None:
    write(vault, "committed")
    other = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", HOLDER, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "writing\n"
    assert words(vault) == {"committed"}
    with pytest.raises(VaultInUse):
        write(vault, "late")
    other.communicate("\n")
    assert words(vault) == {"committed", "held"}
    write(vault, "late")
    assert words(vault) == {"committed", "held", "late"}
