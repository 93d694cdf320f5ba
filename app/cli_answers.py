"""`nachweis assess`, `exposure` and `deadlines`: JSON in, JSON out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial

from app.cli_input import BadInput, cases, checked, read_json, report_problem
from app.law.json_form import assessment_json, dumps, fine_json

WRONG_INPUT = 2


def answer(question: str, name: str, *, today: date) -> int:
    """Answer every case of a file on standard output; 2 and one sentence where the input is wrong."""
    try:
        given, several = cases(name, read_json(name))
        ask = _ASKED[question]
        results = [(case.id, checked(name, case.id, partial(ask, case.facts, today))) for case in given]
    except BadInput as problem:
        report_problem(problem.sentence)
        return WRONG_INPUT
    output = {"results": [{"id": name, "result": result} for name, result in results]} if several else results[0][1]
    sys.stdout.buffer.write(dumps(output).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0


def _assess(facts: object, today: date) -> object:
    from app.law.reading import read_facts  # noqa: PLC0415 - each question imports only its own part of the law
    from app.law.scope import assess  # noqa: PLC0415

    return assessment_json(assess(read_facts(facts, today)))


def _exposure(facts: object, _today: date) -> object:
    from app.law.exposure import fine  # noqa: PLC0415
    from app.law.exposure_facts import read_fine_case  # noqa: PLC0415

    return fine_json(fine(read_fine_case(facts)))


def _deadlines(facts: object, _today: date) -> object:
    from app.law.deadline_facts import answer_deadline  # noqa: PLC0415

    return answer_deadline(facts)


_ASKED: dict[str, Callable[[object, date], object]] = {
    "assess": _assess,
    "exposure": _exposure,
    "deadlines": _deadlines,
}
