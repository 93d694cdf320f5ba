"""Checks a history from its first entry to the records as they lie in the tables today, and names what is broken.

Four things must agree: every hash with the text and the hash before it; the image before every change with the digest
its entry names; every record with the digest of the last entry that touched it; every checkpoint with its signature.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from sqlalchemy import Connection

from database.chain import Head, all_linked, beginning
from database.images import digest, digests, images, record_tables
from database.signing import Checkpoint, is_signed

if TYPE_CHECKING:
    from database.opened import Vault

Reason = Literal["gap", "hash", "form", "image", "record", "signature"]
Link = tuple[int, str, bytes]
"""Number, text and hash of an entry."""
Before = tuple[int, str | None]
"""Number of an entry, and the image of a record before it."""

SALVAGED = "vault.salvaged"
"""The entry that begins anew with what was saved from a damaged vault; images before it may be lost."""

T = TypeVar("T")

_BATCH = 512
_NONE: Before = (0, None)
_ITEMS, _PAST = '"items":', 8
_scanned = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # what `raw_decode` calls, without a detour per entry


@dataclass(frozen=True, slots=True)
class Broken:
    """What does not agree: the entry, and for a record also which one."""

    sequence: int
    reason: Reason
    table: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a history says of itself: where it ends, who signed it, and what is broken first, if anything."""

    head: Head
    broken: Broken | None
    records: int
    checkpoints: int
    signers: tuple[str, ...]


@dataclass(slots=True)
class Walk:
    """What has been seen while walking along the chain."""

    vault: str
    hash: bytes = b""
    sequence: int = 0
    now: dict[tuple[str, str], tuple[int, str | None]] = field(default_factory=dict)
    """Per record: the last entry that touched it, and its digest since."""
    heads: dict[int, str] = field(default_factory=dict)
    """The hashes at the entries that a checkpoint names."""
    lost: Broken | None = None
    """The first image that is not there, until an entry says that what is left was saved from a damaged vault."""

    def along(self, links: Iterable[Link], befores: Iterable[Before], marked: set[int]) -> Broken | None:
        """Follow the chain to its end, or to the first entry that is broken.

        `befores` are the images before every change, in the order of entries and places.
        """
        self.hash = beginning(self.vault)
        broken = self._followed(links, chain.from_iterable(map(_digested, _batches(befores))), marked)
        return self.lost or broken

    def _followed(self, links: Iterable[Link], found: Iterator[Before], marked: set[int]) -> Broken | None:
        for batch in _batches(links):
            whole = self._linked(batch)
            self.heads |= {sequence: hash_.hex() for sequence, _, hash_ in batch[:whole] if sequence in marked}
            if broken := self._touches(batch[:whole], found):
                return broken
            if whole < len(batch):
                return Broken(self.sequence + 1, "gap" if batch[whole][0] != self.sequence + 1 else "hash")
        left = next(found, None)
        return None if left is None else Broken(left[0], "image")

    def _linked(self, batch: list[Link]) -> int:
        """Return how many entries of a batch follow the chain, one after the other."""
        sequences, texts, hashes = zip(*batch, strict=True)
        made = all_linked((self.hash, *hashes), texts)
        right = range(self.sequence + 1, self.sequence + 1 + len(batch))
        if made == list(hashes) and sequences == tuple(right):
            whole = len(batch)
        else:
            found = zip(sequences, hashes, strict=True)
            whole = next(place for place, one in enumerate(zip(right, made, strict=True)) if one != next(found))
        if whole:
            self.sequence, self.hash = sequences[whole - 1], hashes[whole - 1]
        return whole

    def _touches(self, batch: list[Link], found: Iterator[Before]) -> Broken | None:
        """Hold the items of every entry in a batch against what is known of the records, and against their images."""
        now = self.now
        for sequence, text, _ in batch:
            try:
                for table, record, before, after in _scanned(text, text.index(_ITEMS) + _PAST)[0]:
                    key = table, record
                    known = now.get(key)
                    if known is not None and known[1] != before:
                        return Broken(sequence, "record", table, record)
                    image = next(found, _NONE)
                    if image != (sequence, before):
                        if image != (sequence, None):
                            return Broken(sequence, "image", table, record)
                        self.lost = self.lost or Broken(sequence, "image", table, record)
                    now[key] = (sequence, after)
            except (ValueError, TypeError, RecursionError, StopIteration):
                return Broken(sequence, "form")
            if self.lost and _begins_anew(text):
                self.lost = None
        return None


def _batches(links: Iterable[T]) -> Iterator[list[T]]:
    """Yield several at a time: Python is faster at doing one thing five hundred times than five things in turn."""
    source = iter(links)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _digested(batch: list[Before]) -> Iterator[Before]:
    sequences, images_ = zip(*batch, strict=True)
    return zip(sequences, digests(images_), strict=True)


def _begins_anew(text: str) -> bool:
    return f'"name":"{SALVAGED}"' in text


def verify(vault: Vault) -> Verdict:
    """Check the whole history of an open vault, and every record against it."""
    with vault.apart() as connection:
        return verified(connection, vault.id)


def verified(connection: Connection, vault: str) -> Verdict:
    """Check the whole history as a transaction sees it, and every record against it."""
    signed = {checkpoint.head.sequence: checkpoint for checkpoint in _checkpoints(connection)}
    walk = Walk(vault)
    broken = walk.along(_links(connection), _befores(connection), set(signed))
    records = _records(connection) if broken is None else ()
    return verdict(walk, broken, records, list(signed.values()), _public_keys(connection))


def verdict(
    walk: Walk,
    broken: Broken | None,
    records: Iterable[tuple[str, str, str]],
    checkpoints: list[Checkpoint],
    public_keys: Mapping[str, bytes],
) -> Verdict:
    """Return what follows from a walk along the chain, from the records of today and from the checkpoints."""
    count = 0
    if broken is None:
        broken, count = _compared(walk, records)
    for checkpoint in checkpoints:
        there = walk.heads.get(checkpoint.head.sequence, "")
        if broken and checkpoint.head.sequence >= broken.sequence:
            continue
        known = Checkpoint(Head(checkpoint.head.sequence, there), *_rest(checkpoint))
        if not there or not is_signed(walk.vault, known, public_keys.get(checkpoint.signer, b"")):
            broken = Broken(checkpoint.head.sequence, "signature")
    signers = tuple(sorted({checkpoint.signer for checkpoint in checkpoints}))
    return Verdict(Head(walk.sequence, walk.hash.hex()), broken, count, len(checkpoints), signers)


def _rest(checkpoint: Checkpoint) -> tuple[str, str, bytes]:
    return checkpoint.made_at, checkpoint.signer, checkpoint.signature


def _compared(walk: Walk, records: Iterable[tuple[str, str, str]]) -> tuple[Broken | None, int]:
    """Hold the records of today against what their last entries say of them."""
    expected = {key: known for key, known in walk.now.items() if known[1] is not None}
    count, wrong = 0, list[Broken]()
    for table, record, image in records:
        count += 1
        sequence, known = expected.pop((table, record), (walk.sequence, None))
        if known != digest(image):
            wrong.append(Broken(sequence, "record", table, record))
    wrong += [Broken(sequence, "record", *key) for key, (sequence, _) in expected.items()]
    return min(wrong, key=lambda one: (one.sequence, one.table, one.record), default=None), count


def _links(connection: Connection) -> Iterator[Link]:
    return _raw(connection, "SELECT sequence, entry, hash FROM history ORDER BY sequence")


def _befores(connection: Connection) -> Iterator[Before]:
    return _raw(connection, "SELECT sequence, before FROM history_items ORDER BY sequence, place")


def _records(connection: Connection) -> Iterator[tuple[str, str, str]]:
    for table in record_tables(connection):
        for record, image in images(connection, table):
            yield table, record, image


def _checkpoints(connection: Connection) -> Iterator[Checkpoint]:
    for sequence, made_at, signer, signature in _raw(
        connection, "SELECT sequence, made_at, signer, signature FROM checkpoints ORDER BY sequence"
    ):
        yield Checkpoint(Head(sequence, ""), made_at, signer, signature)


def _public_keys(connection: Connection) -> dict[str, bytes]:
    return dict(_raw(connection, "SELECT fingerprint, public_key FROM signers"))


def _raw(connection: Connection, query: str) -> Iterator[Any]:
    """Return plain rows straight from the driver: a history has many."""
    return iter(connection.connection.cursor().execute(query))
