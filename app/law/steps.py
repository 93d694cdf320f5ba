"""The reasoning in order: each step a key, its numbers and its source, for the screen, the paper and the JSON.

The sentences themselves stand in `app.law.wording`, so that the command line can print keys and a page words.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.law.classes import is_claimed, key, led_here
from app.law.facts import Activity, Facts, Relation, Special
from app.law.outcome import Class, Inequality, Number, SizeUsed, Step
from app.law.regimes import MAIN_ACTIVITY_ONLY, SIZE_INDEPENDENT, TELECOM
from app.law.size import LARGE, MEDIUM, counted, reaches, years

_RECOMMENDATION = "Empfehlung 2003/361/EG, Anhang"

_EXITS = (
    (Special.S28_8, "exit_s28_8", "§ 28 Abs. 8 BSIG"),
    (Special.MUNICIPALITY, "exit_municipality", "§§ 28, 29 BSIG"),
    (Special.FEDERAL_ADMIN, "exit_federal", "§ 28 Abs. 1 Satz 2, § 29 BSIG"),
    (Special.KRITIS_OPERATOR, "kritis_operator", "§ 28 Abs. 1 Satz 1 Nr. 1 BSIG"),
)
_TYPES = (
    (Special.QUALIFIED_TRUST, "qualified_trust", "§ 28 Abs. 1 Satz 1 Nr. 2 BSIG"),
    (Special.TLD, "tld", "§ 28 Abs. 1 Satz 1 Nr. 2 BSIG"),
    (Special.DNS, "dns", "§ 28 Abs. 1 Satz 1 Nr. 2 BSIG"),
    (Special.TELECOM, "telecom", "§ 28 Abs. 1 Satz 1 Nr. 3, Abs. 2 Satz 1 Nr. 2 BSIG"),
    (Special.TRUST, "trust", "§ 28 Abs. 2 Satz 1 Nr. 1 BSIG"),
    (Special.REGISTRAR, "registrar", "§ 33 Abs. 1, §§ 49 bis 51 BSIG"),
    (Special.EIGENBETRIEB, "eigenbetrieb", "§ 28 Abs. 4 Satz 1 BSIG"),
)
_CARVE_OUTS = (
    (Special.ENERGY_ENWG, "carve_out_energy", "§ 28 Abs. 5 Satz 1 Nr. 2 BSIG"),
    (Special.TELECOM, "carve_out_telecom", "§ 28 Abs. 5 Satz 1 Nr. 1 BSIG"),
    (Special.DORA, "carve_out_dora", "§ 28 Abs. 6 Nr. 1 BSIG"),
    (Special.TELEMATICS, "carve_out_telematics", "§ 28 Abs. 6 Nr. 2 BSIG"),
)
_CLASS_SOURCES = {
    Class.BWE: "§ 28 Abs. 1 BSIG",
    Class.WE: "§ 28 Abs. 2 BSIG",
    Class.NONE: "§ 28 BSIG",
    Class.SPECIAL: "§§ 29, 33, 60 BSIG",
}


def steps(
    facts: Facts,
    codes: tuple[Class, ...],
    used: SizeUsed,
    inequalities: tuple[Inequality, ...],
    switched_off: tuple[str, ...],
) -> tuple[Step, ...]:
    """Return the reasoning from the first exit to the class and what is carved out of it."""
    return (
        *_marked(facts.special, _EXITS),
        *_activities(facts),
        *_marked(facts.special, _TYPES),
        *_related(facts, codes),
        *_figures(facts, used),
        *_inequalities(inequalities, telecom=_is_telecom(facts)),
        *_only_annex_2(facts, codes, used),
        *_class(codes),
        *_carve_outs(facts, switched_off),
    )


def _step(text: str, citation: str, **numbers: Number | str) -> Step:
    return Step(text, tuple(numbers.items()), citation)


def _marked(special: frozenset[Special], table: tuple[tuple[Special, str, str], ...]) -> Iterator[Step]:
    return (_step(text, citation) for one, text, citation in table if one in special)


def _activities(facts: Facts) -> Iterator[Step]:
    if not facts.activities and not facts.special:
        yield _step("no_activity", "§ 28 Abs. 1 Satz 1 Nr. 4, Abs. 2 Satz 1 Nr. 3 BSIG")
    for activity in facts.activities:
        text, source = _activity_text(activity, facts)
        citation = source or f"Anlage {activity.annex} Nr. {activity.no} BSIG"
        yield _step(text, citation, annex=activity.annex, no=activity.no)


def _activity_text(activity: Activity, facts: Facts) -> tuple[str, str]:
    row = key(activity)
    if is_claimed(activity):
        return "activity_negligible", "§ 28 Abs. 3 BSIG"
    if row in MAIN_ACTIVITY_ONLY and activity.main_activity is False:
        return "activity_not_main", ""
    if not led_here(row, facts):
        return "activity_abroad", "§§ 59, 60 BSIG"
    if row in MAIN_ACTIVITY_ONLY and activity.main_activity is None:
        return "activity_main_unknown", ""
    if activity.doubtful:
        return "activity_doubtful", ""
    if activity.negligible is None and row not in SIZE_INDEPENDENT:
        return "activity_negligible_undecided", "§ 28 Abs. 3 BSIG"
    return "activity_counts", ""


def _related(facts: Facts, codes: tuple[Class, ...]) -> Iterator[Step]:
    added = counted(facts)
    if not added:
        yield _step("not_added" if facts.related else "autonomous", f"{_RECOMMENDATION} Art. 3")
    elif facts.it_independent:
        yield _step("it_independent", "§ 28 Abs. 4 Satz 2 BSIG", count=len(added))
    else:
        linked = sum(enterprise.relation is Relation.LINKED for enterprise in added)
        source = f"§ 28 Abs. 4 Satz 1 BSIG, {_RECOMMENDATION} Art. 6"
        yield _step("added", source, linked=linked, partners=len(added) - linked)
        if facts.it_independent is None and len(codes) > 1:
            yield _step("it_unknown", "§ 28 Abs. 4 Satz 2 BSIG")


def _figures(facts: Facts, used: SizeUsed) -> Iterator[Step]:
    if facts.new_enterprise:
        yield _step("new_enterprise", f"{_RECOMMENDATION} Art. 4 Abs. 3")
    known = {
        name: value
        for name in ("headcount_awu", "turnover_eur", "balance_sheet_eur")
        if (value := getattr(used, name)) is not None
    }
    if known:
        yield Step("figures_used", tuple(known.items()), f"{_RECOMMENDATION} Art. 4, 5")
    if len(facts.periods) > 1:
        yield _two_years(facts)


def _two_years(facts: Facts) -> Step:
    """Say whether the two-year rule held back the newest year or agrees with it."""
    all_years = years(facts, () if facts.it_independent else counted(facts))
    newest = [reaches(all_years[0].low, ceiling) for ceiling in (MEDIUM, LARGE)]
    before = [reaches(all_years[1].low, ceiling) for ceiling in (MEDIUM, LARGE)]
    text = "two_years_agree" if newest == before else "two_years_differ"
    return _step(
        text, f"{_RECOMMENDATION} Art. 4 Abs. 2", newest=str(facts.periods[0].fy), before=str(facts.periods[1].fy)
    )


def _inequalities(inequalities: tuple[Inequality, ...], *, telecom: bool) -> Iterator[Step]:
    for line in inequalities:
        numbers: dict[str, Number | str] = {"value": line.value, "operator": line.operator, "threshold": line.threshold}
        yield _step(f"{line.fact}_{line.outcome}", _ceiling_source(line, telecom=telecom), **numbers)


def _ceiling_source(line: Inequality, *, telecom: bool) -> str:
    if line.threshold in LARGE:
        return "§ 28 Abs. 1 Satz 1 Nr. 4 BSIG"
    if telecom:
        reached = line.outcome == "reached"
        return "§ 28 Abs. 1 Satz 1 Nr. 3 BSIG" if reached else "§ 28 Abs. 2 Satz 1 Nr. 2 BSIG"
    return "§ 28 Abs. 2 Satz 1 Nr. 3 BSIG"


def _is_telecom(facts: Facts) -> bool:
    return Special.TELECOM in facts.special or any(key(activity) in TELECOM for activity in facts.activities)


def _only_annex_2(facts: Facts, codes: tuple[Class, ...], used: SizeUsed) -> Iterator[Step]:
    big = used.headcount_awu is not None and used.headcount_awu >= Decimal(LARGE.headcount_awu)
    counting = [a for a in facts.activities if not is_claimed(a)]
    if codes == (Class.WE,) and counting and big and all(a.annex == 2 for a in counting):  # noqa: PLR2004 - Anlage 2
        yield _step("annex_2_never_bwe", "§ 28 Abs. 1 Satz 1 Nr. 4 BSIG")


def _class(codes: tuple[Class, ...]) -> Iterator[Step]:
    if len(codes) == 1:
        yield _step(f"class_{codes[0].value.lower()}", _CLASS_SOURCES[codes[0]])
    else:
        yield _step("class_open", "§ 28 BSIG", codes=" ".join(code.value for code in codes))


def _carve_outs(facts: Facts, switched_off: tuple[str, ...]) -> Iterator[Step]:
    off = ", ".join(switched_off)
    special = facts.special | ({Special.TELECOM} if _is_telecom(facts) else set())
    if switched_off:
        for step in _marked(special, _CARVE_OUTS):
            yield _step(step.text, step.citation, sections=off)
    elif special & {Special.ENERGY_ENWG, Special.TELECOM}:
        yield _step("carve_out_not_whole", "§ 28 Abs. 5 Satz 2 bis 4 BSIG")
    elif facts.activities:
        yield _step("no_carve_out", "§ 28 Abs. 5 und 6 BSIG")
