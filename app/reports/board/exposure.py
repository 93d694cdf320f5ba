"""Section 3: the fine frames with their arithmetic, personal liability, and what is not threatened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.core.text import Bilingual, Citation, Money, Percent, Sayable, Text
from app.law.exposure import TURNOVER_CONDITION
from app.law.fine_rows import FineRow
from app.law.fine_wording import arithmetic
from app.law.fines_catalogue import not_threatened
from app.law.headline import base_class, group_turnover, other_class
from app.law.liability import LiabilityRule, rule
from app.law.outcome import Class
from app.reports.board.facts import BoardPaperFacts
from app.reports.board.meaning import source
from app.reports.document import (
    Block,
    BulletList,
    Cell,
    Column,
    Kind,
    Paragraph,
    Section,
    SmallPrint,
    Subheading,
    Table,
)

MOST_ROWS = 4
"""As many breaches as fit on the second page; the annex has them all."""

_ROOM_FOR_LIABILITY = 430
"""Characters of liability law that leave room for the decisions and the signatures."""

_FIRST = ("measures", "documentation", "report", "registration")


def exposure(paper: BoardPaperFacts, rows: Sequence[FineRow]) -> Section:
    """Compose the section on what a breach can cost."""
    heading = Text("Liability and fines")
    if not rows:
        return Section("3", heading, tuple(_nothing(paper)))
    blocks: list[Block] = [
        Paragraph(_opening(paper)),
        fine_table(paper, _first(rows)),
        SmallPrint(
            Text(
                "Several acts are fined separately ({separately}), one act only once ({once}). Whether and how much is "
                "for the BSI to decide ({discretion}). Do not add the amounts up.",
                separately=Citation("§ 20 OWiG"),
                once=Citation("§ 19 OWiG"),
                discretion=Citation("§ 47 OWiG"),
            )
        ),
        *_liability(paper),
        *_not_threatened(paper),
    ]
    return Section("3", heading, tuple(blocks))


def _opening(paper: BoardPaperFacts) -> Text:
    turnover, assumed = group_turnover(paper.facts)
    condition = Money(TURNOVER_CONDITION, short=True)
    rule_words = _percentage_rule(paper, condition)
    if turnover is None:
        return Text("{rule} That turnover is not known yet.", rule=rule_words)
    numbers: dict[str, Sayable] = {
        "rule": rule_words,
        "turnover": Money(turnover.amount, short=True),
        "condition": condition,
    }
    if turnover.amount > TURNOVER_CONDITION:
        return Text("{rule} Here: {turnover} > {condition}, so it applies.", **numbers)
    if assumed:
        return Text(
            "{rule} Assumed from your own and linked figures: {turnover} ≤ {condition}, a fixed frame.", **numbers
        )
    return Text("{rule} Here: {turnover} ≤ {condition}, so the fixed frame applies.", **numbers)


def _percentage_rule(paper: BoardPaperFacts, condition: Money) -> Text:
    return Text(
        "The fine frame is the highest amount in law ({source}), no forecast. The percentage rule ({percent}) applies "
        "only above {condition} worldwide turnover of the group.",
        source=Citation("§ 65 BSIG"),
        percent=Percent(0.02 if base_class(paper.assessment) is Class.BWE else 0.014),
        condition=condition,
    )


def _first(rows: Sequence[FineRow]) -> tuple[FineRow, ...]:
    """Return the breaches a director should know first."""
    ordered = sorted(rows, key=lambda row: row.offence.id not in _FIRST)
    return tuple(ordered[:MOST_ROWS])


def fine_table(paper: BoardPaperFacts, rows: Sequence[FineRow]) -> Table:
    """Return the breaches with their frames, the other class's frame beside them while the class is open."""
    other = other_class(paper.assessment)
    columns = [
        Column(Text("Breach"), 1.4),
        Column(Text("Source"), 1.35, Kind.CITATION),
        Column(Text("with intent"), 0.95, Kind.AMOUNT),
        Column(Text("by negligence"), 0.95, Kind.AMOUNT),
        Column(Text("Arithmetic"), 1.6),
    ]
    if other is not None:
        header = Text("if particularly important") if other is Class.BWE else Text("if important")
        columns.append(Column(header, 1.0, Kind.AMOUNT))
    return Table(
        columns=tuple(columns),
        rows=tuple(_row(row, with_other=other is not None) for row in rows),
        summary=Text("The highest fine for each kind of breach, with its source and arithmetic"),
    )


def _row(row: FineRow, *, with_other: bool) -> tuple[Cell, ...]:
    cells: tuple[Cell, ...] = (
        row.offence.short,
        Text("{offence}, {duty}", offence=source(row.offence.citation), duty=source(row.offence.duty)),
        amount(row.intent.amount_eur),
        amount(row.negligence.amount_eur),
        _arithmetic(row),
    )
    return (*cells, amount(row.other)) if with_other else cells


def _arithmetic(row: FineRow) -> Sayable:
    if row.intent.tier == 1:
        return arithmetic(row.intent)
    return arithmetic(row.negligence)


def amount(value: Decimal | None) -> Sayable:
    """Return an amount in full, or say that it depends on an unknown turnover."""
    return Text("open") if value is None else Money(value)


def _liability(paper: BoardPaperFacts) -> Iterator[Block]:
    if "38" in paper.assessment.not_applicable:
        return
    own = rule(paper.facts.legal_form)
    yield Subheading(own.heading)
    yield from (Paragraph(paragraph) for paragraph in front_paragraphs(own))


def front_paragraphs(own: LiabilityRule) -> tuple[Bilingual, ...]:
    """Return the paragraphs on liability that the second page has room for; the annex brings the rest."""
    kept: list[Bilingual] = []
    room = _ROOM_FOR_LIABILITY
    for paragraph in own.paragraphs:
        room -= max(len(paragraph.de), len(paragraph.en))
        if kept and room < 0:
            break
        kept.append(paragraph)
    return tuple(kept)


def _not_threatened(paper: BoardPaperFacts) -> Iterator[Block]:
    lines = tuple(one.short for one in not_threatened(base_class(paper.assessment)) if one.board)
    if lines:
        yield Subheading(Text("What is not threatened"))
        yield BulletList(lines)


def _nothing(paper: BoardPaperFacts) -> Iterator[Block]:
    yield Paragraph(Text("Without a duty under the BSIG there is no fine under section 65 BSIG."))
    if paper.assessment.code is Class.NONE:
        yield Paragraph(
            Text(
                "The management's general duty of care for the company's IT under company law remains, "
                "whatever this act says."
            )
        )
