"""The `deadlines` answers of the command line: each kind of question with its facts and its dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from app.core.text import Text
from app.law import json_values as read
from app.law.deadlines import exists, hours_after, months_after, next_working_day, weeks_after
from app.law.json_values import BadFacts
from app.law.scope import EVIDENCE_NOT_BEFORE, EVIDENCE_NOT_BEFORE_HOSPITAL

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", re.ASCII)

Answer = dict[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of deadline: the keys its facts may have and how they are answered."""

    keys: tuple[str, ...]
    answer: Callable[[Mapping[str, object]], Answer]


def answer_deadline(value: object) -> Answer:
    """Return the dates of one question. Raises BadFacts with the path of the first key that is wrong."""
    if not isinstance(value, Mapping):
        raise BadFacts("", Text("Expected an object in braces."))
    if "kind" not in value:
        raise BadFacts("kind", Text("This is missing."))
    kind = _KINDS[read.word(value["kind"], "kind", list(_KINDS))]
    given = read.obj(value, "", ["summary", "kind", *kind.keys])
    try:
        return kind.answer(given)
    except OverflowError as error:
        raise BadFacts(kind.keys[0], Text("The deadline lies beyond the calendar.")) from error


def _required(given: Mapping[str, object], key: str) -> object:
    if key not in given:
        raise BadFacts(key, Text("This is missing."))
    return given[key]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _knowledge(given: Mapping[str, object]) -> tuple[datetime, bool]:
    """Return the moment of knowledge and whether it was given with seconds."""
    name = read.text(given.get("tz", "Europe/Berlin"), "tz")
    if name not in _zones():
        raise BadFacts("tz", Text("Expected a time zone by its IANA name, such as Europe/Berlin."))
    written = read.text(_required(given, "knowledge_at"), "knowledge_at")
    local = _local(written)
    zone = ZoneInfo(name)
    if not exists(local, zone):
        raise BadFacts("knowledge_at", Text("This hour does not exist: the clocks were put forward."))
    return local.replace(tzinfo=zone, fold=0), written.count(":") > 1


def _local(written: str) -> datetime:
    reason = Text("Expected a local date and time without offset, written 2026-03-10T09:15.")
    if not _MOMENT.fullmatch(written):
        raise BadFacts("knowledge_at", reason)
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise BadFacts("knowledge_at", reason) from error


def _moment(moment: datetime, *, seconds: bool) -> str:
    return moment.isoformat(timespec="seconds" if seconds else "minutes")


def _two_steps(given: Mapping[str, object]) -> Answer:
    knowledge, seconds = _knowledge(given)
    return {
        "early_warning_due": _moment(hours_after(knowledge, 24), seconds=seconds),
        "notification_due": _moment(hours_after(knowledge, 72), seconds=seconds),
    }


def _gdpr(given: Mapping[str, object]) -> Answer:
    knowledge, seconds = _knowledge(given)
    return {"due": _moment(hours_after(knowledge, 72), seconds=seconds)}


def _dated(key: str, end: Callable[[date], date]) -> Kind:
    def answer(given: Mapping[str, object]) -> Answer:
        strict = end(read.day(_required(given, key), key))
        return {"strict": strict.isoformat(), "next_working_day": next_working_day(strict).isoformat()}

    return Kind((key,), answer)


def _training(given: Mapping[str, object]) -> Answer:
    attended = read.day(_required(given, "last_attended"), "last_attended")
    return {"recommended": months_after(attended, 36).isoformat()}


def _evidence(given: Mapping[str, object]) -> Answer:
    hospital = read.flag(given.get("hospital", False), "hospital")
    return {"earliest": (EVIDENCE_NOT_BEFORE_HOSPITAL if hospital else EVIDENCE_NOT_BEFORE).isoformat()}


_FROM_KNOWLEDGE = ("knowledge_at", "tz")

_KINDS: dict[str, Kind] = {
    "incident": Kind(_FROM_KNOWLEDGE, _two_steps),
    "final_report": _dated("notification_submitted_on", lambda day: months_after(day, 1)),
    "registration": _dated("in_scope_since", lambda day: months_after(day, 3)),
    "change_of_registration_data": _dated("learned_on", lambda day: weeks_after(day, 2)),
    "change_of_section_34_data": _dated("changed_on", lambda day: months_after(day, 3)),
    "management_training": Kind(("last_attended",), _training),
    "evidence_order_bwe": Kind(("hospital",), _evidence),
    "gdpr_notification": Kind(_FROM_KNOWLEDGE, _gdpr),
    "cra_vulnerability": Kind(_FROM_KNOWLEDGE, _two_steps),
    "cra_incident": Kind(_FROM_KNOWLEDGE, _two_steps),
}
