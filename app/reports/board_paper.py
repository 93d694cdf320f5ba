"""The board paper: two pages that a managing director signs, and the annex that proves them.

`compose` is a pure function from a snapshot to a document; nothing is typeset and no language is chosen here.
"""

from __future__ import annotations

from app.core.text import Sayable, Text
from app.law.fine_rows import fine_rows
from app.law.law_version import law_version
from app.law.obligations import duties
from app.reports.board.annex import annex
from app.reports.board.decisions import decisions, section
from app.reports.board.exposure import exposure
from app.reports.board.facts import BoardPaperFacts
from app.reports.board.meaning import meaning
from app.reports.board.result import result
from app.reports.document import Document

__all__ = ["BoardPaperFacts", "compose"]


def compose(paper: BoardPaperFacts) -> Document:
    """Compose the board paper of one company on the day of its facts."""
    bound = duties(paper.facts, paper.assessment, paper.facts.as_of)
    requested = decisions(paper, bound)
    fines = fine_rows(paper.facts, paper.assessment, bound)
    title = Text("NIS2: classification, duties and liability")
    kicker = Text("Paper for the management")
    return Document(
        title=title,
        kicker=kicker,
        under_title=(_company_line(paper), _dates_line(paper)),
        subject=Text("Scope, duties, exposure and decisions under the BSIG for {company}", company=paper.company),
        author="Nachweis",
        footer=(paper.company, kicker, paper.facts.as_of),
        head_note=Text("Demo data") if paper.demo else "",
        created=paper.created,
        sections=(
            result(paper),
            meaning(paper, bound),
            exposure(paper, fines),
            section(paper, requested),
        ),
        annexes=(annex(paper, bound, requested, fines),),
        head=paper.head,
    )


def _company_line(paper: BoardPaperFacts) -> Sayable:
    return Text("{company}, demo data", company=paper.company) if paper.demo else paper.company


def _dates_line(paper: BoardPaperFacts) -> Sayable:
    numbers: dict[str, Sayable] = {"day": paper.facts.as_of, "law": law_version().short}
    years = [period.fy for period in paper.facts.periods]
    if paper.facts.new_enterprise:
        return Text("Facts: as of {day}, figures estimated in good faith. Law: {law}.", **numbers)
    if len(years) > 1:
        return Text(
            "Facts: as of {day}, annual accounts {first} to {last}. Law: {law}.",
            first=str(years[-1]),
            last=str(years[0]),
            **numbers,
        )
    if years:
        return Text("Facts: as of {day}, annual accounts {year}. Law: {law}.", year=str(years[0]), **numbers)
    return Text("Facts: as of {day}, last approved annual accounts. Law: {law}.", **numbers)
