"""No module escapes the purity contract by being new: whoever adds one learns here where it has to be named."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.sources import ROOT, files, named
from workbench.purity import contract, is_pure


def test_every_module_of_a_pure_place_is_named_in_the_contract() -> None:
    pure = [named(file) for file in files() if must_be_pure(file.relative_to(ROOT))]
    assert [name for name in pure if not is_pure(name, contract())] == []


def test_no_module_with_a_window_is_named_in_the_contract() -> None:
    with_window = [file for file in files() if "PySide6" in file.read_text(encoding="utf-8")]
    assert [named(file) for file in with_window if is_pure(named(file), contract())] == []


def must_be_pure(file: Path) -> bool:
    """Tell whether the folders say that a file is pure."""
    match file.parts:
        case ("app", "core" | "law", *_):
            return True
        case ("app", "wizard", name, *_):
            return not name.startswith(("page", "__init__"))
        case ("app", "registers", _, "record.py" | "columns.py"):
            return True
        case ("app", "reports", name, *_):
            return name not in {"__init__.py", "typeset"}
    return False
