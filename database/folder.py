"""The folder of a vault: what lies in it, how it is made whole or not at all, what a crash may have left in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from database.credentials import Credential
from database.errors import DamagedVault, NewerVault, NotAVault, PathProblem, VaultError, WrongPassphrase
from database.files import (
    make_private_file,
    make_private_folder,
    move,
    naming,
    sweep_unfinished,
    sync_folder,
    unfinished,
)
from database.header import REGISTER, Header, HeaderError, NewerHeader, is_register, read, written
from database.keys import DataKey

KEYS = "vault.json"

_PLAIN = b"SQLite format 3\0"


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
    return header_from(path, content)


def header_from(path: Path, content: bytes) -> Header:
    """Return the header in the content of `vault.json`; `path` is what an error names."""
    try:
        return read(content)
    except HeaderError as error:
        raise DamagedVault(path, "keys", str(error)) from error
    except NewerHeader as error:
        raise NewerVault(path, str(error)) from error


def key_from(path: Path, header: Header, credential: Credential) -> DataKey:
    """Return the data key, once the header has been found to be what the owner of the key wrote."""
    key = header.opened_by(credential)
    if key is None:
        raise WrongPassphrase(path)
    if not header.vouched_for(key):
        key.wipe()
        raise DamagedVault(path, "keys", "not what the owner of the key has written")
    return key


def check_free(path: Path) -> None:
    """Make sure that a vault can come to this place: nothing is there, its folder is."""
    make_private_folder(path.parent)
    with naming(path):
        if path.exists() or path.is_symlink():
            raise PathProblem(path, "exists")
    sweep_unfinished(path)


def lay_out(path: Path, header: Header, write_register: Callable[[Path], None]) -> None:
    """Make the folder of a vault: beside its place first, then, whole and on the disk, under its name."""
    beginning = unfinished(path)
    try:
        make_private_folder(beginning)
        register = beginning / header.register
        make_private_file(register)
        write_register(register)
        check_encrypted(register)
        make_private_file(beginning / KEYS, written(header))
        sync_folder(beginning)
        move(beginning, path)
    except BaseException as error:
        shutil.rmtree(beginning, ignore_errors=True)
        if isinstance(error, VaultError) and error.path is not None and error.path.is_relative_to(beginning):
            error.path = path
        raise


def check_encrypted(register: Path) -> None:
    """Look at the first bytes of a new register: one that is readable is a bug, and loud."""
    with naming(register), register.open("rb") as stream:
        start = stream.read(len(_PLAIN))
    if len(start) != len(_PLAIN) or start == _PLAIN:
        raise RuntimeError("the register was not encrypted")


def register_of(path: Path, header: Header) -> Path:
    """Return the file of the register. DamagedVault if it is missing or empty."""
    register = path / header.register
    with naming(path):
        if not register.is_file() or register.stat().st_size == 0:
            raise DamagedVault(path, "register", "missing or empty")
    return register


def sweep(path: Path, header: Header) -> None:
    """Remove what a crash left behind: an unfinished header, a register that re-keying replaced or never finished."""
    sweep_unfinished(path)
    sweep_unfinished(path / KEYS)
    with suppress(OSError):
        for entry in path.iterdir():
            name = entry.name.removesuffix("-journal")
            if is_register(name) and name != header.register:
                entry.unlink(missing_ok=True)
