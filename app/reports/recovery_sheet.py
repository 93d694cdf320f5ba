"""The recovery sheet: one page on paper that opens the vault when nobody knows the passphrase any more.

It is read in a bad moment, perhaps by somebody who has never seen the program. So it says what it is for, how it is
used and where it belongs, and leaves room to note who has a copy and when somebody last looked. The key stands on the
page and nowhere else in the file: not in its title, not in its bookmarks, and in no code that a camera could read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from app.core.text import Sayable, Text
from app.reports.document import (
    Beside,
    Blank,
    Block,
    BulletList,
    Column,
    Digest,
    Document,
    HistoryHead,
    KeyGroups,
    NumberedList,
    Paragraph,
    Plain,
    Section,
    SmallPrint,
    StateCode,
    Strong,
    Table,
)
from app.reports.history_head import short_id

__all__ = ["RecoverySheet", "compose"]

_GROUPS, _CHARACTERS = 8, 5
_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet. `fingerprint` is that of the key which signs the history."""

    groups: tuple[str, ...] = field(repr=False)
    vault_name: str
    vault: str
    made_on: date
    fingerprint: str
    backup_places: tuple[str, ...] = ()
    head: HistoryHead | None = None

    def __post_init__(self) -> None:
        """Refuse half a key: the sheet would be found useless on the day it is needed."""
        if len(self.groups) != _GROUPS or any(len(group) != _CHARACTERS for group in self.groups):
            raise ValueError("not the groups of a recovery key")


def compose(sheet: RecoverySheet) -> Document:
    """Compose the recovery sheet of one vault."""
    title = Text("Recovery sheet")
    found = (
        (Text("Key"), _key(sheet)),
        (Text("Use"), _use()),
        (Text("Keeping"), _keeping()),
        (Text("Backups"), _backups(sheet.backup_places)),
        (Text("History"), _history(sheet)),
        (Text("Copies"), _copies()),
    )
    return Document(
        title=title,
        kicker=Text("Confidential"),
        under_title=_under_title(sheet),
        subject=title,
        author="Nachweis",
        footer=(title, sheet.vault_name, sheet.made_on),
        created=datetime.combine(sheet.made_on, time(), UTC),
        sections=tuple(
            Section(str(number), heading, tuple(blocks)) for number, (heading, blocks) in enumerate(found, start=1)
        ),
        head=sheet.head,
    )


def _under_title(sheet: RecoverySheet) -> tuple[Sayable, ...]:
    return (
        Text("Vault: {name} ({number})", name=sheet.vault_name, number=short_id(sheet.vault)),
        Text("Made on {day}", day=sheet.made_on),
    )


def _key(sheet: RecoverySheet) -> Iterator[Block]:
    yield Paragraph(
        (
            Strong(Text("Whoever has this sheet and the vault can open everything.")),
            Plain(Text("That is what it is for: it opens the vault when nobody knows the passphrase any more.")),
        )
    )
    yield KeyGroups(sheet.groups)
    yield SmallPrint(
        Text("The fifth character checks the other four, so a slip is found. There is no O, I or L, only 0 and 1.")
    )


def _use() -> Iterator[Block]:
    yield NumberedList(
        (
            Text("Install Nachweis on a computer you trust."),
            Text("Open the vault. If it is lost, open a backup."),
            Text("Choose “Forgotten the passphrase?” and type in the eight groups."),
            Text("Choose a new passphrase. Nothing in the vault is lost."),
        )
    )


def _keeping() -> Iterator[Block]:
    yield BulletList(
        (
            Text("In a safe, in a bank deposit box or with a notary."),
            Text("Not beside the computer and not with the backups."),
            Text("No photo, no scan, no e-mail."),
            Text(
                "A new sheet replaces this one. Backups made before it still need this one: keep it as long as you "
                "keep them."
            ),
        )
    )


def _backups(places: tuple[str, ...]) -> Iterator[Block]:
    if places:
        yield Paragraph(Text("On the day this sheet was made, the backups lay here:"))
        yield BulletList(places)
    else:
        yield Paragraph(Text("On the day this sheet was made, no place for backups had been set."))


def _history(sheet: RecoverySheet) -> Iterator[Block]:
    yield Paragraph(Text("Fingerprint of the key that signs the history (Ed25519):"))
    if sheet.head:
        yield StateCode(sheet.head)
    yield Digest(sheet.fingerprint)
    if sheet.head:
        yield Paragraph(
            Text("Its entry {number} on the day this sheet was made (SHA-256):", number=sheet.head.sequence)
        )
        yield Digest(sheet.head.hash)


def _copies() -> Iterator[Block]:
    yield Paragraph(Text("Note who has a copy. Look once a year whether all are in their place."))
    yield Beside(
        _form(Text("Where the sheet is kept"), Text("Who has it"), Text("Copies of this sheet")),
        _form(Text("Checked on"), Text("By whom"), Text("Yearly checks")),
    )


def _form(first: Text, second: Text, summary: Text) -> Table:
    """Return lines to write on, one per copy or year."""
    numbers = range(1, _LINES + 1)
    return Table(
        columns=(Column(Text("No."), 0.25), Column(first, 1.2), Column(second, 1.0)),
        rows=tuple(
            (str(number), Blank(_question(number, first)), Blank(_question(number, second))) for number in numbers
        ),
        summary=summary,
    )


def _question(number: int, what: Text) -> Text:
    return Text("{number}: {what}", number=number, what=what)
