"""An export: everything a vault holds, in one ZIP archive that needs no Nachweis to be read.

With a password it is WinZip's AES-256, which any archive program opens; names and sizes of the files in it can be seen
without one, so the names are those of the tables and of digests, and say nothing of the company. An export comes from
anywhere: it is read line by line, and nothing in it is taken for larger than it says or for other than its digest.
"""

from __future__ import annotations

import errno
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED

from database.backup_file import Part
from database.errors import DamagedVault, NewerVault, WrongPassphrase
from database.export_lines import array_lines
from database.export_manifest import (
    CHECKPOINTS,
    MANIFEST,
    README,
    SIGNERS,
    Manifest,
    NewerFormat,
    kept_file,
    manifest_from,
)
from database.files import named, naming

if TYPE_CHECKING:
    from pyzipper import AESZipFile  # type: ignore[import-untyped]  # it ships no types

_CHUNK = 1 << 20
_MOST_IN_MANIFEST = 1 << 26
_MOST_IN_LINE = 1 << 28
_MOST_BYTES = 1 << 35
_SMALL = (CHECKPOINTS, SIGNERS)


def secret(password: str) -> bytes:
    """Return a password as archives take it, the same for both spellings of an umlaut."""
    return normalize("NFC", password).encode("utf-8", "surrogatepass")


class ExportFile:
    """An export that is open to read."""

    def __init__(self, path: Path, archive: AESZipFile, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._archive = archive
        self._taken = 0

    def damaged(self, detail: str) -> DamagedVault:
        """Return the error that says so."""
        return DamagedVault(self.path, "export", detail)

    def check(self) -> None:
        """Read every file once and hold it against the manifest. DamagedVault if one is another."""
        for name, part in self.manifest.files.items():
            code = sha256()
            with _opened(self.path, self._archive, name) as stream, _telling(self.path):
                while chunk := stream.read(_CHUNK):
                    code.update(chunk)
            if code.hexdigest() != part.sha256:
                raise self.damaged(f"{name} is not the one of the manifest")

    def lines(self, name: str) -> Iterator[str]:
        """Yield every line of a file, without its end."""
        with _opened(self.path, self._archive, name) as stream, _telling(self.path):
            while line := stream.readline(_MOST_IN_LINE):
                if not line.endswith(b"\n"):
                    raise self.damaged(f"{name} has a line that does not end")
                yield line[:-1].decode()

    def array(self, name: str) -> Iterator[str]:
        """Yield every member of a JSON array that is written one to a line."""
        with self.reading(name):
            yield from array_lines(self.lines(name))

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """Turn what is wrong with a line into an error that names its file."""
        try:
            yield
        except ValueError as error:
            raise self.damaged(f"{name}: {error}") from error

    def holds(self, size: int, digest: str) -> bool:
        """Tell whether a file that a record keeps is here."""
        return self.manifest.files.get(kept_file(digest)) == Part(size, digest)

    def content(self, digest: str) -> bytes:
        """Return a file that a record keeps. Files that stand for far more than they take are refused."""
        name = kept_file(digest)
        self._taken += self.manifest.files[name].bytes
        if self._taken > _MOST_BYTES:
            raise self.damaged("the records keep more than an export can hold")
        with _opened(self.path, self._archive, name) as stream, _telling(self.path):
            return stream.read()


@contextmanager
def open_export(path: Path, password: str | None) -> Iterator[ExportFile]:
    """Open an export to read. Raises WrongPassphrase, DamagedVault (part `export`), NewerVault or PathProblem.

    One without a password is opened without one only: who expects the seal of a password must not be given another.
    """
    with _archive(path) as archive:
        _check_password(path, archive, password)
        with _opened(path, archive, MANIFEST) as stream, _telling(path):
            content = stream.read()
        manifest = _manifest(path, content)
        sizes = {one.filename: one.file_size for one in archive.infolist() if one.filename != MANIFEST}
        if sizes != {name: part.bytes for name, part in manifest.files.items()}:
            raise DamagedVault(path, "export", "not the files of the manifest")
        yield ExportFile(path, archive, manifest)


def is_encrypted(path: Path) -> bool:
    """Tell whether an export needs a password. DamagedVault if it is none, PathProblem if it cannot be read."""
    with _archive(path) as archive:
        return any(one.is_encrypted for one in archive.infolist())


def _manifest(path: Path, content: bytes) -> Manifest:
    try:
        manifest = manifest_from(content)
    except NewerFormat as error:
        raise NewerVault(path, str(error)) from error
    except (ValueError, RecursionError) as error:
        raise DamagedVault(path, "export", f"the manifest: {error}") from error
    if sum(part.bytes for part in manifest.files.values()) > _MOST_BYTES:
        raise DamagedVault(path, "export", "larger than an export can be")
    return manifest


@contextmanager
def _archive(path: Path) -> Iterator[AESZipFile]:
    from pyzipper import AESZipFile  # noqa: PLC0415 - only exports need it

    with naming(path):
        stream = path.open("rb")
    with stream:
        with _telling(path):
            archive = AESZipFile(stream)
        with archive:
            _check_members(path, archive)
            yield archive


def _check_members(path: Path, archive: AESZipFile) -> None:
    members = archive.infolist()
    ways = {(one.is_encrypted, one.wz_aes_version is not None) for one in members}
    if ways not in ({(True, True)}, {(False, False)}):
        raise DamagedVault(path, "export", "not one way of encryption for all files")
    if len({one.filename for one in members}) != len(members):
        raise DamagedVault(path, "export", "a file is in it twice")
    if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in members):
        raise DamagedVault(path, "export", "a compression that does not belong here")
    sizes = {one.filename: one.file_size for one in members}
    if not {README, MANIFEST} <= set(sizes) or max(sizes[README], sizes[MANIFEST]) > _MOST_IN_MANIFEST:
        raise DamagedVault(path, "export", "no manifest, or one that is far too long")


def _check_password(path: Path, archive: AESZipFile, password: str | None) -> None:
    """Find out whether the password is right: if it opens a file, whatever else is wrong is damage."""
    encrypted = archive.infolist()[0].is_encrypted
    if not encrypted and password is not None:
        raise DamagedVault(path, "export", "it is not encrypted")
    if not encrypted:
        return
    if not password:
        raise WrongPassphrase(path)
    archive.setpassword(secret(password))
    if any(_opens(path, archive, name) for name in (README, MANIFEST)):
        return
    refusals = [_refuses(path, archive, name) for name in {README, MANIFEST, *_SMALL} & set(archive.namelist())]
    if sum(refusals) * 2 > len(refusals):
        raise WrongPassphrase(path)
    raise DamagedVault(path, "export", "neither the manifest nor the file beside it can be read")


def _opens(path: Path, archive: AESZipFile, name: str) -> bool:
    try:
        with _opened(path, archive, name) as stream, _telling(path):
            stream.read()
    except DamagedVault:
        return False
    return True


def _refuses(path: Path, archive: AESZipFile, name: str) -> bool:
    """Tell whether a file says that it has another password; one in 65,536 wrong ones it does not recognise."""
    try:
        with _opened(path, archive, name):
            return False
    except DamagedVault as error:
        return type(error.__cause__) is RuntimeError and str(error.__cause__).startswith("Bad password")


@contextmanager
def _opened(path: Path, archive: AESZipFile, name: str) -> Iterator[IO[bytes]]:
    with _telling(path):
        member = archive.open(name)
    with io.BufferedReader(member, _CHUNK) as stream:
        yield stream


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn whatever an archive that is not as it was written brings about into an error we know."""
    from pyzipper import BadZipFile  # noqa: PLC0415 - only exports need it

    try:
        yield
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # a place before the beginning
            raise DamagedVault(path, "export", "a file lies where none can be") from error
        raise named(error, path) from error
    except (
        BadZipFile, zlib.error, struct.error, EOFError, LookupError, RuntimeError, ValueError, OverflowError,
    ) as error:  # fmt: skip
        raise DamagedVault(path, "export", "the archive is not as it was written") from error
