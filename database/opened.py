"""An open vault: one door for writing, one for reading, and the key while it is needed.

What went through `change` is announced only after it is on the disk. SQLAlchemy is imported when the first
transaction begins; this module is light enough for the first window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from database.errors import DamagedVault
from database.keys import DataKey

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from database.repository import Change, Reading, Touched


@dataclass(frozen=True, slots=True)
class Changed:
    """What a committed change was called, and which records it touched."""

    name: str
    touched: tuple[Touched, ...]


Subscriber = Callable[[Changed], None]


class Vault:
    """An open vault. It may be used from any thread, one at a time; `close` forgets the key."""

    def __init__(self, path: Path | None, key: DataKey, engine: Engine) -> None:
        self.path = path
        self._key = key
        self._engine: Engine | None = engine
        self._turn = RLock()
        self._in_transaction = False
        self._subscribers: list[Subscriber] = []

    @contextmanager
    def change(self, name: str) -> Iterator[Change]:
        """Write: everything in the block is committed at its end, or nothing is. Then the subscribers are told."""
        from database.repository import Change  # noqa: PLC0415 - the first window needs none of it

        with self._transaction(writing=True) as connection:
            change = Change(connection)
            yield change
        self._tell(Changed(name, change.touched))

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read: everything in the block sees one consistent state."""
        from database.repository import Reading  # noqa: PLC0415 - the first window needs none of it

        with self._transaction(writing=False) as connection:
            yield Reading(connection)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call the subscriber after every commit, until the returned function is called."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def check(self) -> None:
        """Read the whole register and its authentication codes. Raises DamagedVault with the first finding."""
        pages: tuple[str, list[str]] = ("cipher_integrity_check", [])
        contents: tuple[str, list[str]] = ("integrity_check", ["ok"])
        with self._transaction(writing=False) as connection:
            for question, fine in (pages, contents) if self.path else (contents,):
                findings = list(connection.exec_driver_sql(f"PRAGMA {question}").scalars())
                if findings != fine:
                    raise DamagedVault(self.path, "register", findings[0])

    @property
    def is_open(self) -> bool:
        """Whether the vault can still be used."""
        return self._engine is not None

    def close(self) -> None:
        """Close the register and overwrite the key. Closing twice is closing once."""
        with self._turn:
            engine, self._engine = self._engine, None
            if engine is not None:
                engine.dispose()
            self._key.wipe()
            self._subscribers.clear()

    def __enter__(self) -> Self:
        """Return the vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the vault."""
        self.close()

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        from database.connection import in_transaction, telling  # noqa: PLC0415 - the first window needs none of it

        with self._turn:
            if self._engine is None:
                raise RuntimeError("the vault is closed")
            if self._in_transaction:
                raise RuntimeError("a transaction is already open in this thread; use that one")
            self._in_transaction = True
            try:
                with telling(self.path), in_transaction(self._engine, writing=writing) as connection:
                    yield connection
            finally:
                self._in_transaction = False

    def _tell(self, changed: Changed) -> None:
        failures: list[Exception] = []
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(changed)
            except Exception as error:  # noqa: BLE001 - the others must hear of it first
                failures.append(error)
        if failures:
            raise ExceptionGroup("the change is committed, but not everybody took note of it", failures)
