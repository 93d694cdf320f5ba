"""Which classes the unknown facts still allow.

Unknown figures make intervals (see `size`), unknown yes-or-no facts are tried both ways. Open *legal* questions
are not unknown facts; they are readings and never widen what is possible.
"""

from __future__ import annotations

from app.law.classes import CAUTIOUS, Reading, classify, profile, side_activity_readings
from app.law.facts import Facts
from app.law.outcome import ORDER, Class
from app.law.size import counted, levels, years


def possible(facts: Facts, reading: Reading = CAUTIOUS) -> tuple[Class, ...]:
    """Return every class that some value of the unknown facts gives, in the fixed order."""
    found = set()
    reachable = reachable_levels(facts, reading)
    for way in side_activity_readings(facts, reading):
        rows = profile(facts, way)
        found |= {classify(facts, rows, level) for level in reachable}
    return tuple(code for code in ORDER if code in found)


def reachable_levels(facts: Facts, reading: Reading) -> frozenset[int]:
    """Return every size level that the unknown figures and an unknown IT independence allow."""
    added = counted(facts, reading.without_members)
    found: set[int] = set()
    if facts.it_independent is not True or not added:
        found.update(levels(years(facts, added)))
    if added and facts.it_independent is not False:
        found.update(levels(years(facts, ())))
    return frozenset(found)
