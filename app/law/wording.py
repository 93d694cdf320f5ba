"""Sentences for what the engine answers in keys: steps, classes, facts, notes, arithmetic.

Keys are for programs, sentences for people. Every key that the engine can produce has its sentence here; a test
walks through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.core.text import Joined, Money, Plural, Sayable, Text
from app.law.outcome import Class, Inequality, Step

Numbers = Mapping[str, Decimal | int | str]

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


def class_name(code: Class) -> Text:
    """Return the class as a heading names it."""
    return {
        Class.BWE: Text("Particularly important entity"),
        Class.WE: Text("Important entity"),
        Class.NONE: Text("Not in scope"),
        Class.SPECIAL: Text("Special regime"),
    }[code]


def class_in_sentence(code: Class) -> Text:
    """Return the class as it stands inside a sentence, without article."""
    return {
        Class.BWE: Text("particularly important entity"),
        Class.WE: Text("important entity"),
        Class.NONE: Text("not in scope"),
        Class.SPECIAL: Text("under a special regime"),
    }[code]


def figure(fact: str, value: Decimal | int) -> Sayable:
    """Return a figure with its unit: people as a number, euros as money."""
    return Decimal(value) if fact == "headcount_awu" else Money(Decimal(value), short=True)


def comparison(line: Inequality) -> Text:
    """Return an inequality as it is read: `60 ≥ 50`, `11,8 Mio. € > 10 Mio. €`."""
    return Text(
        "{value} {sign} {threshold}",
        value=figure(line.fact, line.value),
        sign=SIGNS[line.operator],
        threshold=figure(line.fact, line.threshold),
    )


def fact_name(fact: str) -> Text:
    """Return the name of a figure."""
    return {
        "headcount_awu": Text("employees (full-time)"),
        "turnover_eur": Text("annual turnover"),
        "balance_sheet_eur": Text("balance sheet total"),
        "share": Text("share held"),
        "main_activity": Text("main activity or side activity"),
        "it_independent": Text("independent IT"),
    }[fact]


def missing_name(path: str) -> Text:
    """Return the name of an unknown fact from its path, such as `related[0].turnover_eur`."""
    place, _, fact = path.rpartition(".")
    number = place[place.find("[") + 1 : -1] if "[" in place else ""
    if place.startswith("related"):
        return Text("{fact} of related enterprise {number}", fact=fact_name(fact), number=int(number) + 1)
    if place.startswith("periods"):
        return Text("{fact}, year {number} of your history", fact=fact_name(fact), number=int(number) + 1)
    if place.startswith("activities"):
        return Text("{fact} (activity {number})", fact=fact_name(fact), number=int(number) + 1)
    return fact_name(fact)


def sentence(step: Step, entity_type: Callable[[int, str], Sayable]) -> Text:
    """Return one step of the reasoning as a sentence; `entity_type` names a row by annex and number."""
    numbers = dict(step.numbers)
    if "no" in numbers:
        return _ACTIVITIES[step.text](entity_type(int(numbers["annex"]), str(numbers["no"])))
    if step.text in _PLAIN:
        return _PLAIN[step.text]
    return _WITH_NUMBERS[step.text](numbers)


_ACTIVITIES: dict[str, Callable[[Sayable], Text]] = {
    "activity_counts": lambda row: Text("{row}: this activity is listed and counts.", row=row),
    "activity_doubtful": lambda row: Text(
        "{row}: whether this type applies is legally open. The cautious reading counts it.", row=row
    ),
    "activity_negligible": lambda row: Text(
        "{row}: left out as negligible, for the reasons you recorded. This should be checked.", row=row
    ),
    "activity_negligible_undecided": lambda row: Text(
        "{row}: counts. Whether it is negligible has not been decided.", row=row
    ),
    "activity_not_main": lambda row: Text("{row}: does not count, because it is not your main activity.", row=row),
    "activity_main_unknown": lambda row: Text(
        "{row}: counts only as the main activity. That is not known yet.", row=row
    ),
    "activity_abroad": lambda row: Text("{row}: is led from abroad and does not count in Germany.", row=row),
}

_PLAIN: dict[str, Text] = {
    "exit_s28_8": Text("The act does not apply: state law governs this public body."),
    "exit_municipality": Text("The core administration of a municipality is no entity under this act."),
    "exit_federal": Text("Federal administration has rules of its own."),
    "kritis_operator": Text("You operate a critical installation. The size does not matter."),
    "qualified_trust": Text("You are a qualified trust service provider. The size does not matter."),
    "tld": Text("You run a top-level domain registry. The size does not matter."),
    "dns": Text("You run DNS services for others. The size does not matter."),
    "telecom": Text("You offer public telecommunications. Every size is covered."),
    "trust": Text("You are a trust service provider. Every size is covered."),
    "registrar": Text("You register domain names: registration and the rules on domain data apply."),
    "eigenbetrieb": Text("A legally dependent unit of a public body counts its own figures only."),
    "no_activity": Text("None of your activities is listed in Annex 1 or 2."),
    "autonomous": Text("No related enterprises: your own figures count."),
    "not_added": Text("None of the related enterprises is linked or a partner: your own figures count."),
    "it_unknown": Text("If your IT is independent of the group, only your own figures count. That is not known yet."),
    "new_enterprise": Text("There are no approved accounts yet. The figures are an estimate in good faith."),
    "annex_2_never_bwe": Text("Annex 2 never leads to “particularly important”, however large the company is."),
    "class_bwe": Text("The company is a particularly important entity."),
    "class_we": Text("The company is an important entity."),
    "class_none": Text("The company is not an entity under this act."),
    "class_special": Text("The company falls under a special regime."),
    "carve_out_not_whole": Text("The exception for telecommunications and energy does not cover the whole company."),
    "no_carve_out": Text("No exception for telecommunications, energy or finance applies."),
}


def _sections(key: str) -> Callable[[Numbers], Text]:
    messages: dict[str, Callable[[str], Text]] = {
        "carve_out_energy": lambda off: Text("The Energy Industry Act applies instead of sections {off}.", off=off),
        "carve_out_telecom": lambda off: Text("The Telecommunications Act applies instead of sections {off}.", off=off),
        "carve_out_dora": lambda off: Text("DORA applies instead of sections {off}.", off=off),
        "carve_out_telematics": lambda off: Text("The Social Code (SGB V) applies instead of sections {off}.", off=off),
    }
    return lambda numbers: messages[key](str(numbers["sections"]))


def _figures_used(numbers: Numbers) -> Text:
    known = tuple(
        Text("{fact} {value}", fact=fact_name(name), value=figure(name, Decimal(value)))
        for name, value in numbers.items()
    )
    return Text("Figures used: {figures}.", figures=Joined(known, ""))


def _enterprises(numbers: Numbers) -> Joined:
    linked, partners = int(numbers["linked"]), int(numbers["partners"])
    counted = (
        (linked, Plural("{n} linked enterprise in full", "{n} linked enterprises in full", n=linked)),
        (partners, Plural("{n} partner enterprise by its share", "{n} partner enterprises by their share", n=partners)),
    )
    return Joined(tuple(words for number, words in counted if number))


def _threshold(fact: str, *, reached: bool) -> Callable[[Numbers], Text]:
    def words(numbers: Numbers) -> Text:
        line = {
            "name": fact_name(fact),
            "value": figure(fact, Decimal(numbers["value"])),
            "sign": SIGNS[str(numbers["operator"])],
            "threshold": figure(fact, Decimal(numbers["threshold"])),
        }
        if reached:
            return Text("{name}: {value} {sign} {threshold}. The threshold is reached.", **line)
        return Text("{name}: {value} {sign} {threshold}. The threshold is not reached.", **line)

    return words


_WITH_NUMBERS: dict[str, Callable[[Numbers], Text]] = {
    "it_independent": lambda _: Text("Your IT is independent of the group: only your own figures count."),
    "added": lambda n: Text("Added are {enterprises}.", enterprises=_enterprises(n)),
    "figures_used": _figures_used,
    "two_years_agree": lambda n: Text("{newest} and {before} lie on the same side of the thresholds.", **_years(n)),
    "two_years_differ": lambda n: Text(
        "{newest} and {before} lie on different sides. A change counts only after two years in a row.", **_years(n)
    ),
    "class_open": lambda n: Text(
        "Still possible: {classes}.",
        classes=Joined(tuple(class_in_sentence(Class(code)) for code in str(n["codes"]).split()), "or"),
    ),
    **{
        f"{fact}_{outcome}": _threshold(fact, reached=outcome == "reached")
        for fact in ("headcount_awu", "turnover_eur", "balance_sheet_eur")
        for outcome in ("reached", "not_reached")
    },
    **{
        key: _sections(key)
        for key in ("carve_out_energy", "carve_out_telecom", "carve_out_dora", "carve_out_telematics")
    },
}


def _years(numbers: Numbers) -> dict[str, Sayable]:
    return {"newest": str(numbers["newest"]), "before": str(numbers["before"])}
