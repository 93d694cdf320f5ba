"""Keeps frozen records in tables: a field is a column of the same name, a record is a row, `id` is the key.

Nothing here knows a register. A `Reading` sees one consistent state; a `Change` is a reading that may also write, and
remembers what it touched and how it was before, for the history and for those who want to hear of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from database.images import image_of, quoted

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from database.history import Touch

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")


def new_id() -> str:
    """Return an id that nothing else has."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Kept(Generic[R]):
    """One kind of record and the table that keeps it."""

    record: type[R]
    table: Table

    def __post_init__(self) -> None:
        """Refuse a record whose fields are not the table's columns: a mistake of the program, found at import."""
        names = [field.name for field in fields(self.record)]
        if sorted(names) != sorted(self.table.columns.keys()) or "id" not in names:
            raise TypeError(f"{self.record.__name__} does not fit into {self.table.name}")

    def row(self, record: R) -> dict[str, Any]:
        """Return the record as a row."""
        return {field.name: getattr(record, field.name) for field in fields(record)}


@dataclass(frozen=True, slots=True, order=True)
class Touched:
    """One record that a change added, replaced or removed."""

    table: str
    id: str


class Reading:
    """One consistent look at what is kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> Connection:
        """Return the transaction itself, for the other modules of this package."""
        return self._connection

    def get(self, kept: Kept[R], key: str) -> R | None:
        """Return one record, if it is there."""
        found = self.all(kept, kept.table.c.id == key)
        return found[0] if found else None

    def all(self, kept: Kept[R], *conditions: ColumnElement[bool], newest: str | None = None) -> tuple[R, ...]:
        """Return every record that meets the conditions; `newest` names the column whose highest value comes first."""
        columns = kept.table.columns
        order = columns.id if newest is None else columns[newest].desc()
        rows = self._connection.execute(select(kept.table).where(*conditions).order_by(order, columns.id))
        return tuple(kept.record(**row) for row in rows.mappings())

    def count(self, kept: Kept[R]) -> int:
        """Return how many records there are."""
        return self._connection.execute(select(func.count()).select_from(kept.table)).scalar_one()


class Change(Reading):
    """A look that may also write. All of it is committed, or nothing."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._before: dict[Touched, str | None] = {}

    @property
    def touched(self) -> tuple[Touched, ...]:
        """What this change has added, replaced or removed so far."""
        return tuple(sorted(self._before))

    def touches(self) -> tuple[Touch, ...]:
        """Return what has been touched, with its image before and now; what is as it was before is left out."""
        images = (
            (one, old, image_of(self._connection, one.table, one.id)) for one, old in sorted(self._before.items())
        )
        return tuple((one.table, one.id, old, new) for one, old, new in images if old != new)

    def add(self, kept: Kept[R], record: R) -> None:
        """Add a record that is not there yet."""
        row = kept.row(record)
        self._connection.execute(insert(kept.table).values(row))
        self._before.setdefault(Touched(kept.table.name, row["id"]), None)

    def replace(self, kept: Kept[R], record: R) -> None:
        """Put the record in the place of the one with the same id. LookupError if there is none."""
        row = kept.row(record)
        key = row["id"]
        self._remember(kept.table.name, key)
        self._one(self._connection.execute(update(kept.table).where(kept.table.c.id == key).values(row)).rowcount)

    def remove(self, kept: Kept[R], key: str) -> None:
        """Remove a record. LookupError if there is none."""
        self._remember(kept.table.name, key)
        self._one(self._connection.execute(delete(kept.table).where(kept.table.c.id == key)).rowcount)

    def put_back(self, table: str, key: str, row: Mapping[str, Any] | None) -> None:
        """Put a record back as raw columns, as the first thing this change does to it; None removes it."""
        self._remember(table, key)
        if row is None:
            self._connection.exec_driver_sql(f"DELETE FROM {quoted(table)} WHERE id = ?", (key,))  # noqa: S608 - quoted
        elif self._before[Touched(table, key)] is None:
            names, places = ", ".join(map(quoted, row)), ", ".join("?" * len(row))
            statement = f"INSERT INTO {quoted(table)} ({names}) VALUES ({places})"  # noqa: S608 - quoted
            self._connection.exec_driver_sql(statement, tuple(row.values()))
        else:
            columns = ", ".join(f"{quoted(name)} = ?" for name in row)
            statement = f"UPDATE {quoted(table)} SET {columns} WHERE id = ?"  # noqa: S608 - quoted
            self._connection.exec_driver_sql(statement, (*row.values(), key))

    def _remember(self, table: str, key: str) -> None:
        one = Touched(table, key)
        if one not in self._before:
            self._before[one] = image_of(self._connection, table, key)

    @staticmethod
    def _one(rows: int) -> None:
        if rows != 1:
            raise LookupError("no record with this id")
