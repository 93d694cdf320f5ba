"""A vault: one company's registers in one encrypted file, beside the keys that open it.

A folder `<name>.nachweis` holds `vault.json` (which vault, and its key slots) and the register. Here one is made, or
opened. Importing this module does not import SQLAlchemy; opening a vault does.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import IO

from database.author import Author
from database.credentials import Credential
from database.errors import DamagedVault, NewerVault, PathProblem, VaultInUse
from database.files import SUFFIX
from database.folder import check_free, header_of, key_from, lay_out, register_of, sweep
from database.header import Header
from database.keys import Argon2Cost, DataKey, calibrated, passphrase_slot
from database.lock import locked
from database.opened import REGISTER_KEY, Changed, Held, Vault
from database.schema import Schema

__all__ = ["SUFFIX", "Changed", "Vault", "create", "header_of", "in_memory", "open_as_it_is", "unlock"]

CREATED = "vault.created"

_PATIENCE = 5.0


def create(  # noqa: PLR0913 - each is named, and the last three have a sensible value
    path: Path,
    passphrase: str,
    schema: Schema,
    *,
    cost: Argon2Cost | None = None,
    patience: float = _PATIENCE,
    author: Author | None = None,
) -> Vault:
    """Make a new vault at a place where nothing is yet, and open it. It is there whole, or not at all.

    `cost` is what a guess at the passphrase costs, by default about a second on this machine.
    """
    key, author = DataKey.random(), author or Author()
    header = Header(secrets.token_hex(16), ())
    try:
        check_free(path)
        slot = passphrase_slot(key, header.vault, passphrase, cost or calibrated())
        header = Header(header.vault, (slot,)).coded(key)
        lay_out(path, header, lambda register: _found(register, header, key, schema, author))
    except BaseException:
        key.wipe()
        raise
    try:
        return open_as_it_is(path, header, key, author, patience=patience)
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise


def unlock(  # noqa: PLR0913 - each is named, and the last four have a sensible value
    path: Path,
    credential: Credential,
    schema: Schema,
    *,
    patience: float = _PATIENCE,
    author: Author | None = None,
    read_only: bool = False,
    backups: Path | None = None,
) -> Vault:
    """Open a vault. Takes as long as the passphrase is expensive, so call it from a worker.

    One of an older schema is brought up to date, after a backup into the folder `backups` (by default the one the
    vault lies in). One that lies where nothing can be written opens to read only by itself.

    Raises WrongPassphrase, DamagedVault, NewerVault, OlderVault, NotAVault, VaultInUse, NoSpace or PathProblem.
    `patience` is how many seconds a write will later wait for another program.
    """
    header = header_of(path)
    key = key_from(path, header, credential)
    vault = open_as_it_is(path, header, key, author or Author(), patience=patience, read_only=read_only)
    try:
        _brought_up_to_date(vault, schema, backups)
    except BaseException:
        vault.read_only = True  # nothing is to be signed in a vault that this program does not understand
        vault.close()
        raise
    return vault


def in_memory(schema: Schema, *, author: Author | None = None) -> Vault:
    """Return a vault that lives in memory and leaves nothing behind, for the demo company."""
    from database.connection import founded  # noqa: PLC0415 - the first window needs none of it

    key, header = DataKey.random(), Header(secrets.token_hex(16), ())
    engine = founded(None, key.derived(REGISTER_KEY, header.vault), schema, _PATIENCE)
    vault = Vault(None, Held(header, key, engine), author or Author())
    vault.note(CREATED)
    return vault


def open_as_it_is(  # noqa: PLR0913 - each is named
    path: Path, header: Header, key: DataKey, author: Author, *, patience: float = _PATIENCE, read_only: bool = False
) -> Vault:
    """Open a vault with its key, whatever its schema; the vault wipes the key when it is closed."""
    lock: IO[bytes] | None = None
    try:
        if not read_only:
            lock, read_only = _lock_or_read_only(path)
        _check_unchanged(path, header)
        register = register_of(path, header)
        from database.connection import reopened  # noqa: PLC0415 - the first window needs none of it

        derived = key.derived(REGISTER_KEY, header.vault)
        engine, version = reopened(register, derived, patience, read_only=read_only)
    except BaseException:
        key.wipe()
        if lock is not None:
            lock.close()
        raise
    if lock is not None:
        sweep(path, header)
    return Vault(path, Held(header, key, engine, lock, version), author, patience=patience, read_only=read_only)


def _found(register: Path, header: Header, key: DataKey, schema: Schema, author: Author) -> None:
    """Lay the tables into a new register and begin its history: nothing that may fail is left for later."""
    from database.connection import founded, in_transaction, telling  # noqa: PLC0415 - see above
    from database.history import append  # noqa: PLC0415

    engine = founded(register, key.derived(REGISTER_KEY, header.vault), schema, _PATIENCE)
    try:
        with telling(register), in_transaction(engine, writing=True) as connection:
            append(connection, header.vault, author, CREATED)
    finally:
        engine.dispose()


def _lock_or_read_only(path: Path) -> tuple[IO[bytes] | None, bool]:
    try:
        return locked(path), False
    except PathProblem as problem:
        if problem.reason in ("read_only", "permission"):
            return None, True
        raise


def _check_unchanged(path: Path, header: Header) -> None:
    """See that the keys are still those that were opened, which takes a second: else a new register would be swept."""
    if header_of(path) != header:
        raise VaultInUse(path, "it has been given other keys")


def _brought_up_to_date(vault: Vault, schema: Schema, backups: Path | None) -> None:
    schema.tables()
    version = vault.held.version
    if version > schema.version:
        raise NewerVault(vault.path, f"schema {version}")
    if version < 1 or (version < schema.version and schema.migrations is None):
        raise DamagedVault(vault.path, "register", f"schema {version} never was")
    if version < schema.version:
        from database.migrating import migrate  # noqa: PLC0415 - Alembic is imported for an old vault only

        migrate(vault, schema, backups)
