"""What § 65 BSIG threatens: the statutory frame for each breach, with its arithmetic. Never an expected amount.

Several acts add up (§ 20 OWiG), so each entry of `violations` is one act. A coercive payment (§ 63 BSIG) is no fine:
it stands as a term of its own and is not added.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from app.law.facts import Special
from app.law.fine_frames import FRAMES, OFF_BY_28_5, OFF_BY_28_6, Frame
from app.law.outcome import Number

TURNOVER_CONDITION = 500_000_000
"""The percentage applies only above this total worldwide turnover, § 65 Abs. 6, 7 BSIG."""
_FIXED = {"BWE": 10_000_000, "WE": 7_000_000}
_PERCENT = {"BWE": Decimal("0.02"), "WE": Decimal("0.014")}
_COERCIVE = "zwangsgeld"

ENTITY_CLASSES = ("WE", "BWE", "FEDERAL", "REGISTRAR", "NONE")
FAULTS = ("vorsatz", "fahrlaessig", "n/a")
ADDRESSEES = ("legal_person", "natural_person", "authority")


@dataclass(frozen=True, slots=True)
class FineCase:
    """Who did what: the facts a fine frame depends on, in the words of the command line's JSON."""

    entity_class: str
    violations: tuple[str, ...]
    group_worldwide_turnover_eur: Decimal | None
    fault: str
    addressee: str
    special: frozenset[Special] = frozenset()
    gdpr_fine_same_conduct: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One act: its tier, cap and factor, and the arithmetic as a key with numbers.

    `amount_eur` is `None` where it depends on an unknown turnover; then `numbers` show both branches.
    """

    violation: str
    tier: int | None
    cap_eur: int
    factor: Decimal
    citation: str
    amount_eur: Decimal | None
    text: str
    numbers: tuple[tuple[str, Number], ...]


@dataclass(frozen=True, slots=True)
class Fine:
    """The highest frame; `None` while an unknown turnover decides. `notes` are keys."""

    max_fine_eur: Decimal | None
    terms: tuple[Term, ...]
    notes: tuple[str, ...]


def fine(case: FineCase) -> Fine:
    """Return the statutory frame of one case, § 65 BSIG with §§ 17, 20, 30 OWiG."""
    with localcontext(prec=60):
        terms = tuple(_term(case, violation) for violation in case.violations)
    acts = [term for term in terms if term.violation != _COERCIVE] or list(terms)
    amounts = [term.amount_eur for term in acts]
    total = None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))
    return Fine(total, terms, _notes(case, terms))


def _term(case: FineCase, violation: str) -> Term:
    frame = FRAMES[violation]
    reason = _why_nothing(case, violation, frame)
    if reason:
        return Term(violation, frame.tier, 0, Decimal(1), frame.citation, Decimal(0), reason, ())
    if violation == _COERCIVE:
        return _plain(violation, frame, Decimal(1), "coercive_payment")
    if frame.tier == 1:
        return _first_tier(case, violation, frame)
    return _other_tier(case, violation, frame)


def _why_nothing(case: FineCase, violation: str, frame: Frame) -> str | None:
    """Return the key of the reason why nothing is threatened, or None."""
    off_28_5 = case.special & {Special.TELECOM, Special.ENERGY_ENWG}
    off_28_6 = case.special & {Special.DORA, Special.TELEMATICS}
    reasons = (
        ("no_fine_listed", frame.tier is None and violation != _COERCIVE),
        ("no_fine_federal", case.entity_class == "FEDERAL"),
        ("no_fine_not_in_scope", case.entity_class == "NONE"),
        ("no_fine_authority", case.addressee == "authority"),
        ("no_fine_s28_8", bool(case.special & {Special.S28_8, Special.MUNICIPALITY})),
        ("no_fine_carved_out", bool(off_28_5) and frame.section in OFF_BY_28_5),
        ("no_fine_carved_out", bool(off_28_6) and frame.section in OFF_BY_28_6),
        ("no_fine_registrar", case.entity_class == "REGISTRAR" and frame.section in OFF_BY_28_5),
        ("no_fine_after_gdpr", case.gdpr_fine_same_conduct and violation != _COERCIVE),
    )
    return next((reason for reason, applies in reasons if applies), None)


def _first_tier(case: FineCase, violation: str, frame: Frame) -> Term:
    fixed, percent = _FIXED[case.entity_class], _PERCENT[case.entity_class]
    turnover = case.group_worldwide_turnover_eur
    numbers: dict[str, Number] = {"fixed": fixed, "percent": percent, "condition": TURNOVER_CONDITION}
    amount: Decimal | None = Decimal(fixed)
    text = "fixed_frame"
    if case.addressee == "natural_person":
        text = "fixed_frame_natural_person"
    elif turnover is None:
        amount, text = None, "turnover_unknown"
    elif turnover > TURNOVER_CONDITION:
        amount, text = _cents(percent * turnover), "percentage_frame"
    if turnover is not None:
        numbers["turnover"] = turnover
    return Term(violation, 1, fixed, Decimal(1), frame.citation, amount, text, tuple(numbers.items()))


def _other_tier(case: FineCase, violation: str, frame: Frame) -> Term:
    if case.fault == "fahrlaessig" and frame.negligent is not None:
        frame = frame.negligent
        factor, text = Decimal(1), "own_negligent_frame"
    elif case.fault == "fahrlaessig":
        factor, text = Decimal("0.5"), "halved"
    else:
        factor, text = Decimal(1), "cap"
    if frame.tenfold and case.addressee == "legal_person":
        factor, text = factor * 10, f"{text}_tenfold"
    return _plain(violation, frame, factor, text)


def _plain(violation: str, frame: Frame, factor: Decimal, text: str) -> Term:
    amount = _cents(frame.cap_eur * factor)
    numbers = (("cap", frame.cap_eur), ("factor", factor), ("amount", amount))
    return Term(violation, frame.tier, frame.cap_eur, factor, frame.citation, amount, text, numbers)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _notes(case: FineCase, terms: tuple[Term, ...]) -> tuple[str, ...]:
    acts = [term for term in terms if term.violation != _COERCIVE]
    tier_1 = [term for term in acts if term.tier == 1 and term.amount_eur != 0]
    found = (
        *(term.text for term in terms if term.text.startswith("no_fine_")),
        *(["several_acts"] if len(acts) > 1 else []),
        *(["coercive_payment_not_added"] if acts and len(acts) < len(terms) else []),
        *(["negligence_not_halved"] if tier_1 and case.fault == "fahrlaessig" else []),
        *(["natural_person_remote"] if tier_1 and case.addressee == "natural_person" else []),
        *(["doubtful_reference"] if any(FRAMES[term.violation].doubtful for term in acts) else []),
        *(["threat_sectors_only"] if any(term.violation == "threat_info_35_2" for term in tier_1) else []),
        *(["frame_not_forecast"] if any(term.amount_eur != 0 for term in terms) else []),
    )
    return tuple(dict.fromkeys(found))
