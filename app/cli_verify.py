"""`nachweis verify`: whether the history of a vault or a backup is whole, and whether it holds the head on a paper.

The answer is JSON; the exit code says it once more: 0 if everything is whole and the head is known, else 1.
"""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from app.cli_credentials import credential
from app.cli_input import BadInput, report_problem
from app.core.text import Text
from app.law.json_form import dumps
from app.registers.schema import SCHEMA
from app.system.folders import of_this_user
from app.system.temporary import open_folder
from app.system.vault_troubles import sentence
from database.backup_file import SUFFIX
from database.credentials import Credential
from database.errors import DamagedVault
from database.files import naming
from database.folder import KEYS
from database.vault import Vault, header_of, unlock

BROKEN = 1

_HEAD = re.compile(r"[0-9a-f]{16,64}")
_ON_PAPER = re.compile(r"nachweis:\d+:[^:]*:\d+:")
"""How the content of the QR code on a paper begins; the checksum follows."""


def verify(arguments: Namespace) -> int:
    """Answer on standard output whether everything agrees."""
    asked = _head(arguments.head)
    try:
        with _opened(arguments.place, arguments) as vault:
            answer, whole = _answer(vault, asked)
    except DamagedVault as error:
        report_problem(sentence(error))
        return BROKEN
    sys.stdout.buffer.write(dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0 if whole else BROKEN


def _head(typed: str) -> str:
    """Return the digits of the checksum that somebody has copied from a paper. Raises BadInput."""
    digits = _ON_PAPER.sub("", "".join(typed.split()).lower())
    if typed and not _HEAD.fullmatch(digits):
        raise BadInput(
            Text("--head takes the checksum from a paper: at least the first 16 of its 64 digits (0 to 9, a to f).")
        )
    return digits


def _answer(vault: Vault, asked: str) -> tuple[dict[str, object], bool]:
    """Return the answer, and whether it is a good one."""
    from database.history import head_with  # noqa: PLC0415 - it imports SQLAlchemy
    from database.verifying import verify  # noqa: PLC0415

    vault.check()
    verdict = verify(vault)
    broken = verdict.broken
    answer: dict[str, object] = {
        "whole": broken is None,
        "entries": verdict.head.sequence,
        "head": verdict.head.hash,
        "checkpoints": verdict.checkpoints,
        "signers": list(verdict.signers),
        "records": verdict.records,
        "first_broken": broken
        and {"entry": broken.sequence, "reason": broken.reason, "table": broken.table, "record": broken.record},
    }
    if not asked:
        return answer, broken is None
    found = head_with(vault, asked)
    known = found is not None and found.sequence <= verdict.head.sequence
    answer["head_asked"] = {"hash": asked, "entry": found.sequence if found and known else None}
    return answer, broken is None and known


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
        if place.is_dir() or place.suffix == SUFFIX:
            return not place.is_dir()
        try:
            with ZipFile(place) as archive:
                return KEYS in archive.namelist()
        except (BadZipFile, EOFError, NotImplementedError, ValueError):
            return False
