"""Where in § 28 BSIG a class stands for this company: the provision and the row it rests on."""

from __future__ import annotations

from app.core.text import Citation
from app.law.classes import CAUTIOUS, Profile, class_of_rows, key, profile
from app.law.facts import Facts, Special
from app.law.outcome import Class
from app.law.possible import reachable_levels
from app.law.regimes import DNS, TELECOM, TLD, TRUST, Key

_EXITS = (
    (Special.S28_8, Class.NONE, "§ 28 Abs. 8 BSIG"),
    (Special.MUNICIPALITY, Class.NONE, "§§ 28, 29 BSIG"),
    (Special.KRITIS_OPERATOR, Class.BWE, "§ 28 Abs. 1 Satz 1 Nr. 1 BSIG"),
    (Special.FEDERAL_ADMIN, Class.SPECIAL, "§ 29 BSIG"),
)


def legal_basis(facts: Facts, code: Class) -> tuple[Citation, Key | None]:
    """Return the provision that gives this class, and the row of an Annex it rests on, if it rests on one."""
    for special, exit_code, citation in _EXITS:
        if special in facts.special and code is exit_code:
            return Citation(citation), None
    rows = profile(facts, CAUTIOUS)
    level = min(reachable_levels(facts, CAUTIOUS))
    doubted = {key(activity) for activity in facts.activities if activity.doubtful or activity.negligible is None}
    certain_first = sorted(rows.here, key=lambda row: (row in doubted, row))
    row = next((row for row in certain_first if class_of_rows(frozenset({row}), rows, level) is code), None)
    if row is None:
        return Citation("§ 28 Abs. 1 und 2 BSIG" if code is not Class.SPECIAL else "§§ 33, 60 BSIG"), None
    return Citation(_provision(row, rows, code)), row


def _provision(row: Key, rows: Profile, code: Class) -> str:
    paragraph = "§ 28 Abs. 1 Satz 1" if code is Class.BWE else "§ 28 Abs. 2 Satz 1"
    if row in TELECOM:
        return f"{paragraph} Nr. {3 if code is Class.BWE else 2} BSIG"
    if row in (DNS, TLD) or (row == TRUST and rows.qualified):
        return f"{paragraph} Nr. 2 BSIG"
    if row == TRUST and code is Class.WE:
        return f"{paragraph} Nr. 1 BSIG"
    return f"{paragraph} Nr. {4 if code is Class.BWE else 3} BSIG"
