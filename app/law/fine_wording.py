"""Sentences for the arithmetic and the notes of a fine frame."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.core.text import Money, Percent, Sayable, Text
from app.law.exposure import Term
from app.law.outcome import Number


def arithmetic(term: Term) -> Text:
    """Return how a frame was worked out, short enough for a table cell."""
    numbers = dict(term.numbers)
    if term.text in _NOTHING:
        return _NOTHING[term.text]
    if term.tier == 1:
        return _first_tier(term.text, numbers)
    return _other_tier(term.text, numbers)


def _first_tier(text: str, numbers: Mapping[str, Number]) -> Text:
    fixed = Money(numbers["fixed"])
    condition = Money(numbers["condition"], short=True)
    if text == "turnover_unknown":
        percent = Percent(Decimal(numbers["percent"]))
        return Text("{fixed}, above {condition}: {percent}", condition=condition, fixed=fixed, percent=percent)
    if text == "percentage_frame":
        turnover = Money(numbers["turnover"], short=True)
        return Text("{percent} of {turnover}", turnover=turnover, percent=Percent(Decimal(numbers["percent"])))
    if text == "fixed_frame_natural_person" or "turnover" not in numbers:
        return Text("fixed frame")
    turnover = Money(numbers["turnover"], short=True)
    return Text("{turnover} ≤ {condition}: fixed frame", turnover=turnover, condition=condition)


def _other_tier(text: str, numbers: Mapping[str, Number]) -> Text:
    cap = Money(numbers["cap"])
    return {
        "cap": Text("fixed frame"),
        "cap_tenfold": Text("{cap} × 10 for companies", cap=cap),
        "halved": Text("{cap} ÷ 2", cap=cap),
        "halved_tenfold": Text("{cap} ÷ 2 × 10 for companies", cap=cap),
        "own_negligent_frame": Text("own frame for negligence"),
        "coercive_payment": Text("coercive payment, not a fine"),
    }[text]


_NOTHING: dict[str, Text] = {
    "no_fine_listed": Text("Section 65 lists no fine for this."),
    "no_fine_federal": Text("There are no fines against federal administration."),
    "no_fine_not_in_scope": Text("The company is not in scope, so there is no fine."),
    "no_fine_authority": Text("There are no fines against authorities."),
    "no_fine_s28_8": Text("The act does not apply, so there is no fine."),
    "no_fine_carved_out": Text("The duty does not apply to this company, so there is no fine."),
    "no_fine_registrar": Text("The duty does not apply to registrars, so there is no fine."),
    "no_fine_after_gdpr": Text("A data protection fine for the same conduct excludes a second fine."),
}

_NOTES: dict[str, Text] = {
    **_NOTHING,
    "several_acts": Text("Several acts are fined separately; one act is fined once."),
    "coercive_payment_not_added": Text("A coercive payment is not a fine and is not added."),
    "negligence_not_halved": Text("For this breach negligence does not halve the frame."),
    "natural_person_remote": Text("Whether this frame fits a person is arguable and practically remote."),
    "doubtful_reference": Text(
        "The provision refers to a text that has moved since 2026; whether it can be enforced is doubtful."
    ),
    "threat_sectors_only": Text("This duty binds only the sectors named in section 35(2)."),
    "frame_not_forecast": Text("This is the highest frame in law, not a forecast."),
}


def note(key: str) -> Sayable:
    """Return a note of a fine as a sentence."""
    return _NOTES[key]
