"""`nachweis export` and `nachweis import`: everything as readable files, and an equal vault made of them again.

An archive has a passphrase of its own, which is asked for beside that of the vault.
"""

from __future__ import annotations

from argparse import Namespace

from app.cli_copies import done
from app.cli_credentials import credential, export_opening, export_password
from app.cli_input import BadInput
from app.core.text import Text
from app.registers.schema import SCHEMA
from database import exporting, importing
from database.export_file import is_encrypted, open_export
from database.vault import header_of, unlock


def export(arguments: Namespace) -> int:
    """Write everything in a vault into an archive; the export is noted in the history where that can be written."""
    header_of(arguments.place)  # what is no vault is said before the passphrase is asked for
    with_what = credential(arguments)
    password = None if arguments.plain else export_password(arguments)
    with unlock(arguments.place, with_what, SCHEMA) as vault:
        made = exporting.export(vault, arguments.out, password)
    place = str(made.path)
    if made.encrypted:
        return done(Text("The export is made: {place}", place=place))
    return done(Text("The export is made. It is not encrypted, so everybody can read it: {place}", place=place))


def import_(arguments: Namespace) -> int:
    """Make a vault from an export."""
    password = export_password(arguments) if is_encrypted(arguments.place) else None
    with export_opening(), open_export(arguments.place, password):
        pass  # a wrong password is said before the passphrase is asked for
    passphrase = credential(arguments)
    if not isinstance(passphrase, str) or not passphrase:
        raise BadInput(Text("A new vault needs a passphrase of its own."))
    importing.import_export(arguments.place, password, arguments.out, passphrase, SCHEMA).close()
    return done(Text("The vault is made: {place}", place=str(arguments.out)))
