"""The program opens no connection, and the code shows it: nothing in it could."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import files, named, tree

NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "PySide6.QtNetwork",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
}


def test_no_module_of_the_program_can_reach_a_network() -> None:
    reaching = [
        f"{named(file)}: {name}"
        for file in files()
        if named(file).startswith(("app/", "database/"))
        for name in imported(file)
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    ]
    assert reaching == []


def imported(file: Path) -> Iterator[str]:
    """Yield the full names of everything that a file imports."""
    for node in ast.walk(tree(file)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
