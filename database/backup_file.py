"""A backup: one vault in one file that opens with what opened the vault on its day, and needs nothing else.

It is a ZIP archive without compression that holds the encrypted register, the keys beside it, and a manifest. A list
of backups shows what it says in the clear; what is inside is sealed, and the seal covers the clear part as well.
"""

from __future__ import annotations

import errno
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from database.chain import Head
from database.credentials import Credential
from database.errors import DamagedVault, NewerVault, VaultError
from database.files import naming
from database.folder import KEYS, header_from, key_from
from database.header import Header
from database.keys import DataKey, wipe

SUFFIX = ".nachweis-backup"
MANIFEST = "manifest.json"

_FORMAT = 1
_MOST_BYTES = 1 << 20
_NONCE_BYTES = 12
_PURPOSE = "backup"
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"
_CLEAR = {"files", "format", "made_at", "name", "register", "schema", "vault"}


@dataclass(frozen=True, slots=True)
class Part:
    """One file in a backup: its size and its SHA-256 in hexadecimal."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What may be known about a backup without a key. `name` is that of the vault's folder."""

    vault: str
    name: str
    made_at: datetime
    schema: int
    register: str
    files: Mapping[str, Part]

    def clear(self) -> dict[str, object]:
        """Return the members that stand in the clear."""
        return {
            "files": {name: {"bytes": part.bytes, "sha256": part.sha256} for name, part in self.files.items()},
            "format": _FORMAT,
            "made_at": self.made_at.astimezone(UTC).strftime(_MOMENT),
            "name": self.name,
            "register": self.register,
            "schema": self.schema,
            "vault": self.vault,
        }


@dataclass(frozen=True, slots=True)
class Contents:
    """What is inside a backup: how many records each table holds, and where the history stood."""

    counts: Mapping[str, int]
    head: Head

    @property
    def records(self) -> int:
        """Return how many records there are altogether."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup on a disk."""

    path: Path
    bytes: int
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup and the key to it. `close` forgets the key."""

    file: BackupFile
    header: Header
    key: DataKey
    contents: Contents

    def close(self) -> None:
        """Overwrite the key."""
        self.key.wipe()


@dataclass(frozen=True, slots=True)
class Found:
    """The backups in some folders, the newest first, and the files that look like one and cannot be read as one."""

    backups: tuple[BackupFile, ...]
    unreadable: tuple[Path, ...]


def found_in(*folders: Path) -> Found:
    """Look for backups. A folder that is not there, such as a drive that is not connected, holds none."""
    backups, unreadable = list[BackupFile](), list[Path]()
    for folder in folders:
        for path in _names(folder):
            try:
                backups.append(read_backup(path))
            except VaultError:
                unreadable.append(path)
    newest_first = sorted(backups, key=lambda one: (one.manifest.made_at, str(one.path)), reverse=True)
    return Found(tuple(newest_first), tuple(sorted(unreadable)))


def read_backup(path: Path) -> BackupFile:
    """Return what may be known without a key. DamagedVault, NewerVault or PathProblem if it is none."""
    with naming(path):
        size = path.stat().st_size
    members = _members(path)
    if members.get("format") != _FORMAT and type(members.get("format")) is int:
        raise NewerVault(path, f"backup format {members['format']}")
    try:
        return BackupFile(path, size, _manifest(members))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedVault(path, "backup", "the manifest has the wrong form") from error


def open_backup(path: Path, credential: Credential) -> OpenedBackup:
    """Return what is inside a backup. Raises WrongPassphrase, or DamagedVault with part `backup`."""
    file, members = read_backup(path), _members(path)
    content = read_part(path, KEYS)
    header = header_from(path, content)
    if sha256(content).hexdigest() != file.manifest.files[KEYS].sha256 or header.register != file.manifest.register:
        raise DamagedVault(path, "backup", "the keys are not those of the manifest")
    key = key_from(path, header, credential)
    try:
        return OpenedBackup(file, header, key, _contents(path, file.manifest, key, members))
    except BaseException:
        key.wipe()
        raise


def unsealed(path: Path, key: DataKey) -> Contents:
    """Return what is inside a backup, with the data key of its vault. DamagedVault if that is another one."""
    return _contents(path, read_backup(path).manifest, key, _members(path))


def sealed(manifest: Manifest, contents: Contents, key: DataKey) -> bytes:
    """Return the content of `manifest.json`."""
    inside = {"counts": dict(contents.counts), "entries": contents.head.sequence, "head": contents.head.hash}
    nonce, under = secrets.token_bytes(_NONCE_BYTES), key.derived(_PURPOSE, manifest.vault)
    try:
        closed = AESGCM(under).encrypt(nonce, _compact(inside), _compact(manifest.clear()))
    finally:
        wipe(under)
    members = manifest.clear() | {"nonce": b64encode(nonce).decode(), "sealed": b64encode(closed).decode()}
    return json.dumps(members, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


@contextmanager
def part(path: Path, name: str) -> Iterator[IO[bytes]]:
    """Open one file of a backup to read. DamagedVault if the archive is not as it was written."""
    with naming(path):
        try:
            with ZipFile(path) as archive:
                entry = archive.getinfo(name)
                if entry.compress_type != ZIP_STORED:
                    raise DamagedVault(path, "backup", f"{name} is compressed")
                with archive.open(entry) as stream:
                    yield stream
        except (BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            if isinstance(error, OSError) and error.errno != errno.EINVAL:  # EINVAL is a place before the beginning
                raise
            raise DamagedVault(path, "backup", f"{name} cannot be read") from error


def read_part(path: Path, name: str) -> bytes:
    """Return one small file of a backup."""
    with part(path, name) as stream:
        return stream.read(_MOST_BYTES)


def _members(path: Path) -> dict[str, Any]:
    try:
        members = json.loads(read_part(path, MANIFEST).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DamagedVault(path, "backup", "the manifest is not readable") from error
    if not isinstance(members, dict):
        raise DamagedVault(path, "backup", "the manifest is not an object")
    return members


def _manifest(members: Mapping[str, Any]) -> Manifest:
    if set(members) != _CLEAR | {"nonce", "sealed"}:
        raise ValueError("not the members of this format")
    manifest = Manifest(
        members["vault"],
        members["name"],
        datetime.strptime(members["made_at"], _MOMENT).replace(tzinfo=UTC),
        members["schema"],
        members["register"],
        {name: Part(part["bytes"], part["sha256"]) for name, part in members["files"].items()},
    )
    texts = (manifest.vault, manifest.name, manifest.register)
    if type(manifest.schema) is not int or not all(isinstance(text, str) for text in texts):
        raise ValueError("a member has the wrong form")
    if set(manifest.files) != {KEYS, manifest.register}:
        raise ValueError("not the files of a vault")
    return manifest


def _contents(path: Path, manifest: Manifest, key: DataKey, members: Mapping[str, Any]) -> Contents:
    under = key.derived(_PURPOSE, manifest.vault)
    try:
        nonce, closed = b64decode(members["nonce"], validate=True), b64decode(members["sealed"], validate=True)
        inside = json.loads(AESGCM(under).decrypt(nonce, closed, _compact(manifest.clear())))
    except (InvalidTag, ValueError, TypeError) as error:
        raise DamagedVault(path, "backup", "the manifest is not what the owner of the key has written") from error
    finally:
        wipe(under)
    return Contents(inside["counts"], Head(inside["entries"], inside["head"]))


def _names(folder: Path) -> Iterable[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.suffix == SUFFIX and not entry.name.startswith("."))
    except (OSError, ValueError):
        return ()


def _compact(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
