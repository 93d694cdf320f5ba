"""The answer in a few words: what is certain first, then what is open.

"At least important entity": where an open legal question could only raise or lower the class between the two, the
headline says what holds either way, and the question stands directly below it.
"""

from __future__ import annotations

from app.core.text import Joined, Money, Text
from app.law.facts import Facts, Relation
from app.law.outcome import Assessment, Class, Inequality
from app.law.size import LARGE
from app.law.wording import SIGNS, class_in_sentence, class_name, figure

_IN_CLASS = {Class.BWE, Class.WE}


def headline(assessment: Assessment) -> Text:
    """Return the class as the first words a director reads."""
    arguable = {*assessment.possible, *(other.code for other in assessment.alternatives)}
    if arguable == _IN_CLASS:
        return Text("At least important entity")
    if assessment.code is None:
        names = tuple(class_in_sentence(code) for code in assessment.possible)
        return Text("Still open: {classes}", classes=Joined(names, "or"))
    if assessment.alternatives:
        return Text("{class_name}, read cautiously", class_name=class_name(assessment.code))
    return class_name(assessment.code)


def base_class(assessment: Assessment) -> Class | None:
    """Return the class that amounts and duties are first shown for: the certain one, else the cautious one."""
    return assessment.certain or assessment.code


def other_class(assessment: Assessment) -> Class | None:
    """Return the class that an open question or fact could lead to instead, if there is one in scope."""
    base = base_class(assessment)
    arguable = [*assessment.possible, *(other.code for other in assessment.alternatives)]
    return next((code for code in arguable if code in _IN_CLASS and code is not base), None)


def inequality_words(line: Inequality) -> Text:
    """Return an inequality with its subject: `300 employees ≥ 50`."""
    numbers = {
        "value": figure(line.fact, line.value),
        "sign": SIGNS[line.operator],
        "threshold": figure(line.fact, line.threshold),
    }
    if line.fact == "headcount_awu":
        return Text("{value} employees {sign} {threshold}", **numbers)
    if line.fact == "turnover_eur":
        return Text("turnover {value} {sign} {threshold}", **numbers)
    return Text("balance sheet total {value} {sign} {threshold}", **numbers)


def deciding_lines(assessment: Assessment) -> tuple[Inequality, ...]:
    """Return the inequalities to show first: those of the ceiling that settles the class shown first.

    `300 ≥ 250` where the higher class is certain, `300 ≥ 50` where it is not; one line where employees suffice.
    """
    large = [line for line in assessment.deciding if line.threshold in LARGE]
    medium = [line for line in assessment.deciding if line.threshold not in LARGE]
    raised = base_class(assessment) is Class.BWE and large and large[0].outcome == "reached"
    lines = large if raised or not medium else medium
    return tuple(lines)


def deciding_words(assessment: Assessment) -> Text | None:
    """Return the deciding inequality as one phrase, or None where size does not decide."""
    lines = deciding_lines(assessment)
    return Text("{inequalities}", inequalities=Joined(tuple(map(inequality_words, lines)))) if lines else None


def group_turnover(facts: Facts) -> tuple[Money | None, bool]:
    """Return the group's worldwide turnover and whether it is assumed: own plus linked, § 65 Abs. 7 BSIG."""
    if facts.group_worldwide_turnover_eur is not None:
        return Money(facts.group_worldwide_turnover_eur), False
    linked = [r.figures.turnover_eur for r in facts.related if r.relation is Relation.LINKED]
    known = [amount for amount in (facts.newest.turnover_eur, *linked) if amount is not None]
    return (Money(sum(known[1:], known[0])), True) if len(known) == 1 + len(linked) else (None, True)
