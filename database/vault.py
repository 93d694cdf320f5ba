"""A vault: one company's registers in one encrypted file, beside the keys that open it.

A folder `<name>.nachweis` holds `vault.json` (which vault, and its key slots) and the register. Here one is made, or
opened. Importing this module does not import SQLAlchemy; opening a vault does.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from database.errors import DamagedVault, NewerVault, NotAVault, PathProblem, VaultError, WrongPassphrase
from database.files import SUFFIX, make_private_file, make_private_folder, move, naming, sync_folder
from database.header import REGISTER, Header, HeaderError, NewerHeader, read, written
from database.keys import Argon2Cost, DataKey, calibrated, passphrase_slot
from database.opened import Changed, Vault
from database.schema import Schema

__all__ = ["SUFFIX", "Changed", "Vault", "create", "header_of", "in_memory", "unlock"]

KEYS = "vault.json"

_PATIENCE = 5.0
_PLAIN = b"SQLite format 3\0"


def create(
    path: Path, passphrase: str, schema: Schema, *, cost: Argon2Cost | None = None, patience: float = _PATIENCE
) -> Vault:
    """Make a new vault at a place where nothing is yet, and open it. It is there whole, or not at all.

    `cost` is what a guess at the passphrase costs, by default about a second on this machine.
    """
    make_private_folder(path.parent)
    with naming(path):
        if path.exists() or path.is_symlink():
            raise PathProblem(path, "exists")
    key = DataKey.random()
    header = Header(secrets.token_hex(16), ())
    slot = passphrase_slot(key, header.vault, passphrase, cost or calibrated())
    header = Header(header.vault, (slot,)).coded(key)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        make_private_folder(unfinished)
        _lay_out(unfinished, header, key, schema)
        move(unfinished, path)
    except BaseException as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        key.wipe()
        if isinstance(error, VaultError):
            error.path = path
        raise
    return _opened(path, header, key, schema, patience)


def unlock(path: Path, passphrase: str, schema: Schema, *, patience: float = _PATIENCE) -> Vault:
    """Open a vault. Takes as long as the passphrase is expensive, so call it from a worker.

    Raises WrongPassphrase, DamagedVault, NewerVault, NotAVault, VaultInUse or PathProblem. `patience` is how many
    seconds a write will later wait for another program.
    """
    header = header_of(path)
    key = header.opened_by(passphrase)
    if key is None:
        raise WrongPassphrase(path)
    if not header.vouched_for(key):
        key.wipe()
        raise DamagedVault(path, "keys", "not what the owner of the key has written")
    return _opened(path, header, key, schema, patience)


def in_memory(schema: Schema) -> Vault:
    """Return a vault that lives in memory and leaves nothing behind, for the demo company."""
    from database.connection import founded  # noqa: PLC0415 - the first window needs none of it

    key = DataKey.random()
    return Vault(None, key, founded(None, key.derived("register", "in memory"), schema, _PATIENCE))


def header_of(path: Path) -> Header:
    """Return what stands in the clear about a vault: its id and the kinds of its key slots."""
    with naming(path):
        path.stat()
        here = {entry.name for entry in path.iterdir()} if path.is_dir() else set()
    if KEYS not in here:
        if REGISTER in here:
            raise DamagedVault(path, "keys", "missing")
        raise NotAVault(path)
    with naming(path / KEYS):
        content = (path / KEYS).read_bytes()
    try:
        return read(content)
    except HeaderError as error:
        raise DamagedVault(path, "keys", str(error)) from error
    except NewerHeader as error:
        raise NewerVault(path, str(error)) from error


def _lay_out(folder: Path, header: Header, key: DataKey, schema: Schema) -> None:
    from database.connection import founded  # noqa: PLC0415 - the first window needs none of it

    register = folder / header.register
    make_private_file(register)
    founded(register, key.derived("register", header.vault), schema, _PATIENCE).dispose()
    with naming(register), register.open("rb") as stream:
        start = stream.read(len(_PLAIN))
    if len(start) != len(_PLAIN) or start == _PLAIN:
        raise RuntimeError("the register was not encrypted")
    make_private_file(folder / KEYS, written(header))
    sync_folder(folder)


def _opened(path: Path, header: Header, key: DataKey, schema: Schema, patience: float) -> Vault:
    from database.connection import reopened  # noqa: PLC0415 - the first window needs none of it

    try:
        register = _register(path, header)
        return Vault(path, key, reopened(register, key.derived("register", header.vault), schema, patience))
    except BaseException:
        key.wipe()
        raise


def _register(path: Path, header: Header) -> Path:
    register = path / header.register
    with naming(path):
        if not register.is_file() or register.stat().st_size == 0:
            raise DamagedVault(path, "register", "missing or empty")
    return register
