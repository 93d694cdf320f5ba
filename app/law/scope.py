"""Is the company in scope of the BSIG, as what, and why: the whole answer from the facts.

`code` follows the cautious reading of open legal questions. What is unknown widens `possible`, what is legally
open fills `alternatives`; neither is ever turned into the other, and a decided case stays decided.
"""

from __future__ import annotations

from datetime import date
from decimal import Context, localcontext

from app.law.carve_outs import flags, not_applicable, regime
from app.law.classes import CAUTIOUS, profile
from app.law.deciding import deciding, size_used
from app.law.facts import Facts, Special
from app.law.missing import missing
from app.law.open_readings import alternatives
from app.law.outcome import Assessment, Class
from app.law.possible import possible
from app.law.steps import steps

EVIDENCE_NOT_BEFORE = date(2028, 12, 6)
"""§ 61 Abs. 3 Satz 1 BSIG."""
EVIDENCE_NOT_BEFORE_HOSPITAL = date(2030, 12, 6)
"""§ 61 Abs. 3 Satz 5 BSIG, hospitals under § 108 SGB V."""

_EXACT = Context(prec=200)
"""Sums and shares of numbers with at most 16 + 30 digits stay exact."""


def assess(facts: Facts) -> Assessment:
    """Return the assessment of one company on the day of its facts."""
    with localcontext(_EXACT):
        codes = possible(facts)
        code = codes[0] if len(codes) == 1 else None
        rows = profile(facts, CAUTIOUS)
        used = size_used(facts)
        inequalities = deciding(facts, code, rows)
        switched_off = not_applicable(facts, codes, rows)
        return Assessment(
            code=code,
            possible=codes,
            deciding=inequalities,
            missing=() if code else missing(facts),
            alternatives=alternatives(facts, codes),
            size_used=used,
            regime=regime(facts, codes, rows),
            not_applicable=switched_off,
            flags=flags(facts, codes, rows, switched_off),
            evidence_not_before=_evidence_not_before(facts, code, switched_off),
            steps=steps(facts, codes, used, inequalities, switched_off),
        )


def _evidence_not_before(facts: Facts, code: Class | None, switched_off: tuple[str, ...]) -> date | None:
    if code is not Class.BWE or switched_off or Special.KRITIS_OPERATOR in facts.special:
        return None
    return EVIDENCE_NOT_BEFORE_HOSPITAL if Special.HOSPITAL in facts.special else EVIDENCE_NOT_BEFORE
