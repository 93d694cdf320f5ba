"""Other classes that are arguable because a legal question is open.

Each question is read the other way, by itself, then all of its kind together, then all questions at once towards
the lowest and the highest class. Codes that differ from what is possible under the cautious reading are the
alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.law.classes import CAUTIOUS, Reading, is_claimed, key, rows
from app.law.facts import Facts
from app.law.outcome import Alternative, Class, Question
from app.law.possible import possible
from app.law.regimes import SIZE_INDEPENDENT, TRUST
from app.law.size import counted


def alternatives(facts: Facts, decided: tuple[Class, ...]) -> tuple[Alternative, ...]:
    """Return the arguable classes beside the decided ones, each with the question it hangs on."""
    found: dict[Alternative, None] = {}
    seen: set[Class] = set()
    for question, reading, combined in _readings(facts):
        for code in possible(facts, reading):
            if code not in decided and not (combined and code in seen):
                found[Alternative(code, question)] = None
                seen.add(code)
    return tuple(found)


def _readings(facts: Facts) -> Iterator[tuple[Question, Reading, bool]]:
    single = list(_single_readings(facts))
    yield from ((question, reading, False) for question, reading in single)
    for question in Question:
        of_kind = [reading for asked, reading in single if asked is question]
        if len(of_kind) > 1:
            yield question, _merged(of_kind), True
    lowering = [(question, reading) for question, reading in single if not reading.with_claimed]
    for group in (lowering, single):
        if len({question for question, _ in group}) > 1:
            yield group[0][0], _merged([reading for _, reading in group]), True


def _single_readings(facts: Facts) -> Iterator[tuple[Question, Reading]]:
    for index, activity in enumerate(facts.activities):
        if activity.doubtful:
            yield Question.TYPE_DOUBTFUL, replace(CAUTIOUS, without=frozenset({index}))
    for index, activity in enumerate(facts.activities):
        if is_claimed(activity):
            yield Question.NEGLIGIBLE, replace(CAUTIOUS, with_claimed=frozenset({index}))
        elif activity.negligible is None and key(activity) not in SIZE_INDEPENDENT:
            yield Question.NEGLIGIBLE, replace(CAUTIOUS, without=frozenset({index}))
    for index, enterprise in enumerate(facts.related):
        if enterprise.new_since_accounts and counted(facts) != counted(facts, frozenset({index})):
            yield Question.NEW_GROUP_MEMBER, replace(CAUTIOUS, without_members=frozenset({index}))
    if TRUST in rows(facts, CAUTIOUS):
        yield Question.TRUST_LARGE, replace(CAUTIOUS, trust_capped=True)


def _merged(readings: list[Reading]) -> Reading:
    return Reading(
        without=frozenset().union(*(reading.without for reading in readings)),
        with_claimed=frozenset().union(*(reading.with_claimed for reading in readings)),
        without_members=frozenset().union(*(reading.without_members for reading in readings)),
        trust_capped=any(reading.trust_capped for reading in readings),
    )
