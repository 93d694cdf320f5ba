"""What opens a vault, on the command line: asked for on the terminal, or read from a file.

It never comes as an argument: other users of the machine can read those, and the shell keeps them.
"""

from __future__ import annotations

import getpass
import warnings
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli_input import BadInput, file_place, report_problem, terminal_language
from app.core.text import Text
from app.system.vault_troubles import sentence
from database.credentials import Credential, MistypedRecoveryKey, recovery_key_from
from database.errors import VaultError, WrongPassphrase

WRONG_INPUT = 2

_LARGEST_FILE = 1 << 16


class WrongPassword(Exception):
    """The password of an export does not fit it."""


def told(run: Callable[[Namespace], int], arguments: Namespace) -> int:
    """Run a command; 2 and one sentence where the input is wrong or the machine refuses."""
    try:
        return run(arguments)
    except BadInput as problem:
        report_problem(problem.sentence)
    except WrongPassword:
        report_problem(Text("This passphrase does not fit this export."))
    except WrongPassphrase as error:
        with_key = arguments.recovery_key_file is not None
        report_problem(Text("This recovery key does not fit this vault.") if with_key else sentence(error))
    except VaultError as error:
        report_problem(sentence(error))
    return WRONG_INPUT


def credential(arguments: Namespace) -> Credential:
    """Return what opens the vault. Raises BadInput."""
    if arguments.recovery_key_file is None:
        file: Path | None = arguments.passphrase_file
        return _asked(Text("Passphrase: ")) if file is None else text_of(file)
    try:
        return recovery_key_from(text_of(arguments.recovery_key_file))
    except MistypedRecoveryKey as error:
        if not error.groups:
            raise BadInput(Text("This is no recovery key: it has eight groups of five characters.")) from error
        wrong = ", ".join(str(group) for group in error.groups)
        raise BadInput(Text("Groups of the recovery key that are mistyped: {groups}.", groups=wrong)) from error


def export_password(arguments: Namespace) -> str:
    """Return the password of an export, which is never empty. Raises BadInput."""
    file: Path | None = arguments.password_file
    password = _asked(Text("Passphrase of the export: ")) if file is None else text_of(file)
    if not password:
        raise BadInput(Text("The passphrase of an export cannot be empty."))
    return password


@contextmanager
def export_opening() -> Iterator[None]:
    """Tell the password of an export from the passphrase of a vault, if it is wrong."""
    try:
        yield
    except WrongPassphrase as error:
        raise WrongPassword from error


def text_of(file: Path) -> str:
    """Return the text of a small file without the end of its last line. Raises BadInput."""
    with file_place(file), file.open("rb") as stream:
        content = stream.read(_LARGEST_FILE + 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(Text("{file} is not text in UTF-8.", file=str(file))) from error
    if len(content) > _LARGEST_FILE:
        raise BadInput(Text("{file} is too large for what opens a vault.", file=str(file)))
    return text.removesuffix("\n").removesuffix("\r")


def _asked(question: Text) -> str:
    try:
        with warnings.catch_warnings(action="error", category=getpass.GetPassWarning):
            return getpass.getpass(terminal_language().say(question))
    except (getpass.GetPassWarning, EOFError) as error:
        raise BadInput(
            Text("There is no terminal to ask on. Name a file: --passphrase-file, for an export --password-file.")
        ) from error
