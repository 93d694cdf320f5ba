"""Two programs and one vault: one writes, the others may read, and a program that dies holds on to nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from database.author import Author
from database.errors import PathProblem, ReadOnlyVault, VaultInUse
from database.folder import header_of, key_from
from database.key_slots import change_passphrase
from database.rekeying import rekey
from database.vault import create, open_as_it_is, unlock
from tests.database.faults.deed import tidy
from tests.database.faults.small_disk import small_disk
from tests.database.faults.ways_in import TODAY
from tests.database.notes import CHEAP, PASSPHRASE, ROOT, SCHEMA, words, write

OTHER = """
import sys
from pathlib import Path
from database.vault import unlock
from tests.database.notes import *
with unlock(Path(sys.argv[1]), PASSPHRASE, SCHEMA) as vault:
    print("open", flush=True)
    sys.stdin.readline()
    with vault.change("notes.written") as tx:
        tx.connection.exec_driver_sql("PRAGMA cache_size = 5")
        for number in range(200):
            tx.add(NOTES, Note(f"{number}", "half " * 500))
        print("writing", flush=True)
        sys.stdin.readline()
    print("written", flush=True)
    sys.stdin.readline()
"""


class Other:
    """Another program that has the vault open to write."""

    def __init__(self, place: Path) -> None:
        self._running = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", OTHER, str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )
        self._has("open")

    def begins_to_write(self) -> None:
        """Let it write, so much that the half of it is in the register already, and not commit."""
        self._goes_on("writing")

    def commits(self) -> None:
        """Let it commit."""
        self._goes_on("written")

    def is_killed(self) -> None:
        """Kill it."""
        self._running.kill()
        self._running.communicate()

    def _goes_on(self, until: str) -> None:
        assert self._running.stdin is not None
        self._running.stdin.write("\n")
        self._running.stdin.flush()
        self._has(until)

    def _has(self, word: str) -> None:
        assert self._running.stdout is not None
        assert self._running.stdout.readline() == f"{word}\n"


@pytest.fixture
def vault_of_two(place: Path) -> Path:
    """Return a vault in which one word stands."""
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, "committed")
    return place


@pytest.fixture
def other(vault_of_two: Path) -> Iterator[Other]:
    """Return a program that has this vault open to write."""
    other = Other(vault_of_two)
    yield other
    other.is_killed()


@contextmanager
def _read_only(place: Path) -> Iterator[set[str]]:
    with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as vault:
        with pytest.raises(ReadOnlyVault):
            write(vault, "late")
        vault.check()
        yield words(vault)


def test_a_second_program_is_told_so_and_may_read_what_is_committed(other: Other, vault_of_two: Path) -> None:
    with pytest.raises(VaultInUse):
        unlock(vault_of_two, PASSPHRASE, SCHEMA)
    with _read_only(vault_of_two) as found:
        assert found == {"committed"}
    other.begins_to_write()
    with pytest.raises(VaultInUse):
        unlock(vault_of_two, PASSPHRASE, SCHEMA)


def test_a_second_program_that_only_reads_hinders_nobody(place: Path) -> None:
    with create(place, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        with unlock(place, PASSPHRASE, SCHEMA, read_only=True) as second:
            write(vault, "one")
            assert words(second) == {"one"}
            change_passphrase(vault, "another", cost=CHEAP)
            write(vault, "two")
            assert words(second) == {"one", "two"}
        with unlock(place, "another", SCHEMA, read_only=True) as second:
            rekey(vault, "another", today=TODAY, cost=CHEAP)
            write(vault, "three")
            assert words(second) == {"one", "two"}, "it still reads the register that was replaced"


def test_a_program_that_was_killed_holds_no_lock_and_leaves_no_half(other: Other, vault_of_two: Path) -> None:
    other.begins_to_write()
    other.is_killed()
    with unlock(vault_of_two, PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"committed"}
        write(vault, "next")
    tidy(vault_of_two)


def test_what_a_program_that_was_killed_left_half_written_can_be_read(other: Other, vault_of_two: Path) -> None:
    other.begins_to_write()
    other.is_killed()
    with _read_only(vault_of_two) as found:
        assert found == {"committed"}


def test_a_program_whose_key_was_replaced_while_it_asked_does_not_sweep_the_new_register(vault_of_two: Path) -> None:
    stale = header_of(vault_of_two)
    key = key_from(vault_of_two, stale, PASSPHRASE)
    old = (vault_of_two / stale.register).read_bytes()
    with unlock(vault_of_two, PASSPHRASE, SCHEMA) as vault:
        rekey(vault, PASSPHRASE, today=TODAY, cost=CHEAP)
    (vault_of_two / stale.register).write_bytes(old)
    with pytest.raises(VaultInUse):
        open_as_it_is(vault_of_two, stale, key, Author())
    with unlock(vault_of_two, PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == {"committed"}
    tidy(vault_of_two)


def test_what_was_left_half_written_where_nothing_can_be_written_opens_as_a_copy(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        place = disk.folder / "Muster.nachweis"
        create(place, PASSPHRASE, SCHEMA, cost=CHEAP).close()
        other = Other(place)
        other.begins_to_write()
        other.is_killed()
        if disk.make_read_only():
            with pytest.raises(PathProblem) as caught:
                unlock(place, PASSPHRASE, SCHEMA)
            assert caught.value.reason == "read_only"
        shutil.copytree(place, tmp_path / "Kopie.nachweis")
    with unlock(tmp_path / "Kopie.nachweis", PASSPHRASE, SCHEMA) as vault:
        assert words(vault) == set()
