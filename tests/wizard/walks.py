"""Random walks through the questionnaire: any valid answer to any question, as hypothesis draws it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from app.law.facts import Figures
from app.law.regimes import ENTITY_TYPES
from app.wizard.answers import Answers, answer
from app.wizard.flow import next_question
from app.wizard.question import Choice, Day, Numbers, Question, RelatedTable, Rows, Several, Words, YesNo
from app.wizard.shapes import row_key
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Related, Value

TODAY = date(2026, 11, 22)
MOST_QUESTIONS = 80

ROWS = sorted(row_key(annex, no) for annex, no in ENTITY_TYPES)
TELLING_ROWS = (
    "2/5.4.1",
    "1/4.1.1",
    "1/5.1.1",
    "2/2.1.1",
    "1/6.1.7",
    "1/6.1.9",
    "1/6.1.4",
    "1/6.1.10",
    "1/1.1.4",
    "1/3.1.1",
)
TELLING = [Decimal(n) for n in (0, 49, 50, 249, 250, 300)]
TELLING_EUROS = [Decimal(n) for n in (0, 10_000_000, 10_000_001, 43_000_001, 50_000_001, 600_000_000)]

people = st.one_of(st.sampled_from(TELLING), st.decimals(0, 1000, places=1))
euros = st.one_of(st.sampled_from(TELLING_EUROS), st.decimals(0, 10**9, places=2))
shares = st.one_of(st.sampled_from([Decimal("0.249"), Decimal("0.25"), Decimal(1)]), st.decimals(0, 1, places=3))
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(str.strip)
figures = st.builds(Figures, st.none() | people, st.none() | euros, st.none() | euros)
related = st.builds(
    Related,
    name=words,
    control=st.none() | st.booleans(),
    share=st.none() | shares,
    exempt_investor=st.booleans(),
    figures=figures,
    new_since_accounts=st.booleans(),
    via=st.text(st.characters(codec="utf-8"), max_size=10),
)


@st.composite
def amounts(draw: st.DrawFn, form: Numbers) -> Amounts:
    """Draw figures for the fields of a question, at least one of them known."""
    quantity = {item.key: people if item.quantity == "people" else euros for item in form.items}
    drawn = tuple((item.key, draw(st.none() | quantity[item.key])) for item in form.items)
    first = form.items[0].key
    return Amounts(
        drawn if any(figure is not None for _, figure in drawn) else ((first, draw(quantity[first])), *drawn[1:])
    )


def valid(question: Question) -> st.SearchStrategy[Value]:
    """Return every valid answer to a question, but "I don't know"."""
    match question.form:
        case YesNo():
            return st.booleans()
        case Choice(options):
            return st.sampled_from([option.value for option in options])
        case Several(options):
            several = st.sampled_from([option.value for option in options])
            return st.lists(several, unique=True, max_size=2).map(tuple)
        case Rows():
            return st.lists(st.sampled_from(TELLING_ROWS) | st.sampled_from(ROWS), unique=True, max_size=3).map(tuple)
        case Numbers() as form:
            return amounts(form)
        case RelatedTable():
            return st.lists(related, min_size=1, max_size=3).map(lambda rows: Enterprises(tuple(rows)))
        case Day():
            return st.dates(date(2025, 12, 7), date(2027, 12, 31))
        case Words():
            return words


def any_answer(question: Question) -> st.SearchStrategy[Value]:
    """Return every valid answer, "I don't know" among them."""
    return st.one_of(valid(question), valid(question), valid(question), st.just(UNKNOWN))


@st.composite
def walks(draw: st.DrawFn, *, unknown: bool = True, stop: bool = False) -> tuple[Answers, ...]:
    """Draw a walk from the first question to the end: the answers after each step."""
    steps = [Answers(TODAY)]
    for _ in range(MOST_QUESTIONS):
        question = next_question(steps[-1])
        if question is None or (stop and draw(st.integers(0, 9)) == 0):
            return tuple(steps)
        value = draw(any_answer(question) if unknown else valid(question))
        steps.append(answer(steps[-1], question.id, value))
    raise AssertionError("a walk did not end")
