"""The lines of the history as values: who did what and when, and whether the clock had been set back before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.text import Plural, Sayable, Text
from app.reports.history_head import in_groups
from app.shell.models.history_words import broken, change_name, register_name
from database.chain import Entry, Head
from database.verifying import Verdict


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as the list shows it; `at` is local time."""

    entry: Entry
    at: datetime
    what: Sayable
    register: Sayable

    @property
    def number(self) -> str:
        """Return the number of the entry."""
        return str(self.entry.sequence)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which entries are shown: all, those of a register, or those of one record."""

    table: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """What a check of the history has found: one sentence, what was looked at, and whose signatures there are."""

    holds: bool
    sentence: Text
    seen: tuple[Sayable, ...]
    signers: tuple[str, ...]


def history_line(entry: Entry) -> HistoryLine:
    """Return an entry as the list shows it."""
    tables = tuple(dict.fromkeys(item.table for item in entry.items))
    register = register_name(tables[0]) if len(tables) == 1 else ""
    return HistoryLine(entry, entry.at.astimezone(), change_name(entry.name), register)


def clock_was_set_back(newer: Entry, older: Entry) -> bool:
    """Tell whether an entry claims to be earlier than one that was there before it."""
    return newer.at < older.at


def copied(head: Head) -> str:
    """Return the head of the history as one line for the clipboard."""
    return f"{head.sequence} {head.hash}"


def verdict_words(verdict: Verdict) -> VerdictWords:
    """Return what a check has found in words."""
    if verdict.broken:
        sentence = broken(verdict.broken.reason, verdict.broken.sequence)
    else:
        sentence = Text("The history is unbroken, and every record is as its last entry left it.")
    seen = (
        Plural("{n} entry", "{n} entries", n=verdict.head.sequence),
        Plural("{n} record compared", "{n} records compared", n=verdict.records),
        Plural("{n} signature", "{n} signatures", n=verdict.checkpoints),
    )
    return VerdictWords(
        verdict.broken is None, sentence, seen, tuple(" ".join(in_groups(one)) for one in verdict.signers)
    )
