"""What registers need beyond SQLAlchemy's own words to say how a record lies in a table.

SQLite has neither moments nor decimals: both are kept as text that comes back exactly and, for moments, sorts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DDL, Dialect, Table, Text, event
from sqlalchemy.types import TypeDecorator

_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC. One without a time zone is refused: it would be somebody's guess."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - its form
        """Return the text that is kept."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return f"{value.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Return the moment that was kept."""
        return None if value is None else datetime.strptime(value, _MOMENT).replace(tzinfo=UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number that comes back to the last digit."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - its form
        """Return the text that is kept."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ANN401, ARG002
        """Return the number that was kept."""
        return None if value is None else Decimal(value)


class Written(TypeDecorator[Any]):
    """Any value that the program can write as text and read again, such as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[Any], str], read: Callable[[str], Any]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str:  # noqa: ANN401, ARG002 - its form
        """Return the text that is kept."""
        return self.write(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 - its form
        """Return the value that was kept."""
        return None if value is None else self.read(value)


def unchangeable(table: Table) -> Table:
    """Make the database itself refuse to edit or delete a row of this table, whoever asks."""
    for deed in ("update", "delete"):
        trigger = DDL(  # type: ignore[no-untyped-call]  # the one constructor SQLAlchemy left untyped
            f"CREATE TRIGGER {table.name}_refuses_{deed} BEFORE {deed.upper()} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table.name} is never changed'); END"
        )
        event.listen(table, "after_create", trigger)
    return table
