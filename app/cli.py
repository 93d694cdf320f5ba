"""The command line: answers as JSON, the board paper as a file, and the door to the window.

Everything except the window runs without Qt. Wrong input is one sentence on standard error and exit code 2; an
exception of another kind is a bug and is left to be seen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app import cli_vault
from app.system import memory_dumps

WRONG_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without a command, open the window."""
    memory_dumps.forbid()
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.run
    return command(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nachweis", description="NIS2 (BSIG): scope, duties, exposure, board paper.")
    parser.add_argument("--version", action="version", version=f"nachweis {program_version()}")
    parser.set_defaults(run=_open_window, demo=False)
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, text in (
        ("assess", "decide scope and class from a file of facts"),
        ("exposure", "compute the fine frame from a file of facts"),
        ("deadlines", "compute deadlines from a file of facts"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text.capitalize()}; prints JSON.")
        command.add_argument("file", metavar="FILE", help="JSON file, or - for standard input")
        command.set_defaults(run=_answer, question=name)
    _add_report(commands.add_parser("report", help="write a report as PDF"))
    cli_vault.add_commands(commands)
    demo = commands.add_parser("demo", help="open the demo company")
    demo.set_defaults(run=_open_window, demo=True)
    return parser


def _add_report(parser: argparse.ArgumentParser) -> None:
    reports = parser.add_subparsers(metavar="REPORT", required=True)
    board = reports.add_parser("board", help="the board paper")
    board.add_argument("--facts", required=True, metavar="FILE", help="JSON file with one object of facts, or -")
    board.add_argument("--language", required=True, choices=["de", "en"])
    board.add_argument("--out", required=True, metavar="PDF", type=Path)
    board.set_defaults(run=_report_board)


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("nachweis")
    except PackageNotFoundError:
        return "0"


def _open_window(arguments: argparse.Namespace) -> int:
    from app.bootstrap import open_window  # noqa: PLC0415 - Qt is imported only for the window

    return open_window(demo=arguments.demo)


def _answer(arguments: argparse.Namespace) -> int:
    from app.cli_answers import answer  # noqa: PLC0415 - `--version` needs none of the law

    return answer(arguments.question, arguments.file, today=_now().date())


def _report_board(arguments: argparse.Namespace) -> int:
    from app.cli_report import write_board_paper  # noqa: PLC0415 - ReportLab is imported only for a report

    return write_board_paper(arguments.facts, arguments.language, arguments.out, today=_now().date())


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


if __name__ == "__main__":
    sys.exit(main())
