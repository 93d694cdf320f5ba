"""Which rows of the Annexes the law treats apart from its size rule.

These few lists decide cases, so they stand in code beside the functions that use them; the readable content of
each row lies in `resources/law` and a test keeps the two equal.
"""

from __future__ import annotations

from app.law.facts import Special

Key = tuple[int, str]
"""Annex and number of an entity type, such as `(2, "5.4.1")`."""


def _keys(annex: int, numbers: str) -> frozenset[Key]:
    return frozenset((annex, no) for no in numbers.split())


ANNEX_1 = _keys(
    1,
    "1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.1.7 1.1.8 1.1.9 1.2.1 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 "
    "1.4.6 1.4.7 1.4.8 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.3.1 2.3.2 2.3.3 2.4.1 2.4.2 3.1.1 3.2.1 3.2.2 4.1.1 4.1.2 "
    "4.1.3 4.1.4 4.1.5 5.1.1 5.2.1 6.1.1 6.1.2 6.1.3 6.1.4 6.1.5 6.1.6 6.1.7 6.1.8 6.1.9 6.1.10 6.1.11 7.1.1",
)
ANNEX_2 = _keys(2, "1.1.1 2.1.1 3.1.1 4.1.1 5.1.1 5.2.1 5.3.1 5.4.1 5.5.1 5.6.1 6.1.1 6.1.2 6.1.3 7.1.1")
ENTITY_TYPES = ANNEX_1 | ANNEX_2
"""All 67 entity types of Anlage 1 and 2 BSIG."""

MAIN_ACTIVITY_ONLY = _keys(1, "5.1.1 5.2.1") | _keys(2, "2.1.1")
"""Rows that leave out companies for which the activity is not the main one (wording of the rows)."""

SECTION_60_1 = _keys(1, "6.1.2 6.1.3 6.1.4 6.1.5 6.1.6 6.1.10 6.1.11") | _keys(2, "6.1.1 6.1.2 6.1.3")
"""Types supervised where the main establishment in the EU is (§ 60 Abs. 1 BSIG); § 34 BSIG registers them."""

TELECOM = _keys(1, "6.1.8 6.1.9")
TRUST: Key = (1, "6.1.7")
DNS: Key = (1, "6.1.2")
TLD: Key = (1, "6.1.3")

IR_2024_2690 = SECTION_60_1 | {TRUST}
"""Types for which Implementing Regulation (EU) 2024/2690 takes precedence (§ 30 Abs. 3 BSIG)."""

SIZE_INDEPENDENT = TELECOM | {TRUST, DNS, TLD}
"""Rows with a rule of their own in § 28 Abs. 1 Nr. 2, 3, Abs. 2 Nr. 1, 2 BSIG; § 28 Abs. 3 is not followed here."""

ENERGY = frozenset(key for key in ANNEX_1 if key[1].startswith(("1.1.", "1.4.")))
"""Rows that can be subject to §§ 5c to 5e EnWG (electricity, gas, hydrogen), § 28 Abs. 5 Satz 1 Nr. 2 BSIG."""

IMPLIED_ROWS: dict[Special, Key] = {
    Special.DNS: DNS,
    Special.TLD: TLD,
    Special.TRUST: TRUST,
    Special.QUALIFIED_TRUST: TRUST,
    Special.TELECOM: (1, "6.1.9"),
}
"""A special type is its row: whoever is one is the other."""

EU_MEMBER_STATES = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
