"""The form of the code: short files, short functions, names that say something, packages that import nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import files, named, tree

LONGEST_FILE = 250
LONGEST_FUNCTION = 25

EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "common"}
"""Say nothing wherever they stand in a name."""

EMPTY_NAMES = EMPTY_WORDS | {"data", "info", "process"}
"""Say nothing when they are the whole name; `data_age` is a word of the trade."""

DRAWS = {f"{named(file)}: data" for file in files() if "st.data()" in file.read_text(encoding="utf-8")}
"""Hypothesis calls its own argument so."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_file_is_longer_than_a_reader_can_keep_in_mind() -> None:
    lengths = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {f"{named(f)}:{function.name}": lines(function) for f in files() for function in functions(f)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    packages = [file for file in files() if file.name == "__init__.py"]
    assert [named(file) for file in packages if ast.get_docstring(tree(file)) is None or len(tree(file).body) > 1] == []


def test_every_module_says_why_it_exists() -> None:
    assert [named(file) for file in files() if not ast.get_docstring(tree(file))] == []


def test_names_say_something() -> None:
    empty = [f"{named(file)}: {name}" for file in files() for name in names(file) if is_empty(name)]
    assert [found for found in empty if found not in DRAWS] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    searched = [file for file in files() if file != Path(__file__)]
    assert [named(file) for file in searched if later.search(file.read_text(encoding="utf-8"))] == []


def lines(function: Function) -> int:
    """Return how many lines a function has without its docstring."""
    end = function.end_lineno or function.lineno
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return end - function.lineno + 1 - docstring


def functions(file: Path) -> Iterator[Function]:
    """Yield every function and method of a file."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, Function))


def names(file: Path) -> Iterator[str]:
    """Yield every name that a file gives: its own, and those of classes, functions, arguments and variables.

    The name of a test is a sentence and may use any word.
    """
    yield file.stem
    for node in ast.walk(tree(file)):
        match node:
            case ast.ClassDef(name=name) | ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if node not in overridden(file) and not name.startswith("test_"):
                    yield name
            case ast.Attribute(attr=name, ctx=ast.Store(), value=ast.Name(id="self")):
                yield name


def overridden(file: Path) -> set[ast.AST]:
    """Return the methods of Qt's models, whose names Qt has chosen: `data`."""
    models = [
        n for n in ast.walk(tree(file)) if isinstance(n, ast.ClassDef) and "Model" in "".join(map(ast.dump, n.bases))
    ]
    return {method for model in models for method in model.body}


def is_empty(name: str) -> bool:
    """Tell whether a name says nothing."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().strip("_").split("_")
    return "_".join(words) in EMPTY_NAMES or bool(EMPTY_WORDS.intersection(words))
