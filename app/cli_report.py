"""`nachweis report board`: facts in, a PDF out, without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from app.cli_input import BadInput, checked, file_place, read_json, report_problem
from app.core.language import Code
from app.law.facts import Facts
from app.law.reading import read_facts
from app.law.scope import assess
from app.reports.board.facts import BoardPaperFacts
from app.reports.board_paper import compose
from app.reports.typeset.render import render
from app.system.languages import language
from app.system.shipped import resource
from database.files import replace_file

WRONG_INPUT = 2


def write_board_paper(name: str, code: Code, out: Path, *, today: date) -> int:
    """Write the board paper for one object of facts; 2 and one sentence where input or path is wrong."""
    try:
        value = read_json(name)
        facts = checked(name, None, lambda: read_facts(value, today))
        _write(out, render(compose(_paper(facts, demo=_is_demo(name))), language(code)))
    except BadInput as problem:
        report_problem(problem.sentence)
        return WRONG_INPUT
    return 0


def _paper(facts: Facts, *, demo: bool) -> BoardPaperFacts:
    """Return the snapshot; its time stamp is the day of the facts, so that the same facts give the same bytes."""
    created = datetime.combine(facts.as_of, time(), UTC)
    return BoardPaperFacts(facts=facts, assessment=assess(facts), created=created, demo=demo)


def _is_demo(name: str) -> bool:
    """Tell whether these are the facts of the demo company, so that its paper says so."""
    return name != "-" and Path(name).resolve() == resource("samples", "demo.json")


def _write(out: Path, paper: bytes) -> None:
    """Put the whole file in place or none of it."""
    with file_place(out):
        replace_file(out, paper)
