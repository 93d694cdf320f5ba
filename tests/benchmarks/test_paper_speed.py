"""A tagged paper may cost at most three times what plain ReportLab needs for the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from app.reports.document import Document, Paragraph, Section
from app.reports.typeset.render import render
from tests.benchmarks.paper_plain import plain
from tests.reports.typeset.kitchen_sink import figures, kitchen_sink, language, long_table, signatures, words

TIMES = 3
ROUNDS = 5


def board_like() -> Document:
    """Return a paper of about four pages."""
    rows = Section("2", "Duties", (Paragraph("All duties."), replace(long_table(), rows=long_table().rows[:40])))
    return replace(kitchen_sink(), sections=(words(), rows, figures(), signatures()), annexes=())


def best(make: Callable[[], bytes]) -> float:
    """Return the fastest of several rounds; the first one reads the fonts and does not count."""
    make()
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        make()
        times.append(perf_counter() - start)
    return min(times)


def test_a_tagged_paper_is_not_much_slower_than_a_plain_one() -> None:
    paper, german = board_like(), language("de")
    assert best(lambda: render(paper, german)) <= TIMES * best(lambda: plain(paper, german))
