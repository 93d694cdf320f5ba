"""Reads the facts of a fine out of JSON values, as strictly as the scope facts are read."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.text import Text
from app.law import json_values as read
from app.law.exposure import ADDRESSEES, ENTITY_CLASSES, FAULTS, FineCase
from app.law.facts import Special
from app.law.fine_frames import FRAMES
from app.law.json_values import BadFacts

_REQUIRED = ("entity_class", "violation", "group_worldwide_turnover_eur", "fault", "addressee")


def read_fine_case(value: object) -> FineCase:
    """Return the facts of one fine. Raises BadFacts with the path of the first key that is wrong."""
    given = read.obj(value, "", ["summary", *_REQUIRED, "special", "gdpr_fine_same_conduct"])
    for name in _REQUIRED:
        if name not in given:
            raise BadFacts(name, Text("This is missing."))
    violations = _violations(given["violation"])
    fault = read.word(given["fault"], "fault", FAULTS)
    if fault == "n/a" and set(violations) != {"zwangsgeld"}:
        raise BadFacts("fault", Text("“n/a” is only for “zwangsgeld” alone."))
    return FineCase(
        entity_class=read.word(given["entity_class"], "entity_class", ENTITY_CLASSES),
        violations=violations,
        group_worldwide_turnover_eur=read.number(given["group_worldwide_turnover_eur"], "group_worldwide_turnover_eur"),
        fault=fault,
        addressee=read.word(given["addressee"], "addressee", ADDRESSEES),
        special=_special(given),
        gdpr_fine_same_conduct=read.flag(given.get("gdpr_fine_same_conduct", False), "gdpr_fine_same_conduct"),
    )


def _violations(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (read.word(value, "violation", list(FRAMES)),)
    entries = read.array(value, "violation")
    if not entries:
        raise BadFacts("violation", Text("At least one violation is needed."))
    return tuple(read.word(entry, f"violation[{i}]", list(FRAMES)) for i, entry in enumerate(entries))


def _special(given: Mapping[str, object]) -> frozenset[Special]:
    entries = read.array(given.get("special", []), "special")
    return frozenset(Special(read.word(entry, f"special[{i}]", list(Special))) for i, entry in enumerate(entries))
