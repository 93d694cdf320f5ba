"""Whom a duty binds.

A `Footing` is one way to look at a company: the rows that count, the sections a carve-out switches off. The cautious
footing decides whether a duty is on the list. The firm footing has only rows that nobody doubts; a duty that also
stands on it, under every class still arguable, is certain.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.law.carve_outs import not_applicable
from app.law.classes import CAUTIOUS, Reading, key, profile
from app.law.duty_rules import DutyRule
from app.law.facts import Activity, Facts, Special
from app.law.outcome import Assessment, Class
from app.law.regimes import (
    ENERGY,
    IMPLIED_ROWS,
    MAIN_ACTIVITY_ONLY,
    SECTION_60_1,
    SIZE_INDEPENDENT,
    TELECOM,
    Key,
)

_IN_CLASS = (Class.BWE, Class.WE)


@dataclass(frozen=True, slots=True)
class Footing:
    """A company under one reading of the open questions."""

    special: frozenset[Special]
    rows: frozenset[Key]
    switched_off: tuple[str, ...]
    flags: frozenset[str]
    led_here: bool


def cautious(facts: Facts, assessment: Assessment) -> Footing:
    """Return the footing of the assessment itself."""
    rows = profile(facts, CAUTIOUS).here
    return _footing(facts, rows, assessment.not_applicable, frozenset(assessment.flags))


def firm(facts: Facts, assessment: Assessment) -> Footing:
    """Return the footing without doubtful rows and without rows that may be negligible."""
    doubted = frozenset(index for index, activity in enumerate(facts.activities) if _is_doubted(activity))
    rows = profile(facts, Reading(without=doubted))
    flags = set(assessment.flags)
    if not rows.here & SECTION_60_1 and Special.REGISTRAR not in facts.special:
        flags -= {"s34_registration", "representative_required"}
    switched_off = not_applicable(facts, assessment.possible, rows)
    return _footing(facts, rows.here, switched_off, frozenset(flags))


def _is_doubted(activity: Activity) -> bool:
    row = key(activity)
    undecided = activity.negligible is None and row not in SIZE_INDEPENDENT
    return activity.doubtful or undecided or (activity.main_activity is None and row in MAIN_ACTIVITY_ONLY)


def _footing(facts: Facts, rows: frozenset[Key], switched_off: tuple[str, ...], flags: frozenset[str]) -> Footing:
    implied = {
        special for special, row in IMPLIED_ROWS.items() if row in rows and special is not Special.QUALIFIED_TRUST
    }
    if rows & TELECOM:
        implied.add(Special.TELECOM)
    led_here = facts.establishment.eu_main in ("DE", None)
    return Footing(facts.special | implied, rows, switched_off, flags, led_here)


def binds(rule: DutyRule, code: Class, footing: Footing) -> bool:
    """Tell whether a rule binds a company of this class on this footing."""
    if rule.section in footing.switched_off or (rule.flag is not None and rule.flag not in footing.flags):
        return False
    if code is Class.SPECIAL and footing.special.intersection(rule.regimes):
        return True
    if code in rule.classes:
        return _is_addressed(rule, footing)
    return code not in _IN_CLASS and _binds_without_class(rule, footing)


def binds_surely(rule: DutyRule, code: Class, footing: Footing) -> bool:
    """Tell whether a rule binds on the firm footing and nothing about the regime itself is doubtful."""
    if not binds(rule, code, footing):
        return False
    if rule.without_class and code not in _IN_CLASS:
        return any(matches(rule.without_class, row) for row in footing.rows)
    return code is not Class.SPECIAL or Special.FEDERAL_ADMIN in footing.special or footing.led_here


def _is_addressed(rule: DutyRule, footing: Footing) -> bool:
    if not rule.specials and not rule.rows:
        return True
    return bool(footing.special.intersection(rule.specials)) or any(matches(rule.rows, row) for row in footing.rows)


def _binds_without_class(rule: DutyRule, footing: Footing) -> bool:
    """§ 5c EnWG binds networks of any size; while no energy row was named it may be one."""
    if not rule.without_class or not footing.special.intersection(rule.specials):
        return False
    energy = footing.rows & ENERGY
    return not energy or any(matches(rule.without_class, row) for row in energy)


def matches(patterns: tuple[str, ...], row: Key) -> bool:
    """Tell whether a row is meant: `1:6.` every row of Anlage 1 that begins so, `1:6.1.1` exactly that row."""
    name = f"{row[0]}:{row[1]}"
    return any(name.startswith(pattern) if pattern.endswith(".") else name == pattern for pattern in patterns)
