"""The annex: the reasoning step by step, every duty, what is legally open, related law, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.text import Citation, Joined, Text
from app.law.facts import Facts, Special
from app.law.fine_rows import FineRow
from app.law.law_version import is_checked, law_version
from app.law.liability import rule
from app.law.obligations import Duty
from app.law.open_questions import OpenQuestion, questions_for
from app.law.related_law import NoteOn, notes_on
from app.law.wording import sentence
from app.reports.board.decisions import MOST, Decision, decision_table, numbered_rows
from app.reports.board.exposure import MOST_ROWS, fine_table, front_paragraphs
from app.reports.board.facts import BoardPaperFacts
from app.reports.board.figures import figures
from app.reports.board.meaning import source
from app.reports.board.result import row_name
from app.reports.document import (
    Annex,
    Block,
    BulletList,
    Cell,
    Column,
    Kind,
    Muted,
    Paragraph,
    Plain,
    Reasoning,
    Section,
    SmallPrint,
    Step,
    Strong,
    Subheading,
    Table,
)

_ABOUT_OTHERS = frozenset({"enwg", "tkg"})
"""Notes for energy and telecom companies, which a maker of machines need not read."""

_MACHINE_BUILDERS = {"5.2.1", "5.3.1", "5.4.1", "5.5.1", "5.6.1"}


def annex(
    paper: BoardPaperFacts, duties: Sequence[Duty], decisions: Sequence[Decision], fines: Sequence[FineRow]
) -> Annex:
    """Compose the annex; its letters run without a gap whatever is left out."""
    found = [
        (Text("Facts and reasoning"), tuple(_reasoning(paper))),
        (Text("Duties in full"), tuple(_duties(duties, decisions))),
        (Text("Fine frames in full"), tuple(_fines(paper, fines))),
        (Text("Liability in full"), tuple(_liability(paper, duties))),
        (Text("Open legal questions"), tuple(_questions(questions_for(paper.facts, paper.assessment)))),
        (Text("Related law"), tuple(_related(paper.facts))),
        (Text("Sources and version of the law"), tuple(_sources(paper.facts))),
    ]
    kept = [(heading, blocks) for heading, blocks in found if blocks]
    sections = (Section(letter, heading, blocks) for letter, (heading, blocks) in zip("ABCDEFG", kept, strict=False))
    return Annex(Text("Annex"), tuple(sections))


def _reasoning(paper: BoardPaperFacts) -> Iterator[Block]:
    yield Paragraph(Text("The result follows from these steps. The facts are as of {day}.", day=paper.facts.as_of))
    steps = (Step("", sentence(step, row_name), Citation(step.citation)) for step in paper.assessment.steps)
    yield Reasoning(tuple(steps))
    yield from figures(paper)
    yield from _recorded_reasons(paper)


def _recorded_reasons(paper: BoardPaperFacts) -> Iterator[Block]:
    claimed = [activity for activity in paper.facts.activities if activity.negligible]
    if claimed:
        rows = Joined(tuple(row_name(activity.annex, activity.no) for activity in claimed))
        yield Paragraph(
            (
                Strong(Text("Left out as negligible:")),
                Plain(Text("{rows}. The act names no figure for this; the claim should be checked.", rows=rows)),
                *(Plain(reason) for reason in paper.reasons),
            )
        )


def _duties(duties: Sequence[Duty], decisions: Sequence[Decision]) -> Iterator[Block]:
    if duties:
        yield Paragraph(Text("All duties that bind the company or may bind it, with what is to be done."))
        yield Table(
            columns=(
                Column(Text("Duty"), 1.2),
                Column(Text("What is to be done"), 2.7),
                Column(Text("due"), 0.95),
                Column(Text("Source"), 0.95, Kind.CITATION),
            ),
            rows=tuple(_duty(duty) for duty in duties),
            summary=Text("Every duty with its action, its date and its source"),
            full_width=True,
        )
    if len(decisions) > MOST:
        yield Subheading(Text("Further resolutions"))
        yield decision_table(numbered_rows(decisions))


def _duty(duty: Duty) -> tuple[Cell, ...]:
    name = (Strong(duty.short),) if duty.certain else (Strong(duty.short), Muted(Text("(on the cautious reading)")))
    return name, duty.action, _due(duty), source(duty.citation)


def _due(duty: Duty) -> Cell:
    if duty.not_before is not None:
        return Text("not before {day}", day=duty.not_before)
    if duty.first_due is None:
        return duty.trigger or Text("continuously")
    if duty.overdue_since or duty.next_due:
        return duty.first_due
    return Text("since {day}", day=duty.first_due)


def _fines(paper: BoardPaperFacts, fines: Sequence[FineRow]) -> Iterator[Block]:
    if len(fines) > MOST_ROWS:
        yield Paragraph(Text("The frames for every breach of a duty listed above."))
        yield fine_table(paper, fines)


def _liability(paper: BoardPaperFacts, duties: Sequence[Duty]) -> Iterator[Block]:
    if not duties or "38" in paper.assessment.not_applicable:
        return
    own = rule(paper.facts.legal_form)
    more = own.paragraphs[len(front_paragraphs(own)) :]
    yield Paragraph(more[0] if more else own.paragraphs[0])
    yield from (Paragraph(paragraph) for paragraph in more[1:])
    if not any("Verjährung" in paragraph.de for paragraph in more):
        yield Paragraph((Strong(Text("Limitation:")), Plain(own.limitation)))
        yield Paragraph((Strong(Text("Burden of proof:")), Plain(own.burden)))
    yield Paragraph((Strong(Text("Waiver and settlement:")), Plain(own.waiver)))
    if own.uncertainty is not None:
        yield Paragraph((Strong(Text("Uncertain:")), Plain(own.uncertainty)))
    yield SmallPrint(own.basis)


def _questions(questions: Sequence[OpenQuestion]) -> Iterator[Block]:
    if not questions:
        return
    yield Paragraph(Text("The law leaves these points open. Each says what decides it."))
    for question in questions:
        yield Subheading(question.question)
        yield Paragraph(question.why)
        yield Paragraph((Strong(Text("What decides it:")), Plain(question.decides)))
        yield BulletList(
            tuple(
                (Strong(Text("{reading}:", reading=one.reading)), Plain(one.consequence)) for one in question.readings
            )
        )
        yield SmallPrint(question.citation)


def _related(facts: Facts) -> Iterator[Block]:
    builds = any(activity.annex == 2 and activity.no in _MACHINE_BUILDERS for activity in facts.activities)  # noqa: PLR2004 - Anlage 2
    if not builds or Special.S28_8 in facts.special:
        return
    yield Paragraph(Text("For makers of machines, electronics and vehicles these rules stand beside the BSIG."))
    yield Table(
        columns=(Column(Text("Rule"), 1.0), Column(Text("What it asks"), 2.6), Column(Text("Dates"), 1.4)),
        rows=tuple(_note(note) for note in notes_on(facts.as_of) if note.law.id not in _ABOUT_OTHERS),
        summary=Text("Related law with its dates"),
        full_width=True,
    )


def _note(note: NoteOn) -> tuple[Cell, ...]:
    since = tuple(Plain(Text("since {day}: {what}.", day=one.from_day, what=one.what)) for one in note.since)
    ahead = tuple(Plain(Text("from {day}: {what}.", day=one.from_day, what=one.what)) for one in note.ahead)
    return (Strong(note.law.name),), note.law.plain, (*since, *ahead) or (Muted(Text("no date set")),)


def _sources(facts: Facts) -> Iterator[Block]:
    version = law_version()
    yield Paragraph(
        Text("{name}: {act}. Version used: {short}.", name=version.name, act=version.act, short=version.short)
    )
    yield BulletList(version.sources)
    if not is_checked(facts.as_of):
        yield Paragraph(version.not_checked)
    yield SmallPrint(
        Text("This paper was made by a program from the stated facts. It is not legal advice and names its sources.")
    )
