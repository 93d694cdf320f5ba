"""What must hold before a change is done, in the order in which it is quick to find out."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from workbench import machine, purity
from workbench.places import PYTHON, ROOT
from workbench.trouble import Trouble

_STATIC: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("formatting", ("-m", "ruff", "format", "--check", "--quiet")),
    ("style", ("-m", "ruff", "check", "--quiet", "--output-format", "concise")),
    ("types", ("-m", "mypy", "--no-error-summary")),
    ("imports", ("-c", "import sys; from importlinter.cli import lint_imports_command as c; c(['--no-logo'])")),
    (
        "form and translations",
        ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/architecture", "tests/translations"),
    ),
)

_TOOLS = (
    ("The tests read papers with programs", machine.PAPER_TOOLS),
    *([("The tests keep a key with programs", machine.KEYRING_TOOLS)] if machine.LINUX else []),
    *([("The tests watch what is written with programs", machine.WATCHING_TOOLS)] if machine.LINUX else []),
)

_SPEECH = {"PYTHONUTF8": "1"}
"""Tools speak UTF-8, also where the system does not."""

_COVERED = ("--cov", "--cov-report=")
_IN_PARALLEL = ("-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")
"""By file, in two workers; one that crashes ends the run, which would otherwise wait for it for ever."""


def static() -> int:
    """Check everything that can be checked without running the program."""
    failed = [name for name, arguments in _STATIC if not _holds(name, arguments)]
    if failed:
        print(f"Not in order: {', '.join(failed)}")
    return 1 if failed else 0


def everything() -> int:
    """Check, test, walk the journeys and look at the coverage; every part runs, whatever failed before it."""
    _look_at_the_machine()
    results = {
        "checks": static(),
        "coverage erased": _run("-m", "coverage", "erase"),
        "tests": _pytest("-m", "not journey", *_IN_PARALLEL, *_COVERED),
        "journeys": _journeys(),
        "coverage": _run("-m", "coverage", "report"),
        "coverage of the pure modules": purity.check(),
    }
    failed = [name for name, code in results.items() if code]
    print(f"FAILED: {', '.join(failed)}" if failed else "Everything holds.")
    return 1 if failed else 0


def _look_at_the_machine() -> None:
    libraries = machine.missing_libraries("offscreen")
    if libraries:
        raise Trouble(machine.remedy(libraries))
    for purpose, wanted in _TOOLS:
        if tools := machine.missing_tools(wanted):
            line = machine.apt_install(sorted(set(tools.values())))
            raise Trouble(f"{purpose} that are missing: {', '.join(tools)}.\nOn Debian and Ubuntu: {line}")


def pytest_only(arguments: Sequence[str]) -> int:
    """Run pytest with somebody's own arguments, without coverage."""
    return _pytest(*arguments)


def _journeys() -> int:
    """Run the journeys on a virtual screen. Where there can be none, say so; on a build machine, fail."""
    if not machine.LINUX:
        print("The journeys were NOT run: they need Xvfb, which only Linux has.")
        return 0
    needed = machine.missing_tools(machine.SCREEN_TOOLS).values()
    libraries = machine.missing_libraries("xcb")
    if not needed and not libraries:
        return _run("-m", "pytest", "-m", "journey", "tests/journeys", *_COVERED, "--cov-append")
    if needed:
        print(f"The journeys were NOT run. They need a virtual screen: {machine.apt_install(needed)}")
    if libraries:
        print(f"The journeys were NOT run. {machine.remedy(libraries)}")
    return 1 if os.environ.get("CI") else 0


def _pytest(*arguments: str) -> int:
    return _run("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def _run(*arguments: str, **variables: str) -> int:
    sys.stdout.flush()
    return subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, env={**os.environ, **_SPEECH, **variables}, check=False
    ).returncode


def _holds(name: str, arguments: Sequence[str]) -> bool:
    began = time.monotonic()
    command = [str(PYTHON), *arguments]
    spoken = {**os.environ, **_SPEECH}
    done = subprocess.run(command, cwd=ROOT, env=spoken, capture_output=True, encoding="utf-8", check=False)
    print(f"{'ok ' if done.returncode == 0 else 'NOT'} {name} ({time.monotonic() - began:.0f} s)", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0
