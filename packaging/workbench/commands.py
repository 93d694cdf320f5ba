"""The commands of `dev.py`, and the sentence each of them says when the machine is not up to it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from workbench import checks, environment, freezing, machine
from workbench.places import PYTHON, ROOT, SAMPLE
from workbench.trouble import Trouble

PAPER = "nachweis-board-paper.pdf"


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal of Windows lacks some characters
    parser = _parser()
    known = parser.parse_args(_apart(arguments))
    rest = known.rest[1:] if known.rest[:1] == ["--"] else known.rest
    try:
        return int(known.deed(rest))
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def command_names() -> set[str]:
    """Return what may follow `dev.py`."""
    return set(_COMMANDS)


def _apart(arguments: Sequence[str]) -> Sequence[str]:
    """Keep the options of `stress` for itself: argparse would look for them among those of `dev.py`."""
    return ["stress", "--", *arguments[1:]] if arguments[:1] == ["stress"] else arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Run, test and build Nachweis from its source.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (deed, what) in _COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what, add_help=name != "run")
        command.add_argument("rest", nargs=argparse.REMAINDER, metavar="…")
        command.set_defaults(deed=deed)
    return parser


def _setup(_rest: list[str]) -> int:
    _prepare("develop")
    print(f"Ready. The program: {PYTHON.with_name('nachweis')}")
    return 0


def _run(rest: list[str]) -> int:
    _prepare("run")
    if rest:
        return _python("-m", "app", *rest)
    if not machine.has_display(os.environ):
        return _write_paper()
    missing = machine.missing_libraries(machine.plugin(os.environ))
    if missing:
        raise Trouble(machine.remedy(missing))
    return _python("-m", "app")


def _write_paper() -> int:
    out = Path.cwd() / PAPER
    print("This machine has no display, so no window can be opened. Writing the demo company's board paper instead …")
    language = machine.report_language(os.environ)
    code = _python("-m", "app", "report", "board", "--facts", SAMPLE, "--language", language, "--out", out)
    if code == 0:
        print(f"Written: {out}")
    return code


def _test(rest: list[str]) -> int:
    _prepare("develop")
    return checks.pytest_only(rest) if rest else checks.everything()


def _check(_rest: list[str]) -> int:
    _prepare("develop")
    return checks.static()


def _bench(rest: list[str]) -> int:
    _prepare("develop")
    return _python("-m", "tests.benchmarks", *rest)


def _stress(rest: list[str]) -> int:
    _prepare("develop")
    return _python("-m", "tests.database.faults", *rest)


def _freeze(_rest: list[str]) -> int:
    _prepare("develop")
    return freezing.freeze()


def _messages(_rest: list[str]) -> int:
    _prepare("develop")
    return _catalogues("update")


def _prepare(kind: str) -> None:
    environment.prepare(kind)
    if _catalogues("compile"):
        raise Trouble("The translations could not be compiled.")


def _catalogues(deed: str) -> int:
    return _python("-m", "workbench.catalogues", deed, PYTHONPATH=str(ROOT / "packaging"))


def _python(*arguments: str | Path, **variables: str) -> int:
    command = [str(PYTHON), *map(str, arguments)]
    here = Path.cwd() if "app" in arguments else ROOT
    sys.stdout.flush()
    return subprocess.run(command, cwd=here, env={**os.environ, **variables}, check=False).returncode


_COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "setup": (_setup, "make .venv with everything a developer needs, and the command `nachweis` in it"),
    "run": (_run, "open the program; without a display, write the demo company's board paper"),
    "test": (_test, "everything that must hold before a change is done; `test -- ARGUMENTS` runs pytest with them"),
    "check": (_check, "the part of `test` that runs no program: style, types, imports, translations"),
    "bench": (_bench, "measure speed and memory against the agreed limits"),
    "stress": (_stress, "kill programs and cut the power while a vault is written, and see that nothing is lost"),
    "freeze": (_freeze, "build the program as a folder that needs no Python, and try it"),
    "messages": (_messages, "bring the message catalogues up to date with the code"),
}
