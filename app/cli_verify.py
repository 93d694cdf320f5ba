"""`nachweis verify`: whether a vault, a backup or an export is whole, and whether it holds the head on a paper.

The answer is JSON; the exit code says it once more: 0 if everything is whole and the head is known, else 1.
"""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from app.cli_credentials import credential, export_opening, export_password
from app.cli_input import BadInput, report_problem
from app.core.text import Text
from app.law.json_form import dumps
from app.registers.schema import SCHEMA
from app.system.folders import of_this_user
from app.system.temporary import open_folder
from app.system.vault_troubles import sentence
from database.backup_file import MANIFEST, SUFFIX
from database.credentials import Credential
from database.errors import DamagedVault
from database.files import naming
from database.folder import KEYS
from database.vault import Vault, header_of, unlock

if TYPE_CHECKING:
    from database.chain import Head
    from database.verifying import Verdict

BROKEN = 1

_HEAD = re.compile(r"[0-9a-f]{16,64}")
_ON_PAPER = re.compile(r"nachweis:\d+:[^:]*:\d+:")
"""How the content of the QR code on a paper begins; the checksum follows."""


def verify(arguments: Namespace) -> int:
    """Answer on standard output whether everything agrees."""
    asked = _head(arguments.head)
    try:
        if _is_export(arguments.place):
            verdict, found = _of_export(arguments, asked)
        else:
            verdict, found = _of_vault(arguments, asked)
    except DamagedVault as error:
        report_problem(sentence(error))
        return BROKEN
    known = found is not None and found.sequence <= verdict.head.sequence
    answer = _json(verdict)
    if asked:
        answer["head_asked"] = {"hash": asked, "known": known, "entry": found.sequence if found and known else None}
    sys.stdout.buffer.write(dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0 if verdict.broken is None and (known or not asked) else BROKEN


def _head(typed: str) -> str:
    """Return the digits of the checksum that somebody has copied from a paper. Raises BadInput."""
    digits = _ON_PAPER.sub("", "".join(typed.split()).lower())
    if typed and not _HEAD.fullmatch(digits):
        raise BadInput(
            Text("--head takes the checksum from a paper: at least the first 16 of its 64 digits (0 to 9, a to f).")
        )
    return digits


def _of_vault(arguments: Namespace, asked: str) -> tuple[Verdict, Head | None]:
    from database.history import head_with  # noqa: PLC0415 - it imports SQLAlchemy
    from database.verifying import verify as verified  # noqa: PLC0415

    with _opened(arguments.place, arguments) as vault:
        vault.check()
        return verified(vault), head_with(vault, asked) if asked else None


def _of_export(arguments: Namespace, asked: str) -> tuple[Verdict, Head | None]:
    from database.export_file import is_encrypted  # noqa: PLC0415 - only an export needs it
    from database.verifying_export import head_in, verify_export  # noqa: PLC0415

    place = arguments.place
    password = export_password(arguments) if is_encrypted(place) else None
    with export_opening():
        return verify_export(place, password), head_in(place, password, asked) if asked else None


def _json(verdict: Verdict) -> dict[str, object]:
    broken = verdict.broken
    return {
        "whole": broken is None,
        "entries": verdict.head.sequence,
        "head": verdict.head.hash,
        "checkpoints": verdict.checkpoints,
        "signers": list(verdict.signers),
        "records": verdict.records,
        "first_broken": broken
        and {"entry": broken.sequence, "reason": broken.reason, "table": broken.table, "record": broken.record},
    }


@contextmanager
def _opened(place: Path, arguments: Namespace) -> Iterator[Vault]:
    """Open what was named to read only; a backup is restored into a private folder that is removed again."""
    if not _is_backup(place):
        header_of(place)  # what is no vault is said before the passphrase is asked for
        with unlock(place, credential(arguments), SCHEMA, read_only=True) as vault:
            yield vault
        return
    with _restored(place, credential(arguments)) as vault:
        yield vault


@contextmanager
def _restored(place: Path, with_what: Credential) -> Iterator[Vault]:
    from database.restoring import restore  # noqa: PLC0415 - only a backup is restored

    private = open_folder(of_this_user().opened)
    try:
        target = private.path / "verified.nachweis"
        restore(place, with_what, target)
        with unlock(target, with_what, SCHEMA, read_only=True) as vault:
            yield vault
    finally:
        private.close()


def _is_backup(place: Path) -> bool:
    """Tell a backup by its name, or, whatever it is called now, by the keys that lie in it."""
    with naming(place):
        place.stat()
        return not place.is_dir() and (place.suffix == SUFFIX or KEYS in _names_in(place))


def _is_export(place: Path) -> bool:
    """Tell an export by its manifest; a backup has one as well, and keys beside it."""
    with naming(place):
        place.stat()
        names = () if place.is_dir() or place.suffix == SUFFIX else _names_in(place)
        return MANIFEST in names and KEYS not in names


def _names_in(place: Path) -> Sequence[str]:
    try:
        with ZipFile(place) as archive:
            return archive.namelist()
    except (BadZipFile, EOFError, NotImplementedError, ValueError):
        return ()
