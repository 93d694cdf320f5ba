"""Everything out of a vault, as files that anybody can read: so that nobody is locked in.

The export is one moment of the vault. It is signed before and noted in the history when it is complete, so it does not
hold its own note: what stands in the history as exported has been exported. The private key never leaves the vault.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED

from database.backup import inside
from database.backup_file import Part
from database.errors import PathProblem
from database.export_file import secret
from database.export_lines import array, checkpoint_line, entry_line, item_line, signer_line
from database.export_manifest import (
    CHECKPOINTS,
    HISTORY,
    ITEMS,
    MANIFEST,
    README,
    SIGNERS,
    Manifest,
    kept_file,
    table_file,
)
from database.export_readme import README_TEXT
from database.files import move, named, naming, sweep_unfinished, unfinished
from database.images import quoted, written

if TYPE_CHECKING:
    from pyzipper import AESZipFile  # type: ignore[import-untyped]  # it ships no types
    from sqlalchemy import Connection

    from database.opened import Vault

EXPORTED = "vault.exported"

_ENOUGH = 1 << 16

_Rows = Iterator[Any]
_Place = tuple[str, str, str]
"""Table, id and column of a file."""


@dataclass(frozen=True, slots=True)
class Exported:
    """An export that has just been made."""

    path: Path
    bytes: int
    encrypted: bool
    manifest: Manifest


def export(vault: Vault, path: Path, password: str | None) -> Exported:
    """Write everything that is in an open vault into one archive. It is there whole, on the disk, or not at all.

    Without a password (None, never an empty one) everybody can read it. The archive is its owner's alone; nothing is
    overwritten. A vault that is open to read only is exported as well, but nothing is noted in it.

    Raises NoSpace, PathProblem, or what the vault itself is in trouble with.
    """
    if password == "":
        raise ValueError("an empty password protects nothing")
    with naming(path):
        if path.exists() or path.is_symlink():
            raise PathProblem(path, "exists")
    sweep_unfinished(path)
    if not vault.read_only:
        vault.checkpoint()
    manifest = _written(vault, path, password)
    try:
        if not vault.read_only:
            vault.note(EXPORTED)
        with naming(path):
            return Exported(path, path.stat().st_size, password is not None, manifest)
    except BaseException:  # what is not noted has not been exported
        with suppress(OSError):
            path.unlink()
        raise


def _written(vault: Vault, path: Path, password: str | None) -> Manifest:
    beginning = unfinished(path)
    try:
        with _made(beginning) as stream:
            archive = _Archive(stream, vault.author.now(), password)
            try:
                with vault.apart() as connection:
                    manifest = _filled(archive, connection, vault.id)
                archive.close()
            finally:
                archive.let_go()
            stream.flush()
            os.fsync(stream.fileno())
        move(beginning, path)
    except OSError as error:
        raise named(error, path) from error
    finally:
        with suppress(OSError):
            beginning.unlink(missing_ok=True)
    return manifest


class _Archive:
    """The archive while it is written: what goes in is measured, and named in the manifest."""

    def __init__(self, stream: IO[bytes], made_at: datetime, password: str | None) -> None:
        from pyzipper import WZ_AES, AESZipFile  # noqa: PLC0415 - only exports need it

        self._zip: AESZipFile = AESZipFile(stream, "w", encryption=None if password is None else WZ_AES)
        if password is not None:
            self._zip.setpassword(secret(password))
        self.made_at = made_at.astimezone(UTC)
        self.files: dict[str, Part] = {}

    def add(self, name: str, chunks: Iterable[bytes], way: int = ZIP_DEFLATED) -> None:
        """Add a file. Others than texts are stored as they are: photographs and papers are compressed already."""
        entry = self._zip.zipinfo_cls(name, date_time=max(self.made_at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
        entry.compress_type, entry.external_attr = way, 0o600 << 16
        size, code = 0, sha256()
        with self._zip.open(entry, "w", force_zip64=True) as stream:
            for chunk in chunks:
                size += len(chunk)
                code.update(chunk)
                stream.write(chunk)
        self.files[name] = Part(size, code.hexdigest())

    def add_lines(self, name: str, texts: Iterable[str]) -> None:
        """Add a file of lines."""
        self.add(name, _gathered(texts))

    def close(self) -> None:
        """Write the list of all files."""
        self._zip.close()

    def let_go(self) -> None:
        """Write nothing more, whatever is missing: the archive was closed, or is thrown away."""
        self._zip.fp = None


def _filled(archive: _Archive, connection: Connection, vault: str) -> Manifest:
    contents, schema = inside(connection), connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    archive.add(README, [README_TEXT.encode()])
    kept: dict[str, _Place] = {}
    for table in contents.counts:
        archive.add_lines(table_file(table), array(_records(connection, table, kept)))
    history = _raw(connection, "SELECT sequence, entry, hash FROM history ORDER BY sequence")
    archive.add_lines(HISTORY, (f"{entry_line(*row)}\n" for row in history))
    items = _raw(
        connection,
        "SELECT sequence, place, record_table, record_id, before FROM history_items ORDER BY sequence, place",
    )
    archive.add_lines(ITEMS, (f"{item_line(*row)}\n" for row in items))
    checkpoints = _raw(connection, "SELECT sequence, made_at, signer, signature FROM checkpoints ORDER BY sequence")
    archive.add_lines(CHECKPOINTS, array(checkpoint_line(*row) for row in checkpoints))
    signers = _raw(connection, "SELECT fingerprint, public_key, made_at FROM signers ORDER BY fingerprint")
    archive.add_lines(SIGNERS, array(signer_line(*row) for row in signers))
    for digest in sorted(kept):
        archive.add(kept_file(digest), [_content(connection, kept[digest])], ZIP_STORED)
    made_at = f"{archive.made_at.isoformat(timespec='microseconds')[:-6]}Z"
    manifest = Manifest(vault, schema, made_at, contents.head, contents.counts, dict(archive.files))
    archive.add(MANIFEST, [manifest.written()])
    return manifest


def _records(connection: Connection, table: str, kept: dict[str, _Place]) -> Iterator[str]:
    """Yield every record as one text, and remember where each file lies, to fetch one at a time later."""
    cursor = connection.connection.cursor()
    cursor.execute(f"SELECT * FROM {quoted(table)} ORDER BY id")  # noqa: S608 - quoted
    names = [column[0] for column in cursor.description or ()]
    for values in _each(cursor):
        row = dict(zip(names, values, strict=True))
        for name, value in row.items():
            if isinstance(value, bytes):
                kept.setdefault(sha256(value).hexdigest(), (table, row["id"], name))
        yield written(row)


def _content(connection: Connection, place: _Place) -> bytes:
    table, record, column = place
    query = f"SELECT {quoted(column)} FROM {quoted(table)} WHERE id = ?"  # noqa: S608 - quoted
    return bytes(connection.exec_driver_sql(query, (record,)).scalar_one())


def _raw(connection: Connection, query: str) -> _Rows:
    """Return plain rows straight from the driver, one at a time: a history has many."""
    cursor = connection.connection.cursor()
    cursor.execute(query)
    return _each(cursor)


def _each(cursor: Any) -> _Rows:  # noqa: ANN401 - the driver ships no types
    return iter(cursor)


def _gathered(texts: Iterable[str]) -> Iterator[bytes]:
    """Yield the same in larger pieces: an archive takes one long piece faster than a thousand short ones."""
    pieces, length = list[str](), 0
    for text in texts:
        pieces.append(text)
        length += len(text)
        if length >= _ENOUGH:
            yield "".join(pieces).encode()
            pieces, length = [], 0
    yield "".join(pieces).encode()


def _made(path: Path) -> IO[bytes]:
    with naming(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "w+b")
