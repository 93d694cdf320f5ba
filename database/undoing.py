"""Taking back the last change of a record. It is itself a change, so the history loses nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from database.chain import entry_from
from database.history import MIGRATED, last_touch
from database.images import digest, quoted, written
from database.opened import Vault
from database.verifying import SALVAGED

if TYPE_CHECKING:
    from database.repository import Change

UNDONE = "record.undone"

Why = Literal["never_changed", "unchangeable", "other_form", "file_gone", "needed"]


class NotUndoable(Exception):
    """The last change of this record cannot be taken back; `why` says for which reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def undo(vault: Vault, table: str, record: str) -> None:
    """Put a record back as it was before the last change that touched it. NotUndoable if that cannot be.

    Undoing twice brings the change back: it is a change like any other.
    """
    with vault.change(UNDONE) as tx:
        row = _row_before(tx.connection, table, record)
        _put_back(tx, table, record, row)


def why_not(vault: Vault, table: str, record: str) -> Why | None:
    """Tell why the last change of a record cannot be taken back, as far as that can be known without doing it."""
    try:
        with vault.transaction(writing=False) as connection:
            _row_before(connection, table, record)
    except NotUndoable as error:
        return error.why
    return None


def _row_before(connection: Connection, table: str, record: str) -> Mapping[str, Any] | None:
    touch = last_touch(connection, table, record)
    if touch is None:
        raise NotUndoable("never_changed")
    guard = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name = ?"
    if connection.exec_driver_sql(guard, (table, f"{table}_refuses_update")).scalar_one():
        raise NotUndoable("unchangeable")
    sequence, image = touch
    _check_is_a_change(connection, sequence, (table, record, digest(image)))
    return None if image is None else _restored(connection, table, record, image)


def _check_is_a_change(connection: Connection, sequence: int, before: tuple[str, str, str | None]) -> None:
    """See that somebody changed the record, not the program its form, and that the image is the one the entry names."""
    query = "SELECT entry FROM history WHERE sequence = ?"
    entry = entry_from(connection.exec_driver_sql(query, (sequence,)).scalar_one())
    named = {(item.table, item.record, item.before) for item in entry.items}
    if before not in named or entry.name in (MIGRATED, SALVAGED):
        raise NotUndoable("never_changed")


def _restored(connection: Connection, table: str, record: str, image: str) -> dict[str, Any]:
    """Return the columns of an image; of a file it knows only the digest, so the file must still be in its place."""
    row: dict[str, Any] = json.loads(image)
    columns = {name for _, name, *_ in connection.exec_driver_sql(f"PRAGMA table_info({quoted(table)})")}
    if set(row) != columns:
        raise NotUndoable("other_form")
    files = {name for name, value in row.items() if isinstance(value, dict)}
    if files:
        query = f"SELECT * FROM {quoted(table)} WHERE id = ?"  # noqa: S608 - quoted
        lying = connection.exec_driver_sql(query, (record,)).mappings().first()
        now = dict(lying) if lying else {}
        row |= {name: now.get(name) for name in files}
        if written(row) != image:
            raise NotUndoable("file_gone")
    return row


def _put_back(tx: Change, table: str, record: str, row: Mapping[str, Any] | None) -> None:
    try:
        tx.put_back(table, record, row)
    except IntegrityError as error:
        raise NotUndoable("needed") from error
