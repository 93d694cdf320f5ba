"""An open vault: one door for writing, one for reading, and the key while it is needed.

What went through `change` is in the history before it is announced, and it is announced only after it is on the disk.
SQLAlchemy is imported when the first transaction begins; this module is light enough for the first window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from database.author import Author
from database.errors import DamagedVault, ReadOnlyVault, VaultError
from database.header import Header
from database.keys import DataKey

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from database.repository import Change, Reading, Touched

REGISTER_KEY = "register"
"""What the register's key is derived for."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a committed change was called, and which records it touched."""

    name: str
    touched: tuple[Touched, ...]


@dataclass(slots=True)
class Held:
    """What an open vault holds on to; re-keying puts another key, header and register in their place."""

    header: Header
    key: DataKey
    engine: Engine | None
    lock: IO[bytes] | None = None
    version: int = 0
    """Of the tables, when the vault was opened."""


Subscriber = Callable[[Changed], None]


class Vault:
    """An open vault. It may be used from any thread, one at a time; `close` forgets the key."""

    def __init__(
        self, path: Path | None, held: Held, author: Author, *, patience: float = 5.0, read_only: bool = False
    ) -> None:
        self.path, self.author, self.read_only, self.patience = path, author, read_only, patience
        self.held = held
        """For the other modules of this package only."""
        self._turn = RLock()
        self._in_transaction = False
        self._subscribers: list[Subscriber] = []

    @property
    def id(self) -> str:
        """Return the random id that tells this vault from every other."""
        return self.held.header.vault

    @contextmanager
    def change(self, name: str) -> Iterator[Change]:
        """Write: everything in the block is committed at its end, with its entry in the history, or nothing is.

        Then the subscribers are told. ReadOnlyVault if the vault was opened to read only.
        """
        from database.history import append  # noqa: PLC0415 - the first window needs none of it
        from database.repository import Change  # noqa: PLC0415

        with self.transaction(writing=True) as connection:
            change = Change(connection)
            yield change
            if touches := change.touches():
                append(connection, self.id, self.author, name, touches)
        self._tell(Changed(name, change.touched))

    def note(self, name: str) -> None:
        """Note in the history that something was done that is no record, such as a change of the passphrase."""
        from database.history import append  # noqa: PLC0415 - the first window needs none of it

        with self.transaction(writing=True) as connection:
            append(connection, self.id, self.author, name)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read: everything in the block sees one consistent state."""
        from database.repository import Reading  # noqa: PLC0415 - the first window needs none of it

        with self.transaction(writing=False) as connection:
            yield Reading(connection)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call the subscriber after every commit, until the returned function is called."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def check(self) -> None:
        """Read the whole register and its authentication codes. Raises DamagedVault with the first finding.

        It has a connection of its own, so it may run in a worker while somebody reads.
        """
        pages: tuple[str, list[str]] = ("cipher_integrity_check", [])
        contents: tuple[str, list[str]] = ("integrity_check", ["ok"])
        with self.apart() as connection:
            for question, fine in (pages, contents) if self.path else (contents,):
                findings = list(connection.exec_driver_sql(f"PRAGMA {question}").scalars())
                if findings != fine:
                    raise DamagedVault(self.path, "register", findings[0])

    @property
    def is_open(self) -> bool:
        """Whether the vault can still be used."""
        return self.held.engine is not None

    def close(self) -> None:
        """Sign the history, close the register, overwrite the key, let go of the lock. It may be called twice."""
        with self._turn:
            if self.is_open and not self.read_only:
                with suppress(VaultError):  # a full disk keeps nobody from closing; the next checkpoint signs it all
                    self.checkpoint()
            engine, self.held.engine = self.held.engine, None
            if engine is not None:
                engine.dispose()
            self.held.key.wipe()
            if self.held.lock is not None:
                self.held.lock.close()
            self._subscribers.clear()

    def checkpoint(self) -> None:
        """Sign the history as it stands now, with the key of this installation."""
        from database.signing import checkpoint  # noqa: PLC0415 - the first window needs none of it

        with self.transaction(writing=True) as connection:
            checkpoint(connection, self.id, self.author)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other thread from reading and writing until the block ends."""
        with self._turn:
            yield

    def __enter__(self) -> Self:
        """Return the vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the vault."""
        self.close()

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Connection]:
        """Yield the one connection in a transaction, for the other modules of this package."""
        from database.connection import in_transaction, telling  # noqa: PLC0415 - the first window needs none of it

        if writing and self.read_only:
            raise ReadOnlyVault(self.path)
        with self._turn:
            if self.held.engine is None:
                raise RuntimeError("the vault is closed")
            if self._in_transaction:
                raise RuntimeError("a transaction is already open in this thread; use that one")
            self._in_transaction = True
            try:
                with telling(self.path), in_transaction(self.held.engine, writing=writing) as connection:
                    yield connection
            finally:
                self._in_transaction = False

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """Yield a connection of its own that only reads, for work that takes long; in memory there is only the one."""
        from database.connection import connected, in_transaction, telling  # noqa: PLC0415 - see above

        if self.path is None:
            with self.transaction(writing=False) as connection:
                yield connection
            return
        with self._turn:
            if not self.is_open:
                raise RuntimeError("the vault is closed")
            key = self.held.key.derived(REGISTER_KEY, self.id)
            register = self.path / self.held.header.register
        engine = connected(register, key, self.patience, read_only=True)
        try:
            with telling(self.path), in_transaction(engine, writing=False) as connection:
                yield connection
        finally:
            engine.dispose()

    def _tell(self, changed: Changed) -> None:
        failures: list[Exception] = []
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(changed)
            except Exception as error:  # noqa: BLE001 - the others must hear of it first
                failures.append(error)
        if failures:
            raise ExceptionGroup("the change is committed, but not everybody took note of it", failures)
