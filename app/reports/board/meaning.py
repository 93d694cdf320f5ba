"""Section 2: what follows from the class, which duties bind, and what is overdue or next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.core.text import Citation, Plural, Text
from app.law.obligations import Duty, most_important
from app.law.outcome import Class
from app.reports.board.facts import BoardPaperFacts
from app.reports.document import (
    Block,
    Breach,
    BulletList,
    Cell,
    Column,
    Kind,
    Line,
    Paragraph,
    Plain,
    Section,
    Strong,
    Subheading,
    Table,
    TickBoxes,
)

_MOST_DATES = 3


def meaning(paper: BoardPaperFacts, duties: Sequence[Duty]) -> Section:
    """Compose the section on duties and dates, or on when to look again where there are none."""
    if not duties:
        return Section("2", Text("What it means"), tuple(_no_duties(paper)))
    listed = most_important(duties)
    blocks: list[Block] = [Paragraph(tuple(_counts(paper, duties, listed))), _duty_table(listed)]
    most = _MOST_DATES - (len(paper.assessment.alternatives) > 1)
    dates = tuple(_dates(duties, paper.facts.as_of))[:most]
    if dates:
        blocks += [Subheading(Text("Overdue and next")), _date_table(dates)]
    return Section("2", Text("What it means"), tuple(blocks))


def _counts(paper: BoardPaperFacts, duties: Sequence[Duty], listed: Sequence[Duty]) -> Iterator[Plain | Strong]:
    binding = sum(duty.certain for duty in duties)
    if binding:
        yield Strong(Plural("{n} duty binds the company.", "{n} duties bind the company.", n=binding))
    if binding < len(duties):
        yield Plain(_uncertain(paper, len(duties) - binding, alone=not binding))
    yield Plain(Text("Tick what has been decided, done and proven; a policy alone is no proof."))
    if len(listed) < len(duties):
        yield Plain(Text("These are the {n} most important; Annex B has them all.", n=len(listed)))


def _uncertain(paper: BoardPaperFacts, more: int, *, alone: bool) -> Plural:
    if alone:
        return Plural("{n} duty may bind the company.", "{n} duties may bind the company.", n=more)
    if paper.assessment.code is None:
        return Plural("{n} more depends on what is unknown.", "{n} more depend on what is unknown.", n=more)
    return Plural("{n} more follows on the cautious reading.", "{n} more follow on the cautious reading.", n=more)


def _duty_table(listed: Sequence[Duty]) -> Table:
    return Table(
        columns=(
            Column(Text("Duty"), 2.35),
            Column(Text("Source"), 1.5, Kind.CITATION),
            Column(Text("decided"), 1.0),
            Column(Text("done"), 1.0),
            Column(Text("proven"), 1.0),
        ),
        rows=tuple(_duty_row(duty) for duty in listed),
        summary=Text("The most important duties, with boxes for decided, done and proven"),
    )


def _duty_row(duty: Duty) -> tuple[Cell, ...]:
    return (
        duty.short,
        source(duty.citation),
        _tick(Text("{duty}: decided?", duty=duty.short)),
        _tick(Text("{duty}: done?", duty=duty.short)),
        _tick(Text("{duty}: proven?", duty=duty.short)),
    )


def _tick(question: Text) -> TickBoxes:
    return TickBoxes((Text("yes"), Text("no")), question)


def source(citation: Citation) -> Citation:
    """Return a source without the name of the act, for columns that speak of the BSIG anyway."""
    return Citation(citation.de.removesuffix(" BSIG"))


def _dates(duties: Sequence[Duty], on: date) -> Iterator[tuple[Cell, Line, Citation]]:
    for duty in sorted((d for d in duties if d.overdue_since), key=lambda d: (d.first_due or on, d.rank)):
        yield duty.first_due or on, _late(duty), source(duty.citation)
    for duty in sorted((d for d in duties if _is_ahead(d, on)), key=lambda d: d.next_due or on):
        yield duty.next_due or on, duty.action, source(duty.citation)
    for duty in duties:
        if duty.kind == "reporting" and duty.trigger is not None:
            yield duty.trigger, duty.action, source(duty.citation)
            return


def _is_ahead(duty: Duty, on: date) -> bool:
    """Tell whether a duty has a day still to come; what binds from today on has none but the registration's last."""
    return duty.next_due is not None and (duty.next_due > on or duty.kind == "registration")


def _late(duty: Duty) -> Line:
    name = Strong(Text("{duty}:", duty=duty.short))
    if not duty.certain:
        words = Plural(
            "on the cautious reading overdue for {n} day.",
            "on the cautious reading overdue for {n} days.",
            n=duty.days_overdue,
        )
        return name, Plain(words)
    late = Plural("overdue for {n} day.", "overdue for {n} days.", n=duty.days_overdue)
    return name, Breach(late), Plain(Text("Do it today if it is still open."))


def _date_table(dates: Sequence[tuple[Cell, Line, Citation]]) -> Table:
    return Table(
        columns=(
            Column(Text("Date"), 0.95),
            Column(Text("What"), 3.2),
            Column(Text("Source"), 1.05, Kind.CITATION),
        ),
        rows=tuple(dates),
        summary=Text("What is overdue and what comes next"),
        full_width=False,
        row_header=1,
    )


def _no_duties(paper: BoardPaperFacts) -> Iterator[Block]:
    if paper.assessment.code is Class.SPECIAL:
        yield Paragraph(Text("No duty of this act binds the company here. The rules named above apply instead."))
    else:
        yield Paragraph(
            Text(
                "No duty under the BSIG follows. The authority tells nobody that they are not in scope; "
                "this paper is your record of it."
            )
        )
    yield Paragraph(
        Text("Customers in scope may still ask for security by contract, because they must secure their supply chain.")
    )
    yield Subheading(Text("When to look again"))
    yield BulletList(
        (
            Text("after each annual accounts: a threshold counts once it is passed in two years in a row"),
            Text("before buying or selling an enterprise, or when a shareholder reaches 25 %"),
            Text("before offering something new for payment, above all IT, data or energy services"),
            Text("when the law changes; this paper uses the version named above"),
        )
    )
