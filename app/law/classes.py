"""From activities and a size level to the class: § 28 BSIG itself.

A `Reading` is one way to answer the open legal questions. The rows that count under it are condensed into a
`Profile`, and a profile with a level has exactly one class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.law.facts import Activity, Facts, Special
from app.law.outcome import Class
from app.law.regimes import (
    DNS,
    IMPLIED_ROWS,
    MAIN_ACTIVITY_ONLY,
    SECTION_60_1,
    SIZE_INDEPENDENT,
    TELECOM,
    TLD,
    TRUST,
    Key,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the open questions; the default is the cautious one that decides the class.

    `without` and `with_claimed` are positions in `Facts.activities`: rows left out, and rows counted although
    § 28 Abs. 3 BSIG is claimed. `not_main` are rows taken to be side activities where that is unknown.
    """

    without: frozenset[int] = frozenset()
    with_claimed: frozenset[int] = frozenset()
    not_main: frozenset[Key] = frozenset()
    without_members: frozenset[int] = frozenset()
    trust_capped: bool = False


CAUTIOUS = Reading()

WITHOUT_SIZE = frozenset({Special.S28_8, Special.MUNICIPALITY, Special.KRITIS_OPERATOR, Special.FEDERAL_ADMIN})
"""Special types that settle the class whatever the size."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The rows that count here, and those led from another Member State (§ 60 Abs. 1 BSIG)."""

    here: frozenset[Key]
    abroad: frozenset[Key]
    qualified: bool
    trust_capped: bool


def key(activity: Activity) -> Key:
    """Return the row of an activity."""
    return activity.annex, activity.no


def is_claimed(activity: Activity) -> bool:
    """Tell whether § 28 Abs. 3 BSIG is claimed and can be: not for rows with a size rule of their own."""
    return activity.negligible is True and key(activity) not in SIZE_INDEPENDENT


def rows(facts: Facts, reading: Reading) -> frozenset[Key]:
    """Return the rows that count under a reading, wherever they are led from."""
    found = {row for special, row in IMPLIED_ROWS.items() if special in facts.special}
    for index, activity in enumerate(facts.activities):
        row = key(activity)
        if index in reading.without or (is_claimed(activity) and index not in reading.with_claimed):
            continue
        if row in MAIN_ACTIVITY_ONLY and (activity.main_activity is False or _taken_as_side(activity, reading)):
            continue
        found.add(row)
    return frozenset(found)


def _taken_as_side(activity: Activity, reading: Reading) -> bool:
    return activity.main_activity is None and key(activity) in reading.not_main


def profile(facts: Facts, reading: Reading) -> Profile:
    """Sort the counting rows by territory (§§ 59, 60 BSIG)."""
    counting = rows(facts, reading)
    here = frozenset(row for row in counting if led_here(row, facts))
    return Profile(
        here=here,
        abroad=(counting - here) & SECTION_60_1,
        qualified=Special.QUALIFIED_TRUST in facts.special,
        trust_capped=reading.trust_capped,
    )


def led_here(row: Key, facts: Facts) -> bool:
    """Tell whether the German rules reach a row of this company."""
    if row in SECTION_60_1:
        return facts.establishment.eu_main in ("DE", None)
    return row in TELECOM or facts.establishment.germany


def class_of_rows(counting: frozenset[Key], profile: Profile, level: int) -> Class | None:
    """Return the highest class that any of the rows gives at this size level, `None` for no class."""
    found = {_class_of_row(row, profile, level) for row in counting}
    return Class.BWE if Class.BWE in found else Class.WE if Class.WE in found else None


def _class_of_row(row: Key, profile: Profile, level: int) -> Class | None:
    if row in (DNS, TLD) or (row == TRUST and profile.qualified):
        return Class.BWE
    if row == TRUST:
        return Class.BWE if level == 2 and not profile.trust_capped else Class.WE  # noqa: PLR2004 - large
    if row in TELECOM:
        return Class.BWE if level else Class.WE
    if row[0] == 1 and level == 2:  # noqa: PLR2004 - large
        return Class.BWE
    return Class.WE if level else None


def classify(facts: Facts, profile: Profile, level: int) -> Class:
    """Return the class of the whole company: exits first, then the rows, then the special regimes."""
    if facts.special & {Special.S28_8, Special.MUNICIPALITY}:
        return Class.NONE
    if Special.KRITIS_OPERATOR in facts.special:
        return Class.BWE
    if Special.FEDERAL_ADMIN in facts.special:
        return Class.SPECIAL
    own = class_of_rows(profile.here, profile, level)
    if own is not None:
        return own
    led_abroad = class_of_rows(profile.abroad, profile, level) is not None
    return Class.SPECIAL if led_abroad or Special.REGISTRAR in facts.special else Class.NONE


def side_activity_readings(facts: Facts, reading: Reading) -> Iterator[Reading]:
    """Yield the reading once for each way in which unknown main activities could turn out.

    Several entries of one row are one question here: any of them makes the row count.
    """
    unknown = {key(a) for a in facts.activities if a.main_activity is None} & MAIN_ACTIVITY_ONLY
    open_rows = sorted(unknown)
    for mask in range(1 << len(open_rows)):
        side = frozenset(row for bit, row in enumerate(open_rows) if mask >> bit & 1)
        yield replace(reading, not_main=side)
