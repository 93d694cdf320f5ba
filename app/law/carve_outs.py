"""What a company in scope need not do here: § 28 Abs. 5, 6 and § 29 BSIG, and the marks that follow from its rows."""

from __future__ import annotations

from dataclasses import replace

from app.law.classes import CAUTIOUS, Profile
from app.law.facts import Facts, Special
from app.law.outcome import Class
from app.law.possible import possible
from app.law.regimes import ENERGY, IR_2024_2690, SECTION_60_1, TELECOM

_IN_CLASS = {Class.BWE, Class.WE}

_SECTION_28_5 = ("30", "31", "32", "35", "36", "38", "39", "61", "62")
_SECTION_28_6 = ("30", "31", "32", "35", "36", "38", "39")
_SECTION_29 = ("38", "40(3)", "61", "65")


def in_class(codes: tuple[Class, ...]) -> bool:
    """Tell whether the company is, or may still turn out to be, an entity under § 28 BSIG."""
    return bool(_IN_CLASS & set(codes))


def is_telecom(facts: Facts, rows: Profile) -> bool:
    """Tell whether the company offers public telecom networks or services."""
    return Special.TELECOM in facts.special or bool(rows.here & TELECOM)


def not_applicable(facts: Facts, codes: tuple[Class, ...], rows: Profile) -> tuple[str, ...]:
    """Return the sections that a carve-out switches off for the whole entity, in the order of the law."""
    off: set[str] = set()
    if Special.FEDERAL_ADMIN in facts.special and codes != (Class.NONE,):
        off |= set(_SECTION_29)
    if in_class(codes):
        if _wholly_carved_out(facts, rows):
            off |= set(_SECTION_28_5)
        if facts.special & {Special.DORA, Special.TELEMATICS}:
            off |= set(_SECTION_28_6)
    return tuple(sorted(off, key=lambda section: (int(section.partition("(")[0]), section)))


def _wholly_carved_out(facts: Facts, rows: Profile) -> bool:
    """§ 28 Abs. 5 Satz 1 to 3: only while no other row counts beside the telecom or energy rows."""
    telecom, energy = is_telecom(facts, rows), Special.ENERGY_ENWG in facts.special
    covered = (TELECOM if telecom else frozenset()) | (ENERGY if energy else frozenset())
    return (telecom or energy) and rows.here <= covered


def regime(facts: Facts, codes: tuple[Class, ...], rows: Profile) -> str | None:
    """Return the special regime, the first of the list if several apply."""
    special, covered = facts.special, in_class(codes)
    exits = bool(special & {Special.S28_8, Special.MUNICIPALITY})
    found = (
        ("registrar", Special.REGISTRAR in special and not exits),
        ("federal", Special.FEDERAL_ADMIN in special and not exits),
        ("land_law", exits),
        ("one_stop_shop", _one_stop_shop(facts, rows) and not exits),
        ("enwg", Special.ENERGY_ENWG in special),
        ("tkg", covered and is_telecom(facts, rows)),
        ("dora", covered and Special.DORA in special),
        ("sgb_v", covered and Special.TELEMATICS in special),
    )
    return next((word for word, applies in found if applies), None)


def _one_stop_shop(facts: Facts, rows: Profile) -> bool:
    """Tell whether a § 60(1) row led from another Member State would give a class at the company's size."""
    if not rows.abroad:
        return False
    at_home = replace(
        facts, establishment=replace(facts.establishment, germany=False, eu_main="DE"), special=frozenset()
    )
    only_abroad = tuple(a for a in facts.activities if (a.annex, a.no) in SECTION_60_1)
    special = facts.special & {Special.DNS, Special.TLD}
    return in_class(possible(replace(at_home, activities=only_abroad, special=special), CAUTIOUS))


def flags(facts: Facts, codes: tuple[Class, ...], rows: Profile, switched_off: tuple[str, ...]) -> tuple[str, ...]:
    """Return the marks of the answer, in the order of the format."""
    covered = in_class(codes)
    registrar = Special.REGISTRAR in facts.special and codes != (Class.NONE,)
    kritis = covered and Special.KRITIS_OPERATOR in facts.special
    led_here = facts.establishment.eu_main in ("DE", None)
    section_34 = led_here and ((covered and bool(rows.here & SECTION_60_1)) or registrar)
    found = (
        ("s34_registration", section_34),
        ("ir_2024_2690", covered and bool(rows.here & IR_2024_2690)),
        ("s31", kritis and "31" not in switched_off),
        ("s39", kritis and "39" not in switched_off),
        ("representative_required", section_34 and facts.establishment.eu_main is None),
        ("deregister", _ended_with_newest_year(facts, codes)),
    )
    return tuple(word for word, applies in found if applies)


def _ended_with_newest_year(facts: Facts, codes: tuple[Class, ...]) -> bool:
    if in_class(codes) or len(facts.periods) < 2:  # noqa: PLR2004 - one year has no history
        return False
    before = possible(replace(facts, periods=facts.periods[1:]))
    return len(before) == 1 and in_class(before)
