"""Section 4: what the management is asked to decide, ready to be ticked and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.text import Sayable, Text
from app.law.obligations import Duty
from app.law.outcome import Class, Question
from app.law.wording import missing_name
from app.reports.board.facts import BoardPaperFacts
from app.reports.document import Block, Cell, Column, KeepTogether, Paragraph, Section, Signatures, Table, TickBoxes

_MOST_OPEN = 2
MOST = 4
"""As many decisions as fit on the second page; the least urgent move to the annex."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One resolution: the full sentence, who is proposed to see to it, and by when."""

    sentence: Sayable
    responsible: Sayable
    until: date


def decisions(paper: BoardPaperFacts, duties: Sequence[Duty]) -> tuple[Decision, ...]:
    """Return the resolutions proposed for this company, the most urgent first."""
    return tuple(_decisions(paper, {duty.id: duty for duty in duties}))


def section(paper: BoardPaperFacts, found: Sequence[Decision]) -> Section:
    """Compose the section with the boxes and the lines to sign."""
    rows = tuple(_row(number, decision) for number, decision in enumerate(found[:MOST], start=1))
    blocks: list[Block] = [
        Paragraph(_opening(paper, more=len(found) > MOST)),
        decision_table(rows),
        KeepTogether((Signatures((_LINES, _LINES)),)),
    ]
    return Section("4", Text("Decisions requested"), tuple(blocks))


_LINES = (Text("Place, date"), Text("Management: name and signature"))


def decision_table(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    """Return the table of resolutions with boxes to tick by hand."""
    return Table(
        columns=(
            Column(Text("No."), 0.22),
            Column(Text("Resolution"), 3.35),
            Column(Text("responsible"), 1.12),
            Column(Text("by"), 0.72),
            Column(Text("Decision"), 0.95),
        ),
        rows=rows,
        summary=Text("Resolutions with the proposed responsible person, the date and boxes for yes and no"),
        row_header=1,
    )


def _row(number: int, decision: Decision) -> tuple[Cell, ...]:
    question = Text("Resolution {number}: accept?", number=number)
    boxes = TickBoxes((Text("yes"), Text("no")), question)
    return str(number), decision.sentence, decision.responsible, decision.until, boxes


def numbered_rows(found: Sequence[Decision]) -> tuple[tuple[Cell, ...], ...]:
    """Return the resolutions beyond the second page as rows for the annex."""
    return tuple(_row(number, decision) for number, decision in enumerate(found, start=1) if number > MOST)


def _opening(paper: BoardPaperFacts, *, more: bool) -> Sayable:
    if paper.assessment.code is Class.NONE:
        return Text("The management is asked to decide the following, so that the result can be proven later.")
    if more:
        return Text(
            "The management implements the measures and oversees them (section 38(1) BSIG). "
            "Responsible persons and dates are proposals; less urgent resolutions stand in Annex B."
        )
    return Text("The management is asked to decide the following:")


_MANAGEMENT = Text("Management")
_IT_LEAD = Text("Head of IT")


def _decisions(paper: BoardPaperFacts, duties: dict[str, Duty]) -> Iterator[Decision]:
    day = paper.facts.as_of
    yield from _unknown(paper)
    yield from _registration(duties.get("registration"), day)
    yield from _open_question(paper)
    if any(duty.measure for duty in duties.values()):
        yield from _measures(day)
    if "management_training" in duties:
        training = Text("Every member of the management attends training on IT security risks.")
        yield Decision(training, _MANAGEMENT, _in(day, 120))
    if not duties:
        yield from _without_duties(day)


def _unknown(paper: BoardPaperFacts) -> Iterator[Decision]:
    """Yield one resolution for the fact that tells most, or for what was left open and who sees to it."""
    day, missing = paper.facts.as_of, paper.assessment.missing
    for point in paper.open_points[:_MOST_OPEN]:
        sentence = Text("What is unknown is found out: {what}", what=point.text)
        yield Decision(sentence, point.owner or _MANAGEMENT, point.due or _in(day, 7))
    if paper.assessment.code is None and missing and not paper.open_points:
        fact = missing_name(missing[0])
        yield Decision(Text("What is unknown is found out: {what}", what=fact), _MANAGEMENT, _in(day, 7))


def _registration(registration: Duty | None, day: date) -> Iterator[Decision]:
    if registration is None or registration.first_due is None:
        return
    if registration.overdue_since:
        late = Text("The company registers with the BSI, if it has not done so, and records the reason for the delay.")
        yield Decision(late, _IT_LEAD, _in(day, 7))
    else:
        yield Decision(Text("The company registers with the BSI in time."), _IT_LEAD, registration.first_due)


def _without_duties(day: date) -> Iterator[Decision]:
    noted = Text("The management takes note of the result and files this paper.")
    again = Text("The result is checked again after each annual accounts and before any purchase.")
    yield Decision(noted, _MANAGEMENT, _in(day, 7))
    yield Decision(again, _MANAGEMENT, _in(day, 365))


def _open_question(paper: BoardPaperFacts) -> Iterator[Decision]:
    questions = {alternative.question for alternative in paper.assessment.alternatives}
    if questions:
        sentence = (
            Text("The open classification is settled with legal advice; the answer is filed with this paper.")
            if questions & {Question.TYPE_DOUBTFUL, Question.NEGLIGIBLE}
            else Text("The open legal question is settled with legal advice; the answer is filed with this paper.")
        )
        yield Decision(sentence, _MANAGEMENT, _in(paper.facts.as_of, 28))


def _measures(day: date) -> Iterator[Decision]:
    yield Decision(
        Text("Every admin, remote and service-provider access gets multi-factor authentication."),
        _IT_LEAD,
        _in(day, 70),
    )
    yield Decision(
        Text("Recovery of the most important systems is tested, with a signed protocol."), _IT_LEAD, _in(day, 28)
    )
    yield Decision(
        Text("The management receives a report on duties, evidence and dates once a quarter."), _IT_LEAD, _in(day, 90)
    )


def _in(day: date, days: int) -> date:
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)
