"""What the history page can have done: read a part of it, show a record before and after, take back, check, copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QGuiApplication

from app.core.text import Sayable, Text
from app.shell.models.history import Choice
from app.shell.models.history_fields import FieldChange, field_changes, title_of
from app.shell.models.history_words import why_not
from app.shell.session import Session
from app.system.vault_troubles import sentence
from app.ui.task import Progress
from database import undoing
from database.chain import Entry, Head, Item
from database.errors import VaultError
from database.history import entries, head, versions
from database.undoing import NotUndoable
from database.verifying import Verdict, verify

AT_ONCE = 200
"""Entries that are read at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryDeeds:
    """Everything a page asks of a history. All but `verify` answer at once; VaultError if the vault cannot be read."""

    part: Callable[[int | None, Choice], tuple[Entry, ...]]
    title: Callable[[Item], Sayable]
    changes: Callable[[int, Item], tuple[FieldChange, ...]]
    why_not: Callable[[int, Item], Text | None]
    take_back: Callable[[Item], Text | None]
    head: Callable[[], Head]
    verify: Callable[[Progress], Verdict]
    copy: Callable[[str], None]


def history_deeds(session: Session) -> HistoryDeeds:
    """Return what can be done with the history of this session's vault."""
    vault = session.vault

    @cache
    def title(table: str, record: str) -> Sayable:
        last = entries(vault, limit=1, table=table, record=record)[0]
        before, after = versions(vault, last.sequence, table, record)
        return title_of(table, after or before)

    return HistoryDeeds(
        part=lambda before, choice: entries(
            vault, before=before, limit=AT_ONCE, table=choice.table, record=choice.record
        ),
        title=lambda item: title(item.table, item.record),
        changes=lambda sequence, item: field_changes(item.table, *versions(vault, sequence, item.table, item.record)),
        why_not=lambda sequence, item: _why_not(session, sequence, item),
        take_back=lambda item: _taken_back(session, item),
        head=lambda: head(vault),
        verify=lambda _progress: session.apart(verify),
        copy=lambda text: QGuiApplication.clipboard().setText(text),
    )


def _why_not(session: Session, sequence: int, item: Item) -> Text | None:
    last = entries(session.vault, limit=1, table=item.table, record=item.record)
    if last and last[0].sequence != sequence:
        return why_not("superseded")
    if session.read_only:
        return why_not("read_only")
    reason = undoing.why_not(session.vault, item.table, item.record)
    return why_not(reason) if reason else None


def _taken_back(session: Session, item: Item) -> Text | None:
    """Take back the last change of a record; return why not, if not."""
    try:
        session.take_back(item.table, item.record)
    except NotUndoable as error:
        return why_not(error.why)
    except VaultError as error:
        return sentence(error)
    return None
