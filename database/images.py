"""A record as the history keeps it: its row as it lies in the table, as one text that can be hashed and put back.

The columns are taken as the database holds them, so that a digest never depends on how the program reads them. Of a
file kept in a column only size and digest stand in the text: the history remembers which file it was, not the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from database.history_tables import NAMES

Row = Mapping[str, Any]


def quoted(name: str) -> str:
    """Return the name of a table or column as SQL takes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def image_of(connection: Connection, table: str, record: str) -> str | None:
    """Return the record as it lies in the table now, or None if it is not there."""
    row = connection.exec_driver_sql(f"SELECT * FROM {quoted(table)} WHERE id = ?", (record,)).mappings().first()  # noqa: S608 - quoted
    return None if row is None else written(dict(row))


def images(connection: Connection, table: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the image of every record of a table."""
    rows = connection.connection.cursor().execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608 - quoted
    names = [name for name, *_ in rows.description]
    place = names.index("id")
    for row in rows:
        yield row[place], written(dict(zip(names, row, strict=True)))


def written(row: Row) -> str:
    """Return the one text of a row."""
    return compact(row)


def compact(value: object) -> str:
    """Return the one text of a value: JSON without spaces, keys sorted, a mark for every file."""
    return _encoded(value)


def digest(image: str | None) -> str | None:
    """Return the SHA-256 of an image in hexadecimal; of nothing, nothing."""
    return None if image is None else sha256(image.encode("utf-8", "surrogatepass")).hexdigest()


def digests(images_: Iterable[str | None]) -> list[str | None]:
    """Return the SHA-256 of every image of many: `digest`, in less time."""
    return [None if one is None else sha256(one.encode("utf-8", "surrogatepass")).hexdigest() for one in images_]


def file_mark(content: bytes) -> dict[str, object]:
    """Return what stands in an image in place of a file."""
    return {"bytes": len(content), "sha256": sha256(content).hexdigest()}


def _mark(value: object) -> dict[str, object]:
    if isinstance(value, bytes):
        return file_mark(value)
    raise TypeError(f"{type(value).__name__} does not lie in a table")


_encoded = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_mark).encode


def record_tables(connection: Connection) -> tuple[str, ...]:
    """Return the tables of the program in this vault: all but those of the history."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").scalars()
    return tuple(name for name in names if name not in NAMES and not name.startswith("sqlite_"))
