"""The project's own Python files, as text and as syntax trees."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("app", "database", "packaging", "tests")


@cache
def files() -> tuple[Path, ...]:
    """Return every Python file of the project."""
    return (ROOT / "dev.py", *sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")))


@cache
def tree(file: Path) -> ast.Module:
    """Return the syntax tree of one file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def named(file: Path) -> str:
    """Return a file's path from the project's root, as it is written in a report."""
    return file.relative_to(ROOT).as_posix()
