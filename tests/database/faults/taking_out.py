"""Taking everything out of a vault and in again: an export is whole or not there, and so is the vault made of one."""

from __future__ import annotations

from pathlib import Path

from database.exporting import export
from database.importing import import_export
from database.vault import unlock
from database.verifying_export import verify_export
from tests.database.faults.deed import BEFORE, VAULT, a_vault, opened
from tests.database.faults.told import Tell, Told
from tests.database.faults.writing import vaults_in
from tests.database.notes import CHEAP, PASSPHRASE, SCHEMA, words

PASSWORD = "Alles, was drin ist"  # noqa: S105 - the tests' own
TAKEN_OUT = "Alles.zip"
IN_AGAIN = "Wieder"


def export_repeatedly(folder: Path, tell: Tell, steps: int) -> None:
    """Export everything to a new place, one step each."""
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        for number in range(steps):
            tell.begin()
            export(vault, _archive(folder, number), PASSWORD)
            tell.done()


def are_exported(folder: Path, told: Told) -> None:
    """See that every export is whole, and that one on its way can be made again and leaves no half."""
    there = sorted(folder.glob("[!.]*.zip"))
    assert told.allows(len(there))
    with opened(folder / VAULT) as vault:
        if told.in_doubt and len(there) < told.begun:
            there.append(_archive(folder, len(there)))
            export(vault, there[-1], PASSWORD)
    assert there == [_archive(folder, number) for number in range(len(there))]
    assert all(verify_export(archive, PASSWORD).broken is None for archive in there)
    assert not list(folder.glob(".*.zip.*"))


def an_export(folder: Path) -> None:
    """Prepare an export."""
    a_vault(folder)
    with unlock(folder / VAULT, PASSPHRASE, SCHEMA) as vault:
        export(vault, folder / TAKEN_OUT, PASSWORD)


def import_repeatedly(folder: Path, tell: Tell, steps: int) -> None:
    """Make a vault of the export, one step each."""
    for number in range(steps):
        tell.begin()
        _import(folder, _vault(folder, number))
        tell.done()


def are_imported(folder: Path, told: Told) -> None:
    """See that every vault that was made is there, and one on its way is whole or can be made again."""
    there = vaults_in(folder / IN_AGAIN)
    assert told.allows(len(there))
    if told.in_doubt and len(there) < told.begun:
        there.append(_vault(folder, len(there)))
        _import(folder, there[-1])
    for place in there:
        with opened(place) as vault:
            assert words(vault) == {BEFORE}


def _import(folder: Path, place: Path) -> None:
    import_export(folder / TAKEN_OUT, PASSWORD, place, PASSPHRASE, SCHEMA, cost=CHEAP).close()


def _archive(folder: Path, number: int) -> Path:
    return folder / f"{number:03d}.zip"


def _vault(folder: Path, number: int) -> Path:
    return folder / IN_AGAIN / f"{number:03d}.nachweis"
