"""The tamper-evident history: who changed what and when, and how it was before.

Every committed change of a vault is an entry, written in the same transaction. The order is the order of the entries;
the time an entry names is the machine's, and a clock that was set back changes nothing of the order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert

from database.author import Author
from database.chain import Entry, Head, Item, beginning, entry_from, linked, spelled
from database.history_tables import HISTORY, HISTORY_ITEMS
from database.images import digest, image_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from database.opened import Vault

__all__ = ["Entry", "Head", "Item", "append", "entries", "head", "head_of", "last_touch", "versions"]

MIGRATED = "schema.migrated"
"""The entry of a migration: it names every record that lies in other columns since, or was in no history before."""

Versions = tuple[dict[str, Any] | None, dict[str, Any] | None]
Touch = tuple[str, str, str | None, str | None]
"""Table, record, image before, image after."""

_COLUMNS = "SELECT sequence, entry, hash FROM history"
_OF_RECORD = "sequence IN (SELECT sequence FROM history_items WHERE record_table = ? AND (? = '' OR record_id = ?))"


def append(connection: Connection, vault: str, author: Author, name: str, touches: Sequence[Touch] = ()) -> Head:
    """Add an entry to the history, as part of the transaction that makes the change."""
    last, before = _last(connection, vault)
    items = tuple(Item(table, record, digest(old), digest(new)) for table, record, old, new in touches)
    text = spelled(Entry(last + 1, author.now(), author.user, name, items))
    hash_ = linked(before, text)
    connection.execute(insert(HISTORY).values(sequence=last + 1, entry=text, hash=hash_))
    if touches:
        rows = [
            {"sequence": last + 1, "place": place, "record_table": table, "record_id": record, "before": old}
            for place, (table, record, old, _new) in enumerate(touches)
        ]
        connection.execute(insert(HISTORY_ITEMS), rows)
    return Head(last + 1, hash_.hex())


def head(vault: Vault) -> Head:
    """Return the latest entry, whose hash stands for everything before it."""
    with vault.transaction(writing=False) as connection:
        return head_of(connection, vault.id)


def head_of(connection: Connection, vault: str) -> Head:
    """Return the latest entry as this transaction sees it."""
    sequence, hash_ = _last(connection, vault)
    return Head(sequence, hash_.hex())


def head_with(vault: Vault, beginning_: str) -> Head | None:
    """Return the entry whose hash begins with these hexadecimal digits, as a paper shows them."""
    query = "SELECT sequence, hash FROM history WHERE substr(hex(hash), 1, ?) = ? ORDER BY sequence LIMIT 1"
    with vault.transaction(writing=False) as connection:
        row = connection.exec_driver_sql(query, (len(beginning_), beginning_.upper())).first()
    return None if row is None else Head(row[0], row[1].hex())


def entries(
    vault: Vault, *, before: int | None = None, limit: int = 100, table: str = "", record: str = ""
) -> tuple[Entry, ...]:
    """Return entries, the newest first; only those before a number, or those that touched a table or a record."""
    conditions, values = ["sequence < ?"], [before if before is not None else (1 << 62)]
    found = list[Any](values)
    if table:
        conditions.append(_OF_RECORD)
        found += [table, record, record]
    query = f"{_COLUMNS} WHERE {' AND '.join(conditions)} ORDER BY sequence DESC LIMIT ?"
    with vault.transaction(writing=False) as connection:
        rows = connection.exec_driver_sql(query, (*found, limit)).all()
    return tuple(entry_from(text, hash_) for _sequence, text, hash_ in rows)


def versions(vault: Vault, sequence: int, table: str, record: str) -> Versions:
    """Return a record as it was before and after an entry, as raw columns; None where it was not there."""
    query = (
        "SELECT sequence, before FROM history_items "
        "WHERE record_table = ? AND record_id = ? AND sequence >= ? ORDER BY sequence LIMIT 2"
    )
    with vault.transaction(writing=False) as connection:
        rows = connection.exec_driver_sql(query, (table, record, sequence)).all()
        if not rows or rows[0][0] != sequence:
            raise LookupError("this entry did not touch this record")
        after = rows[1][1] if len(rows) > 1 else image_of(connection, table, record)
    return _read(rows[0][1]), _read(after)


def last_touch(connection: Connection, table: str, record: str) -> tuple[int, str | None] | None:
    """Return the number of the last entry that touched a record, and the record as it was before it."""
    query = (
        "SELECT sequence, before FROM history_items "
        "WHERE record_table = ? AND record_id = ? ORDER BY sequence DESC LIMIT 1"
    )
    row = connection.exec_driver_sql(query, (table, record)).first()
    return None if row is None else (row[0], row[1])


def _last(connection: Connection, vault: str) -> tuple[int, bytes]:
    query = "SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1"
    row = connection.exec_driver_sql(query).first()
    return (0, beginning(vault)) if row is None else (row[0], row[1])


def _read(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)
