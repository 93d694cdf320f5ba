"""What the right-hand pane says after each answer: the class so far, why, what follows, what could still change it.

Everything is worked out from the answers and the day; nothing here is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.text import Joined, Sayable, Text
from app.law.entity_types import by_key
from app.law.facts import Facts
from app.law.headline import deciding_lines, headline
from app.law.outcome import Assessment, Class, Inequality, left_open
from app.law.reading import read_facts
from app.law.scope import assess
from app.law.size import LARGE
from app.law.wording import class_in_sentence, comparison
from app.wizard import flow
from app.wizard.answers import Answers
from app.wizard.changes import Change, changes, open_questions
from app.wizard.consequences import Consequences, consequences
from app.wizard.conversion import converted
from app.wizard.row_names import row_of
from app.wizard.still_possible import still_possible
from app.wizard.values import UNKNOWN

_DECIDES_ALL = ("rows", "public_body", "seat", "eu_country")
"""Questions without which no class can be named, not even a provisional one."""
_LARGE = frozenset(LARGE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A deciding inequality as it is set large, and the line below it."""

    figure: Text
    caption: Text


@dataclass(frozen=True, slots=True)
class Live:
    """The live result. `possible` is exact, over all open answers; `headcount` is for the number line."""

    facts: Facts
    assessment: Assessment
    possible: tuple[Class, ...]
    headline: Text
    line: Sayable
    provisional: bool
    inequalities: tuple[Shown, ...]
    headcount: Decimal | None
    open_questions: tuple[Text, ...]
    consequences: Consequences | None
    changes: tuple[Change, ...]


def live(answers: Answers, today: date) -> Live:
    """Return what is to be shown for these answers on this day."""
    known = flow.counted(answers)
    company = read_facts(converted(known), today)
    found = assess(company)
    possible = still_possible(answers)
    last = _is_last_word(answers, known)
    named = left_open(found, possible) if last else found
    told = (headline(named), _rows(known), True) if last else _told(answers, known, found, possible)
    return Live(
        facts=company,
        assessment=named,
        possible=possible,
        headline=told[0],
        line=told[1],
        provisional=not flow.is_complete(answers) or len(possible) > 1,
        inequalities=tuple(Shown(comparison(line), _caption(line)) for line in _lines(found)),
        headcount=found.size_used.headcount_awu,
        open_questions=open_questions(company, found),
        consequences=consequences(company, named, today) if told[2] else None,
        changes=changes(answers, company, found),
    )


def _told(
    answers: Answers, known: Answers, found: Assessment, possible: tuple[Class, ...]
) -> tuple[Text, Sayable, bool]:
    """Return the headline while questions are to come, the line below it, and whether they already name a class."""
    asked = [question.id for question in flow.questions(answers)]
    if "rows" in asked and known.get("rows") is None:
        return Text("No result yet"), Text("It shows as soon as we know what you offer."), False
    if len(possible) > 1 and any(known.get(question) is UNKNOWN for question in _DECIDES_ALL):
        names = tuple(class_in_sentence(code) for code in possible)
        return Text("Still open: {classes}", classes=Joined(names, "or")), "", False
    if "headcount" in asked and known.get("headcount") is None and Class.NONE in found.possible:
        line = Text("The size comes next. The highest class that any of your activities gives applies.")
        return Text("In scope if you are large enough"), line, False
    return headline(found), _rows(known), True


def _is_last_word(answers: Answers, known: Answers) -> bool:
    """Tell whether the class is named as on the result page: no question that could decide it is still to come."""
    ids = [question.id for question in flow.questions(answers)]
    to_come = [place for place, question in enumerate(ids) if question not in known.values]
    return not to_come or (known.get("kritis") is UNKNOWN and to_come[0] > ids.index("kritis"))


def _rows(known: Answers) -> Sayable:
    """Return the chosen activities with their place in the law."""
    rows = [by_key(*row_of(word)) for word in known.several("rows")]
    return Joined(tuple(Text("{row} ({place})", row=row.short, place=row.citation) for row in rows), "")


def _lines(found: Assessment) -> tuple[Inequality, ...]:
    """Return the inequalities to show: for a certain highest class those of the large ceiling, where it decided."""
    lines = deciding_lines(found)
    large = tuple(line for line in found.deciding if line.threshold in _LARGE)
    return large if found.certain is Class.BWE and large else lines


def _caption(line: Inequality) -> Text:
    """Return what the inequality means, in one line."""
    large = line.threshold in _LARGE
    if line.fact == "headcount_awu" and line.outcome == "reached":
        return (
            Text("Employees. From 250 on, the higher class applies.")
            if large
            else Text("Employees. From 50 on, the law applies.")
        )
    if line.fact == "headcount_awu":
        return Text("Employees. Below 250.") if large else Text("Employees. Below 50.")
    return Text("Turnover") if line.fact == "turnover_eur" else Text("Balance sheet total")
