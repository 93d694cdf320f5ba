"""Reads facts out of JSON values, strictly: what is not in the format is refused with its place and what is allowed.

A `null` number is unknown, never zero. Nothing is guessed, rounded or silently dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from app.core.text import Joined, Text
from app.law import json_values as read
from app.law.facts import (
    IN_FORCE,
    Activity,
    Establishment,
    Facts,
    Figures,
    Period,
    RelatedEnterprise,
    Relation,
    Special,
)
from app.law.json_values import BadFacts
from app.law.regimes import ENTITY_TYPES, EU_MEMBER_STATES

__all__ = ["BadFacts", "read_facts"]

T = TypeVar("T")

_FIGURES = ("headcount_awu", "turnover_eur", "balance_sheet_eur")
_FACTS = (
    "summary company as_of in_scope_since activities own related it_independent periods new_enterprise special "
    "establishment group_worldwide_turnover_eur legal_form nace_rev2"
).split()


def read_facts(value: object, today: date) -> Facts:
    """Return the facts of one company; `as_of` is `today` unless the facts name their day.

    Raises BadFacts with the path of the first key that is wrong.
    """
    given = read.obj(value, "", _FACTS)
    if "own" in given and "periods" in given:
        raise BadFacts("periods", Text("Give either “own” or “periods”, not both."))
    return Facts(
        as_of=_optional(given, "as_of", read.day, today),
        company=_optional(given, "company", read.text, ""),
        in_scope_since=_optional(given, "in_scope_since", read.day, IN_FORCE),
        activities=_each(given, "activities", _activity),
        own=_figures(given["own"], "own") if "own" in given else Figures(),
        related=_each(given, "related", _related),
        it_independent=_optional(given, "it_independent", read.flag_or_unknown, None),
        periods=_periods(given),
        new_enterprise=_optional(given, "new_enterprise", read.flag, default=False),
        special=frozenset(_each(given, "special", _special)),
        establishment=_establishment(given),
        group_worldwide_turnover_eur=_optional(given, "group_worldwide_turnover_eur", read.number, None),
        legal_form=_optional(given, "legal_form", read.text, ""),
        nace_rev2=_optional(given, "nace_rev2", read.text, ""),
    )


def _optional(given: Mapping[str, object], key: str, reader: Callable[[object, str], T], default: T) -> T:
    return reader(given[key], key) if key in given else default


def _each(given: Mapping[str, object], key: str, reader: Callable[[object, str], T]) -> tuple[T, ...]:
    entries = read.array(given.get(key, []), key)
    return tuple(reader(entry, f"{key}[{index}]") for index, entry in enumerate(entries))


def _figures(value: object, path: str, also: Iterable[str] = ()) -> Figures:
    given = read.obj(value, path, [*_FIGURES, *also])
    return Figures(*(read.number(given.get(name), f"{path}.{name}") for name in _FIGURES))


def _special(value: object, path: str) -> Special:
    return Special(read.word(value, path, list(Special)))


def _activity(value: object, path: str) -> Activity:
    given = read.obj(value, path, ["annex", "no", "negligible", "doubtful", "main_activity"])
    annex, no = given.get("annex"), given.get("no")
    if isinstance(annex, bool) or annex not in (1, 2):
        raise BadFacts(f"{path}.annex", Text("The annex is 1 or 2."))
    if not isinstance(no, str) or (annex, no) not in ENTITY_TYPES:
        raise BadFacts(f"{path}.no", Text("There is no such number in Annex {annex}.", annex=str(annex)))
    return Activity(
        annex=1 if annex == 1 else 2,
        no=no,
        negligible=read.flag_or_unknown(given.get("negligible", False), f"{path}.negligible"),
        doubtful=read.flag(given.get("doubtful", False), f"{path}.doubtful"),
        main_activity=read.flag_or_unknown(given.get("main_activity", True), f"{path}.main_activity"),
    )


def _related(value: object, path: str) -> RelatedEnterprise:
    own_keys = ["relation", "share", "via", "new_since_accounts"]
    figures = _figures(value, path, own_keys)
    given = read.obj(value, path, [*_FIGURES, *own_keys])
    if "relation" not in given:
        raise BadFacts(f"{path}.relation", Text("This is missing. Allowed: {words}.", words=_words(Relation)))
    return RelatedEnterprise(
        relation=Relation(read.word(given["relation"], f"{path}.relation", list(Relation))),
        share=read.number(given.get("share"), f"{path}.share", Decimal(1)),
        figures=figures,
        via=read.text(given.get("via", ""), f"{path}.via"),
        new_since_accounts=read.flag(given.get("new_since_accounts", False), f"{path}.new_since_accounts"),
    )


def _words(words: Iterable[str]) -> Joined:
    return Joined(tuple(str(word) for word in words), "or")


def _periods(given: Mapping[str, object]) -> tuple[Period, ...]:
    periods = _each(given, "periods", _period)
    if "periods" in given and not periods:
        raise BadFacts("periods", Text("At least one year is needed."))
    for index, (newer, older) in enumerate(pairwise(periods), start=1):
        if older.fy != newer.fy - 1:
            raise BadFacts(f"periods[{index}].fy", Text("The years must be consecutive, the newest first."))
    return periods


def _period(value: object, path: str) -> Period:
    given = read.obj(value, path, ["fy", *_FIGURES])
    return Period(fy=read.year(given.get("fy"), f"{path}.fy"), figures=_figures(value, path, ["fy"]))


def _establishment(facts: Mapping[str, object]) -> Establishment:
    if "establishment" not in facts:
        return Establishment()
    given = read.obj(facts["establishment"], "establishment", ["germany", "eu_main"])
    germany = read.flag(given.get("germany", True), "establishment.germany")
    eu_main = given.get("eu_main", "DE" if germany else None)
    if eu_main is not None:
        eu_main = read.word(eu_main, "establishment.eu_main", sorted(EU_MEMBER_STATES))
    return Establishment(germany=germany, eu_main=eu_main)
