"""The commands of the command line that open a vault: what they are called and what they take.

Every start of the program reads this, so what they do is imported only when one of them is called.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the commands that open a vault."""
    verify = _command(commands, "verify", "VAULT|BACKUP", "check history, records and signatures; prints JSON", _verify)
    verify.add_argument("--head", metavar="HASH", default="", help="checksum from a paper: is it in this history?")
    backup = _command(commands, "backup", "VAULT", "make a backup of a vault", _backup)
    backup.add_argument("--out", required=True, metavar="FOLDER", type=Path, help="folder for the backup")
    restore = _command(commands, "restore", "BACKUP", "make a vault from a backup", _restore)
    restore.add_argument("--out", required=True, metavar="VAULT", type=Path, help="place where nothing is yet")


def _command(
    commands: _SubParsersAction[ArgumentParser], name: str, given: str, help_: str, run: Callable[[Namespace], int]
) -> ArgumentParser:
    command = commands.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.")
    command.add_argument("place", metavar=given, type=Path)
    files = command.add_mutually_exclusive_group()
    files.add_argument("--passphrase-file", metavar="FILE", type=Path, help="instead of asking on the terminal")
    files.add_argument("--recovery-key-file", metavar="FILE", type=Path, help="open with the recovery key in a file")
    command.set_defaults(run=run)
    return command


def _verify(arguments: Namespace) -> int:
    from app.cli_credentials import told  # noqa: PLC0415 - see the module's second sentence
    from app.cli_verify import verify  # noqa: PLC0415

    return told(verify, arguments)


def _backup(arguments: Namespace) -> int:
    from app.cli_copies import backup  # noqa: PLC0415 - see the module's second sentence
    from app.cli_credentials import told  # noqa: PLC0415

    return told(backup, arguments)


def _restore(arguments: Namespace) -> int:
    from app.cli_copies import restore  # noqa: PLC0415 - see the module's second sentence
    from app.cli_credentials import told  # noqa: PLC0415

    return told(restore, arguments)
