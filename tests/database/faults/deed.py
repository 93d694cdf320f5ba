"""What a deed is to those who end it half-way, and how a vault is looked at afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from database.folder import KEYS
from database.lock import LOCK
from database.schema import Schema
from database.vault import Vault, create, header_of, unlock
from database.verifying import verify
from tests.database.faults.told import Tell, Told
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, write

VAULT = "Muster.nachweis"
BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Deed:
    """What is there before, what is done in so many steps, and what must hold whenever it was ended."""

    prepare: Callable[[Path], None]
    perform: Callable[[Path, Tell, int], None]
    inspect: Callable[[Path, Told], None]


def nothing(_folder: Path) -> None:
    """Prepare nothing."""


def a_vault(folder: Path) -> None:
    """Prepare a vault in which one word stands."""
    with create(folder / VAULT, PASSPHRASE, SCHEMA, cost=CHEAP) as vault:
        write(vault, BEFORE)


@contextmanager
def opened(place: Path, passphrase: str = PASSPHRASE, schema: Schema = SCHEMA) -> Iterator[Vault]:
    """Open a vault that must be sound and can be written to, and see that nothing lies about once it is closed."""
    with unlock(place, passphrase, schema, patience=0) as vault:
        vault.check()
        assert verify(vault).broken is None
        yield vault
        vault.note("test.written_again")
    tidy(place)


def tidy(place: Path) -> None:
    """See that nothing is in a vault's folder that does not belong there, and nothing unfinished beside it."""
    inside = {file.name for file in place.iterdir()} - {KEYS, header_of(place).register, LOCK}
    beside = {file.name for file in place.parent.iterdir() if file.name.startswith(f".{place.name}.")}
    assert not inside | beside, f"left behind: {sorted(inside | beside)}"
