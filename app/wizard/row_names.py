"""The rows of the Annexes by the names people read, taken from the shipped law content."""

from __future__ import annotations

from app.core.text import Sayable
from app.law.entity_types import by_key
from app.law.regimes import Key


def row_name(row: Key) -> Sayable:
    """Return what the entity type is called, short enough for a sentence."""
    return by_key(*row).short


def row_of(word: str) -> Key:
    """Return the row that an answer names, `2/5.4.1`."""
    annex, _, no = word.partition("/")
    return int(annex), no
