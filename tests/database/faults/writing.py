"""Making vaults, and writing into one: the vaults are there whole or not at all, and so is every transaction."""

from __future__ import annotations

from pathlib import Path

from database.vault import create, unlock
from tests.database.faults.deed import BEFORE, VAULT, opened
from tests.database.faults.told import Tell, Told
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words, write

PARTS = 5


def create_vaults(folder: Path, tell: Tell, steps: int) -> None:
    """Make vaults, one step each."""
    for number in range(steps):
        tell.begin()
        create(folder / "Firmen" / f"{number:03d}.nachweis", PASSPHRASE, SCHEMA, cost=CHEAP).close()
        tell.done()


def are_created(folder: Path, told: Told) -> None:
    """See that every vault that was made opens and is empty; one on its way is whole or not there."""
    there = vaults_in(folder / "Firmen")
    assert told.allows(len(there))
    for place in there:
        with opened(place) as vault:
            assert words(vault) == set()


def vaults_in(folder: Path) -> list[Path]:
    """Return the vaults in a folder, in the order of their names; what is unfinished is hidden and none."""
    return sorted(folder.glob("[!.]*.nachweis"))


def write_batches(folder: Path, tell: Tell, steps: int) -> None:
    """Write transactions of several records, one step each."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for number in range(steps):
            tell.begin()
            write(vault, *batch(number))
            tell.done()


def are_written(folder: Path, told: Told) -> None:
    """See that exactly the transactions that were done are there, or that and the one on its way."""
    with opened(folder / VAULT) as vault:
        found = words(vault)
    assert found in (batches(len(told.done)), batches(told.begun))


def batch(number: int) -> list[str]:
    """Return the words of one transaction."""
    return [f"{number}-{part} {'x' * 700}" for part in range(PARTS)]


def batches(steps: int) -> set[str]:
    """Return every word that is there after so many transactions."""
    return {BEFORE, *(word for number in range(steps) for word in batch(number))}
