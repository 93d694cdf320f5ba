"""What the code imports is declared: a package that only happens to be installed is missing on the next machine."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.sources import ROOT, files, named, tree

OURS = {"app", "database", "tests", "workbench"}

BROUGHT = {"shiboken6": {"pyside6-essentials"}}
"""Part of a declared package, under a name of its own."""

ONLY_FOR_TYPES = {"_typeshed"}

BY_FOLDER = {"app": "run", "database": "run", "packaging": "develop", "tests": "develop", "dev.py": "run"}


def test_every_imported_package_is_declared() -> None:
    undeclared = [
        f"{named(file)}: {name}"
        for file in files()
        for name in imported(file)
        if not distributions(name) & declared()[BY_FOLDER[named(file).partition("/")[0]]]
    ]
    assert undeclared == []


def test_every_declared_package_of_the_program_is_imported_or_read() -> None:
    used = {
        d
        for file in files()
        if named(file).startswith(("app", "database"))
        for n in imported(file)
        for d in distributions(n)
    }
    assert declared()["run"] - used <= {"tzdata"}


def imported(file: Path) -> Iterator[str]:
    """Yield the top-level names that a file imports from elsewhere."""
    for node in ast.walk(tree(file)):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), level=0):
                found = [module]
            case _:
                continue
        for name in {part.partition(".")[0] for part in found}:
            if name not in sys.stdlib_module_names and name not in OURS | ONLY_FOR_TYPES:
                yield name


def distributions(name: str) -> set[str]:
    """Return the packages that bring an importable name."""
    return BROUGHT.get(name) or {found.lower().replace("_", "-") for found in installed().get(name, [])}


@cache
def installed() -> dict[str, list[str]]:
    """Return which package brings which name, of what is installed."""
    return {name: list(found) for name, found in packages_distributions().items()}


@cache
def declared() -> dict[str, set[str]]:
    """Return the packages that `pyproject.toml` names, for running and for developing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = project["project"]["dependencies"]
    develop = [entry for entry in project["dependency-groups"]["develop"] if isinstance(entry, str)]
    names = {
        kind: {re.split(r"[<>=!~ ]", r)[0].lower() for r in found} for kind, found in (("run", run), ("more", develop))
    }
    return {"run": names["run"], "develop": names["run"] | names["more"]}
