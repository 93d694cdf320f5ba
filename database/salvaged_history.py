"""The history of a damaged vault, as far as it can still be followed, and the entry that begins anew after it.

The chain is kept up to the first entry that is gone, with the images that can still be read. Then one entry says of
every record how it is now, so that from there on everything agrees again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from database.author import Author
from database.chain import Entry, Head, Item, beginning, entry_from, linked, spelled
from database.images import digest
from database.signing import Checkpoint, is_signed
from database.verifying import SALVAGED
from database.wreck import Wreck

_HISTORY = "INSERT INTO history (sequence, entry, hash) VALUES (?, ?, ?)"
_ITEMS = "INSERT INTO history_items (sequence, place, record_table, record_id, before) VALUES (?, ?, ?, ?, ?)"
_SIGNERS = "INSERT INTO signers (fingerprint, public_key, private_key, made_at) VALUES (?, ?, ?, ?)"
_CHECKPOINTS = "INSERT INTO checkpoints (sequence, made_at, signer, signature) VALUES (?, ?, ?, ?)"

Key = tuple[str, str]
"""Table and id of a record."""


@dataclass(slots=True)
class SalvagedHistory:
    """The chain up to where it breaks, and what it says of every record."""

    vault: str
    head: Head = field(init=False)
    now: dict[Key, str | None] = field(default_factory=dict)
    hashes: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin before the first entry."""
        self.head = Head(0, beginning(self.vault).hex())

    def copy(self, wreck: Wreck, connection: Connection) -> None:
        """Put every entry that can be followed into the new register, and the signatures that still fit."""
        entries = {row["sequence"]: (row["entry"], row["hash"]) for row in wreck.rows("history")}
        images = {(row["sequence"], row["place"]): row["before"] for row in wreck.rows("history_items")}
        while (found := entries.pop(self.head.sequence + 1, None)) and (entry := self._follows(*found)):
            befores = [images.pop((entry.sequence, place), None) for place in range(len(entry.items))]
            known = [
                before if digest(before) == item.before else None
                for before, item in zip(befores, entry.items, strict=True)
            ]
            _put(connection, entry, found[0], known)
            self._append(entry)
        self._copy_signatures(wreck, connection)

    def begin_anew(self, connection: Connection, author: Author, records: Mapping[Key, str | None]) -> None:
        """Add the entry that says of every record that it is now as it was found, or is gone."""
        changed = sorted(key for key in self.now.keys() | records.keys() if self.now.get(key) != records.get(key))
        items = tuple(Item(*key, self.now.get(key), records.get(key)) for key in changed)
        entry = Entry(self.head.sequence + 1, author.now(), author.user, SALVAGED, items)
        text = spelled(entry)
        entry = replace(entry, hash=linked(bytes.fromhex(self.head.hash), text).hex())
        _put(connection, entry, text, [None] * len(items))
        self._append(entry)

    def _follows(self, text: str, hash_: bytes) -> Entry | None:
        """Return an entry if it is the one that was written after the one before it."""
        if linked(bytes.fromhex(self.head.hash), text) != hash_:
            return None
        try:
            entry = entry_from(text, hash_)
        except ValueError:
            return None
        fits = all(self.now.get((item.table, item.record), item.before) == item.before for item in entry.items)
        return entry if fits and entry.sequence == self.head.sequence + 1 else None

    def _append(self, entry: Entry) -> None:
        self.head = Head(entry.sequence, entry.hash)
        self.hashes[entry.sequence] = entry.hash
        self.now.update({(item.table, item.record): item.after for item in entry.items})

    def _copy_signatures(self, wreck: Wreck, connection: Connection) -> None:
        keys = {row["fingerprint"]: row for row in wreck.rows("signers")}
        _insert(
            connection, _SIGNERS, [(*_of(row, "fingerprint public_key private_key made_at"),) for row in keys.values()]
        )
        fitting = []
        for row in wreck.rows("checkpoints"):
            sequence, made_at, signer, signature = _of(row, "sequence made_at signer signature")
            checkpoint = Checkpoint(Head(sequence, self.hashes.get(sequence, "")), made_at, signer, signature)
            if signer in keys and is_signed(self.vault, checkpoint, keys[signer]["public_key"]):
                fitting.append((sequence, made_at, signer, signature))
        _insert(connection, _CHECKPOINTS, fitting)


def _put(connection: Connection, entry: Entry, text: str, befores: list[str | None]) -> None:
    _insert(connection, _HISTORY, [(entry.sequence, text, bytes.fromhex(entry.hash))])
    places = enumerate(zip(entry.items, befores, strict=True))
    rows = [(entry.sequence, place, item.table, item.record, before) for place, (item, before) in places]
    _insert(connection, _ITEMS, rows)


def _of(row: Mapping[str, Any], names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names.split())


def _insert(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
