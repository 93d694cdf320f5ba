"""Which modules are pure, and whether tests cover every line and branch of them.

The list is the purity contract in `pyproject.toml`. What may not know the window, the file or the paper has no
excuse for a line that no test has seen.
"""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.places import PYTHON, ROOT


def contract() -> list[str]:
    """Return the pure modules and packages as the contract names them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(list(c["source_modules"]) for c in contracts if c.get("id") == "pure")


def is_pure(file: str, patterns: Iterable[str]) -> bool:
    """Tell whether a file, named from the project's root, belongs to a pure module or package."""
    path = PurePosixPath(file.replace("\\", "/")).with_suffix("")
    parents = [".".join(path.parts[:length]) for length in range(1, len(path.parts) + 1)]
    return any(fnmatchcase(name, pattern) for name in parents for pattern in patterns)


def gaps(coverage: Mapping[str, Any], patterns: Iterable[str]) -> list[str]:
    """Return one line for every pure file that coverage.py's report does not show as fully covered."""
    wanted = list(patterns)
    found = []
    for file, seen in sorted(coverage["files"].items()):
        lines = seen["missing_lines"]
        branches = [f"{start}→{end}" for start, end in seen.get("missing_branches", [])]
        if is_pure(file, wanted) and (lines or branches):
            found.append(f"{file}: lines {lines}, branches {branches}")
    return found


def check() -> int:
    """Report the pure modules that are not covered in full."""
    report = Path(".coverage-report.json")
    command = [str(PYTHON), "-m", "coverage", "json", "--quiet", "--fail-under=0", "-o", str(report)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        return 1
    coverage = json.loads((ROOT / report).read_text(encoding="utf-8"))
    (ROOT / report).unlink()
    missing = gaps(coverage, contract())
    if missing:
        print("Pure modules must be covered in full:", *missing, sep="\n  ")
    return 1 if missing else 0
