"""Section 1: the class, the inequality that decides it, and the question that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from app.core.text import Citation, Joined, Sayable, Text
from app.law.basis import legal_basis
from app.law.entity_types import by_key
from app.law.headline import base_class, deciding_lines, deciding_words, headline, inequality_words
from app.law.outcome import Assessment, Class, Question
from app.law.size import LARGE, MEDIUM, Ceiling
from app.law.wording import class_in_sentence, fact_name, figure, missing_name, sentence
from app.reports.board.facts import BoardPaperFacts, OpenPoint
from app.reports.document import (
    Block,
    BulletList,
    Cell,
    Column,
    Kind,
    Paragraph,
    Part,
    Plain,
    Result,
    Section,
    Strong,
    Table,
)

_MOST_MISSING = 4
_MOST_QUESTIONS = 2


def result(paper: BoardPaperFacts) -> Section:
    """Compose the section that answers the question."""
    blocks: list[Block] = [
        Result(headline(paper.assessment), _citation(paper)),
        Paragraph(tuple(_why(paper))),
        *_figures(paper),
        *_open_questions(paper),
        *_missing(paper),
    ]
    return Section("1", Text("Result"), tuple(blocks))


def row_name(annex: int, no: str) -> Sayable:
    """Name a row of an Annex with its place: `Managed Services Provider (Anlage 1 Nr. 6.1.10)`."""
    return Text("{name} ({place})", name=by_key(annex, no).short, place=Citation(f"Anlage {annex} Nr. {no}"))


def _citation(paper: BoardPaperFacts) -> Sayable:
    code = base_class(paper.assessment)
    if code is None:
        return Citation("§ 28 BSIG")
    provision, row = legal_basis(paper.facts, code)
    return Text("{provision} with {row}", provision=provision, row=row_name(*row)) if row else provision


def _why(paper: BoardPaperFacts) -> Iterator[Part]:
    words = deciding_words(paper.assessment)
    if words is not None:
        yield Strong(Text("{inequality}.", inequality=words))
        yield Plain(_why_by_size(paper.assessment))
    if paper.assessment.code is None:
        yield Strong(Text("Not decided to the end."))
        yield Plain(Text("An unknown fact still decides. What is certain is said here, the rest below."))
    elif words is None:
        for step in paper.assessment.steps:
            if step.text in _SETTLING or step.text.startswith("activity_"):
                yield Plain(sentence(step, row_name))
    if any(step.text == "annex_2_never_bwe" for step in paper.assessment.steps):
        yield Plain(Text("As a company of Annex 2 it stays an important entity above 250 employees, too."))


_SETTLING = frozenset(
    "exit_s28_8 exit_municipality exit_federal kritis_operator qualified_trust tld dns telecom trust registrar "
    "no_activity class_special".split()
)


def _why_by_size(assessment: Assessment) -> Text:
    first = deciding_lines(assessment)[0]
    if first.outcome == "not_reached":
        return Text("Neither the number of employees nor both amounts together reach the threshold.")
    if first.fact != "headcount_awu":
        return Text("Both amounts together are enough, even with fewer employees.")
    used, ceiling = assessment.size_used, LARGE if first.threshold in LARGE else MEDIUM
    both = all(
        value is not None and value > limit
        for value, limit in (
            (used.turnover_eur, ceiling.turnover_eur),
            (used.balance_sheet_eur, ceiling.balance_sheet_eur),
        )
    )
    if both:
        return Text("This one inequality decides: the employees are enough, or both amounts together. Here both hold.")
    return Text("This one inequality decides: the employees are enough, whatever turnover and balance sheet are.")


def _figures(paper: BoardPaperFacts) -> Iterator[Block]:
    if paper.facts.activities and any(line.threshold for line in paper.assessment.deciding):
        large = any(line.threshold in LARGE for line in paper.assessment.deciding)
        yield Table(
            columns=_figure_columns(large=large),
            rows=tuple(_figure_row(paper.assessment, i, large=large) for i in range(3)),
            summary=Text("The three figures of the company against the thresholds of the act"),
            full_width=False,
        )


def _figure_columns(*, large: bool) -> tuple[Column, ...]:
    first = (Column(Text("Measure"), 1.25), Column(Text("Your figure"), 0.95, Kind.AMOUNT))
    if large:
        return (
            *first,
            Column(Text("for “important”"), 1.2, Kind.AMOUNT),
            Column(Text("for “particularly important”"), 1.2, Kind.AMOUNT),
        )
    return (*first, Column(Text("Threshold"), 1.0, Kind.AMOUNT), Column(Text("Result"), 1.2))


_FACTS = ("headcount_awu", "turnover_eur", "balance_sheet_eur")


def _figure_row(assessment: Assessment, i: int, *, large: bool) -> tuple[Cell, ...]:
    fact = _FACTS[i]
    value: Decimal | None = getattr(assessment.size_used, fact)
    own: Sayable = Text("unknown") if value is None else figure(fact, value)
    name = fact_name(fact)
    if large:
        return name, own, _threshold(MEDIUM, i, value), _threshold(LARGE, i, value)
    return name, own, _limit(MEDIUM, i), _reached(MEDIUM, i, value)


def _limit(ceiling: Ceiling, i: int) -> Sayable:
    sign = "≥" if i == 0 else ">"
    return Text("{sign} {threshold}", sign=sign, threshold=figure(_FACTS[i], ceiling[i]))


def _threshold(ceiling: Ceiling, i: int, value: Decimal | None) -> Sayable:
    limit = _limit(ceiling, i)
    if value is None:
        return Text("{limit}: open", limit=limit)
    passed = value >= ceiling[0] if i == 0 else value > ceiling[i]
    return Text("{limit}: yes", limit=limit) if passed else Text("{limit}: no", limit=limit)


def _reached(ceiling: Ceiling, i: int, value: Decimal | None) -> Sayable:
    if value is None:
        return Text("open")
    if i == 0:
        return Text("reached") if value >= ceiling[0] else Text("not reached")
    return Text("exceeded") if value > ceiling[i] else Text("not exceeded")


def _open_questions(paper: BoardPaperFacts) -> Iterator[Block]:
    """Ask the first open question in full and the others in one line each; the annex has them all."""
    for number, alternative in enumerate(paper.assessment.alternatives[:_MOST_QUESTIONS]):
        asked = Plain(_QUESTIONS[alternative.question](paper))
        other = Strong(Text("{outcome}.", outcome=class_in_sentence(alternative.code)))
        if number:
            yield Paragraph((Strong(Text("Also open:")), asked, Plain(Text("On the other reading:")), other))
            continue
        yield Paragraph(
            (
                Strong(Text("One question is open.")),
                asked,
                Plain(Text("On the cautious reading the company is:")),
                Strong(Text("{outcome}.", outcome=_cautious(paper.assessment))),
                Plain(Text("On the other reading:")),
                other,
                Plain(Text("No authoritative answer is known. This paper plans with the cautious, stricter reading.")),
            )
        )


def _cautious(assessment: Assessment) -> Sayable:
    words = Joined(tuple(class_in_sentence(code) for code in assessment.possible), "or")
    large = [line for line in assessment.deciding if line.threshold in LARGE and line.outcome == "reached"]
    if assessment.code is Class.BWE and large:
        return Text("{outcome} ({inequality})", outcome=words, inequality=inequality_words(large[0]))
    return words


def _rows_of(paper: BoardPaperFacts, *, doubtful: bool) -> Joined:
    chosen = [a for a in paper.facts.activities if (a.doubtful if doubtful else a.negligible is not False)]
    return Joined(tuple(row_name(activity.annex, activity.no) for activity in chosen))


_QUESTIONS: dict[Question, Callable[[BoardPaperFacts], Text]] = {
    Question.TYPE_DOUBTFUL: lambda paper: Text(
        "Does what the company does count as {rows}?", rows=_rows_of(paper, doubtful=True)
    ),
    Question.NEGLIGIBLE: lambda paper: Text(
        "Is this activity negligible within the whole business (section 28(3) BSIG): {rows}?",
        rows=_rows_of(paper, doubtful=False),
    ),
    Question.NEW_GROUP_MEMBER: lambda _: Text(
        "Do the figures of the new group company count at once, or only after two annual accounts?"
    ),
    Question.TRUST_LARGE: lambda _: Text(
        "Does the size raise the class of a trust service provider that is not qualified?"
    ),
}


def _missing(paper: BoardPaperFacts) -> Iterator[Block]:
    """Name what is to be found out: for an open class first what tells most, then what else was left open."""
    if paper.assessment.code is not None:
        return
    facts = tuple(missing_name(path) for path in paper.assessment.missing)
    first = (*facts, *map(_open_point, paper.open_points))[:_MOST_MISSING]
    if first:
        yield Paragraph((Strong(Text("To be found out:")), Plain(first[0])))
    if len(first) > 1:
        yield BulletList(first[1:])


def _open_point(point: OpenPoint) -> Sayable:
    if point.owner and point.due:
        return Text("{what} ({owner}, by {day})", what=point.text, owner=point.owner, day=point.due)
    if point.owner:
        return Text("{what} ({owner})", what=point.text, owner=point.owner)
    return Text("{what} (by {day})", what=point.text, day=point.due) if point.due else point.text
