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
    checks = "check history, records and signatures; prints JSON"
    verify = _command(commands, "verify", "VAULT|BACKUP|EXPORT", checks, _verify)
    verify.add_argument("--head", metavar="HASH", default="", help="checksum from a paper: is it in this history?")
    backup = _command(commands, "backup", "VAULT", "make a backup of a vault", _backup)
    backup.add_argument("--out", required=True, metavar="FOLDER", type=Path, help="folder for the backup")
    restore = _command(commands, "restore", "BACKUP", "make a vault from a backup", _restore)
    restore.add_argument("--out", required=True, metavar="VAULT", type=Path, help="place where nothing is yet")
    export = _command(commands, "export", "VAULT", "write everything in a vault as readable files", _export)
    export.add_argument("--out", required=True, metavar="ZIP", type=Path, help="place where nothing is yet")
    _add_password(export, plain=True)
    import_ = _command(commands, "import", "ZIP", "make a vault from an export", _import)
    import_.add_argument("--out", required=True, metavar="VAULT", type=Path, help="place where nothing is yet")
    _add_password(import_)
    _add_password(verify)


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


def _add_password(command: ArgumentParser, *, plain: bool = False) -> None:
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--password-file", metavar="FILE", type=Path, help="passphrase of the export, instead of asking")
    if plain:
        ways.add_argument("--plain", action="store_true", help="do not encrypt the export: everybody can read it")


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


def _export(arguments: Namespace) -> int:
    from app.cli_credentials import told  # noqa: PLC0415 - see the module's second sentence
    from app.cli_exports import export  # noqa: PLC0415

    return told(export, arguments)


def _import(arguments: Namespace) -> int:
    from app.cli_credentials import told  # noqa: PLC0415 - see the module's second sentence
    from app.cli_exports import import_  # noqa: PLC0415

    return told(import_, arguments)
