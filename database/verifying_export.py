"""Checks an export straight from its files: the same walk along the history as in a vault, and no vault is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from database.chain import Head
from database.export_file import ExportFile, open_export
from database.export_lines import Mark, checkpoint_of, entry_of, is_entry, item_of, row_of, signer_of
from database.export_manifest import CHECKPOINTS, HISTORY, ITEMS, SIGNERS, table_file
from database.verifying import Broken, Verdict, Walk, verdict

if TYPE_CHECKING:
    from database.signing import Checkpoint
    from database.verifying import Before, Link


def verify_export(path: Path, password: str | None) -> Verdict:
    """Check every file of an export, its whole history, and every record against it.

    A history that does not agree is a finding of the verdict. An archive that is not as it was written is an error:
    WrongPassphrase, DamagedVault (part `export`), NewerVault or PathProblem.
    """
    with open_export(path, password) as source:
        source.check()
        found = _Found(source)
        checkpoints = found.checkpoints()
        walk = Walk(source.manifest.vault)
        broken = walk.along(found.links(), found.befores(), {one.head.sequence for one in checkpoints})
        if found.strange and (broken is None or broken.sequence >= found.strange):
            broken = Broken(found.strange, "form")
        result = verdict(walk, broken, () if broken else found.records(), checkpoints, found.public_keys())
        if result.broken is None and (result.head, found.counts) != (source.manifest.head, source.manifest.counts):
            raise source.damaged("not what the manifest says")
        return result


def head_in(path: Path, password: str | None, beginning: str) -> Head | None:
    """Return the entry of an export whose hash begins with these hexadecimal digits, as a paper shows them."""
    with open_export(path, password) as source:
        for line in source.lines(HISTORY):
            with source.reading(HISTORY):
                sequence, _, hash_ = entry_of(line)
            if hash_.hex().startswith(beginning):
                return Head(sequence, hash_.hex())
    return None


@dataclass(slots=True)
class _Found:
    """What lies in the files, line by line."""

    source: ExportFile
    strange: int = 0
    """The first entry that is not spelled as the program does; the walk ends before it."""
    counts: dict[str, int] | None = None

    def links(self) -> Iterator[Link]:
        with self.source.reading(HISTORY):
            for sequence, entry, hash_ in map(entry_of, self.source.lines(HISTORY)):
                if not is_entry(sequence, entry):
                    self.strange = sequence
                    return
                yield sequence, entry, hash_

    def befores(self) -> Iterator[Before]:
        with self.source.reading(ITEMS):
            for sequence, _, _, _, before in map(item_of, self.source.lines(ITEMS)):
                yield sequence, before

    def records(self) -> Iterator[tuple[str, str, str]]:
        self.counts = dict.fromkeys(self.source.manifest.counts, 0)
        for table in self.counts:
            with self.source.reading(table_file(table)):
                for line in self.source.array(table_file(table)):
                    row = row_of(line)
                    marks = [value for value in row.values() if isinstance(value, Mark)]
                    if not all(self.source.holds(mark.bytes, mark.sha256) for mark in marks):
                        raise ValueError("a file that a record keeps is not here")
                    self.counts[table] += 1
                    yield table, str(row["id"]), line

    def checkpoints(self) -> list[Checkpoint]:
        with self.source.reading(CHECKPOINTS):
            return [checkpoint_of(line) for line in self.source.array(CHECKPOINTS)]

    def public_keys(self) -> dict[str, bytes]:
        with self.source.reading(SIGNERS):
            signers = [signer_of(line) for line in self.source.array(SIGNERS)]
        return {one.fingerprint: one.public_key for one in signers}
