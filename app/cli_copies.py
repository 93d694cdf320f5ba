"""`nachweis backup` and `nachweis restore`: a vault into another form and back, without a window.

Each says in one sentence where what it made lies.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from app.cli_credentials import credential
from app.cli_input import terminal_language
from app.core.text import Sayable, Text
from database import backup_file, restoring
from database.author import Author
from database.backup import write_backup
from database.folder import key_from
from database.vault import header_of, open_as_it_is


def backup(arguments: Namespace) -> int:
    """Make a backup of a vault as it is, whatever its schema; it may be open in the program meanwhile."""
    header = header_of(arguments.place)
    key = key_from(arguments.place, header, credential(arguments))
    with open_as_it_is(arguments.place, header, key, Author(), read_only=True) as vault:
        made = write_backup(vault, arguments.out)
    return done(Text("The backup is made: {place}", place=str(made.path)))


def restore(arguments: Namespace) -> int:
    """Make a vault from a backup."""
    backup_file.read_backup(arguments.place)  # what is no backup is said before the passphrase is asked for
    restoring.restore(arguments.place, credential(arguments), arguments.out)
    return done(Text("The vault is restored: {place}", place=str(arguments.out)))


def done(sentence: Sayable) -> int:
    """Say on standard output what has been done."""
    sys.stdout.write(f"{terminal_language().say(sentence)}\n")
    return 0
