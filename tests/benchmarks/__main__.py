"""`python3 dev.py bench`: speed and memory as ratios to the bare library, measured in one run, as one table."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from app.law.entity_types import all_types
from app.law.reading import read_facts
from app.law.scope import assess
from app.law.search import search
from app.reports.board_paper import compose
from app.reports.typeset.render import render
from app.system.languages import language
from tests.benchmarks.measure import ROUNDS, Line, fastest
from tests.benchmarks.paper_plain import plain
from tests.benchmarks.vaults import vault_lines
from tests.reports.board_companies import paper

CASES = Path(__file__).parents[1] / "law" / "cases" / "scope.json"


def main() -> int:
    """Measure everything and print the table; the exit code does not judge."""
    lines = [first_window(), idle_memory(), one_assessment(), one_search(), board_paper(), *vault_lines()]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    sys.stdout.write("\n".join([machine, *(line.row() for line in lines)]) + "\n")
    return 0


def first_window() -> Line:
    """Compare whole processes, started in turn: until the first window is painted."""
    took: dict[str, list[float]] = {"bare": [], "first": []}
    for _ in range(ROUNDS):
        for name, times in took.items():
            begun = time.perf_counter()
            _window(name)
            times.append(time.perf_counter() - begun)
    ratio = statistics.median(took["first"]) / statistics.median(took["bare"])
    bare = statistics.median(took["bare"])
    return Line("first window, whole process", f"bare PySide6 window ({bare:.2f} s)", ratio, 1.6)


def idle_memory() -> Line:
    """Compare resident memory some seconds after the window is there."""
    bare, wizard = int(_window("bare-idle")), int(_window("wizard-idle"))
    return Line("idle wizard, vault open, memory", f"bare PySide6 window ({bare / 1e6:.0f} MB)", wizard / bare, 2.5)


def one_assessment() -> Line:
    """Assess every known case and take the mean."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    facts = [read_facts(case["facts"], date(2026, 11, 22)) for case in cases]
    quickest = fastest(lambda: [assess(one) for one in facts])
    return Line("assessing one company", "no library does this (absolute)", quickest / len(facts) * 1000, 0.2, "ms")


def one_search() -> Line:
    """Search the entity types for beginnings and whole words of their synonyms and take the mean."""
    queries = [word[:cut] for one in all_types()[::5] for word in one.synonyms_de[:3] for cut in (3, 6, 99)]

    def all_of_them() -> None:
        search.cache_clear()
        for query in queries:
            search(query, "de")

    mean = fastest(all_of_them) / len(queries) * 1000
    return Line("searching the entity types", "no library does this (absolute)", mean, 5, "ms")


def board_paper() -> Line:
    """Compare the tagged paper with ReportLab drawing the same words plainly, fonts loaded."""
    document, speak = compose(paper()), language("de")
    render(document, speak)
    plain(document, speak)
    ours, theirs = fastest(lambda: render(document, speak)), fastest(lambda: plain(document, speak))
    return Line("board paper", f"plain ReportLab, same text ({theirs:.2f} s)", ours / theirs, 3)


def _window(name: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
        shown = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.benchmarks.windows", name]
        ran = subprocess.run(  # noqa: S603 - our own interpreter
            command, env={**os.environ, **places, **shown}, capture_output=True, check=True
        )
    return ran.stdout.decode()


if __name__ == "__main__":
    sys.exit(main())
