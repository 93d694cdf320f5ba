"""Where the figures come from: every year and every enterprise with what it adds, and the sum that was compared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.core.text import Money, Percent, Sayable, Text
from app.law.facts import Figures
from app.law.outcome import RelatedLine, SizeUsed
from app.reports.board.facts import BoardPaperFacts
from app.reports.document import Block, Cell, Column, Kind, Paragraph, Strong, Table


def figures(paper: BoardPaperFacts) -> Iterator[Block]:
    """Yield the table of figures; none where no figure was given."""
    used = paper.assessment.size_used
    rows = [*_own(paper), *(_related(number, line) for number, line in enumerate(used.related, start=1))]
    if used.related:
        rows.append(_total(used))
    if any(cell != _UNKNOWN for row in rows for cell in row[2:]):
        yield Paragraph(Text("The figures behind it:"))
        yield Table(
            columns=(
                Column(Text("Enterprise and year"), 2.0),
                Column(Text("counts"), 0.8),
                Column(Text("Employees"), 0.9, Kind.AMOUNT),
                Column(Text("Turnover"), 1.2, Kind.AMOUNT),
                Column(Text("Balance sheet total"), 1.2, Kind.AMOUNT),
            ),
            rows=tuple(rows),
            summary=Text("The figures of the company and of related enterprises, and their sum"),
        )


_UNKNOWN = Text("unknown")


def _own(paper: BoardPaperFacts) -> Iterator[tuple[Cell, ...]]:
    if not paper.facts.periods:
        yield Text("Own figures"), Text("in full"), *_amounts(paper.facts.own)
    for period in paper.facts.periods:
        yield Text("Own figures {year}", year=str(period.fy)), Text("in full"), *_amounts(period.figures)


def _related(number: int, line: RelatedLine) -> tuple[Cell, ...]:
    name = line.via or Text("Related enterprise {number}", number=number)
    counts: Sayable = _UNKNOWN
    if line.factor is not None:
        counts = Percent(line.factor) if line.factor else Text("not")
    return name, counts, *_amounts(line)


def _total(used: SizeUsed) -> tuple[Cell, ...]:
    return (Strong(Text("Compared with the thresholds")),), "", *(Strong(words) for words in _amounts(used))


def _amounts(given: Figures | RelatedLine | SizeUsed) -> tuple[Sayable, Sayable, Sayable]:
    return (
        _UNKNOWN if given.headcount_awu is None else Decimal(given.headcount_awu),
        _UNKNOWN if given.turnover_eur is None else Money(given.turnover_eur),
        _UNKNOWN if given.balance_sheet_eur is None else Money(given.balance_sheet_eur),
    )
