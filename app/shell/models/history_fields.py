"""What a change has changed, field by field, in words: the raw columns of a record before and after it.

A field that this program does not know is shown by the name of its column, to the letter; so is a value that is not in
the form it should have. Long contents are not printed twice: of answers only those that differ are shown, of recorded
facts where they can be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.core.text import Sayable, Text
from app.reports.history_head import in_groups
from app.shell.models.history_answers import answer_changes
from app.shell.models.sizes import size

Row = Mapping[str, object]
NOTHING = "–"
_PLAIN_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as it was and as it is; of a record that is new or gone, one side is empty."""

    name: Sayable
    before: Sayable
    after: Sayable


def field_changes(table: str, before: Row | None, after: Row | None) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order of the register's form."""
    return tuple(_changes(table, before or {}, after or {}))


def title_of(table: str, row: Row | None) -> Sayable:
    """Return what tells a record from the others of its register, as far as anything does."""
    if row is None or table == "drafts":
        return ""
    if table == "assessments":
        return Text("as of {day}", day=_day(row.get("as_of")))
    if table == "backup_proofs":
        return Text("backup of {moment}", moment=_moment(row.get("backup_made_at")))
    return str(row.get("title") or row.get("name") or "")


def _changes(table: str, before: Row, after: Row) -> Iterator[FieldChange]:
    known = _FIELDS.get(table, {})
    names = [name for name in known if name in before or name in after]
    names += sorted((set(before) | set(after)) - set(known) - {"id"})
    for name in names:
        if name in before and name in after and before[name] == after[name]:
            continue
        if table == "drafts" and name == "answers":
            yield from (FieldChange(*one) for one in answer_changes(before.get(name), after.get(name)))
            continue
        title, said = known.get(name, (name, _to_the_letter))
        if not title:
            continue
        yield FieldChange(title, *(said(row[name]) if name in row else "" for row in (before, after)))


def _to_the_letter(value: object) -> Sayable:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, dict) and set(value) == {"bytes", "sha256"}:
        return Text("a file of {size}", size=size(int(value["bytes"])))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _moment(value: object) -> Sayable:
    with suppress(TypeError, ValueError):
        return datetime.fromisoformat(str(value)).astimezone()
    return _to_the_letter(value)


def _day(value: object) -> Sayable:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(str(value))
    return _to_the_letter(value)


def _recorded(_value: object) -> Sayable:
    return Text("complete, to be read under “Earlier assessments”")


def _bytes(value: object) -> Sayable:
    return size(value) if isinstance(value, int) else _to_the_letter(value)


def _seconds(value: object) -> Sayable:
    if _PLAIN_NUMBER.fullmatch(str(value)):
        return Text("{n} s", n=Decimal(str(value)))
    return _to_the_letter(value)


def _opened_with(value: object) -> Sayable:
    words: dict[object, Text] = {"passphrase": Text("the passphrase"), "recovery": Text("the recovery key")}
    return words.get(value) or _to_the_letter(value)


def _found(value: object) -> Sayable:
    words: dict[object, Text] = {
        "": Text("everything equal"),
        "damaged": Text("the backup is damaged"),
        "contents": Text("other contents than it says"),
        "history": Text("its history does not hold"),
    }
    return words.get(value) or _to_the_letter(value)


def _checksum(value: object) -> Sayable:
    return " ".join(in_groups(str(value)))


_FIELDS: Mapping[str, Mapping[str, tuple[Text | None, Callable[[object], Sayable]]]] = {
    "companies": {
        "name": (Text("Name"), _to_the_letter),
        "legal_form": (Text("Legal form"), _to_the_letter),
        "created_at": (Text("Entered"), _moment),
    },
    "drafts": {
        "title": (Text("Company"), _to_the_letter),
        "answers": (Text("Answers"), _to_the_letter),
        "saved_at": (None, _moment),
    },
    "assessments": {
        "title": (Text("Company"), _to_the_letter),
        "as_of": (Text("Facts as of"), _day),
        "recorded_at": (Text("Recorded"), _moment),
        "law_version": (Text("Version of the law"), _to_the_letter),
        "facts": (Text("Facts and result"), _recorded),
        "result": (None, _recorded),
        "sha256": (Text("Fingerprint (SHA-256)"), _checksum),
    },
    "backup_proofs": {
        "held_at": (Text("Proven"), _moment),
        "backup_made_at": (Text("Backup of"), _moment),
        "backup_bytes": (Text("Size"), _bytes),
        "opened_with": (Text("Opened with"), _opened_with),
        "seconds": (Text("Took"), _seconds),
        "records": (Text("Records"), _to_the_letter),
        "entries": (Text("Entries of the history"), _to_the_letter),
        "failure": (Text("Found"), _found),
        "head": (Text("Head of the history"), _checksum),
        "backup_sha256": (Text("Fingerprint (SHA-256)"), _checksum),
    },
    "sheet_checks": {
        "checked_at": (Text("Checked"), _moment),
        "made_on": (Text("Sheet of"), _day),
    },
}
"""Per register the fields in the order of its form, with their names and how their values are said.

A field without a name is said together with the one before it.
"""
