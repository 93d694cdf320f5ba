"""A small schema that no real register uses, and a cost that makes a hundred passphrases a second possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Date, MetaData, Table, Text

from app.core.canonical import canonical, parsed
from database.keys import Argon2Cost
from database.repository import Kept
from database.schema import Schema
from database.tables import Exact, Moment, Written, unchangeable
from database.vault import Vault

CHEAP = Argon2Cost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASE = "Es grünt so grün"  # noqa: S105 - the tests' own

ROOT = Path(__file__).resolve().parents[2]

METADATA = MetaData()


@dataclass(frozen=True, slots=True)
class Note:
    """One record of every kind of column."""

    id: str
    words: str
    on: date | None = None
    at: datetime | None = None
    amount: Decimal | None = None
    answers: Any = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A record that is never changed."""

    id: str
    words: str


NOTES = Kept(
    Note,
    Table(
        "notes",
        METADATA,
        Column("id", Text, primary_key=True),
        Column("words", Text, nullable=False),
        Column("on", Date),
        Column("at", Moment),
        Column("amount", Exact),
        Column("answers", Written(canonical, parsed)),
    ),
)
MARKS = Kept(
    Mark,
    unchangeable(Table("marks", METADATA, Column("id", Text, primary_key=True), Column("words", Text, nullable=False))),
)
SCHEMA = Schema(version=3, tables=lambda: METADATA)


def write(vault: Vault, *words: str) -> None:
    """Put one note for each word into the vault, in one transaction."""
    with vault.change("notes.written") as tx:
        for word in words:
            tx.add(NOTES, Note(id=word, words=word))


def words(vault: Vault) -> set[str]:
    """Return the words of all notes."""
    with vault.reading() as view:
        return {note.words for note in view.all(NOTES)}
