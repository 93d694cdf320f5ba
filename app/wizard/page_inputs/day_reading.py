"""Reads a day the way people write it: `1.3.2026`, `01.03.26`, `2026-03-01`, `1 March 2026`, `1. März 2026`.

A month in figures stands in the middle, as in Germany and Britain. What was understood is said with the month in
letters, so that nobody has to trust that.
"""

from __future__ import annotations

import re
from datetime import date

from app.core.language import Language
from app.core.text import Text
from app.ui.fields import Reading

_FIGURES = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_LETTERS = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]{3,})\.?\s*(\d{4}|\d{2})")
_MONTHS = (
    ("jan", "jän"), ("feb",), ("mär", "mar", "mae", "mrz"), ("apr",), ("mai", "may"), ("jun",),
    ("jul",), ("aug",), ("sep",), ("okt", "oct"), ("nov",), ("dez", "dec"),
)  # fmt: skip
_CENTURY = 100


def read_day(text: str, language: Language) -> Reading:
    """Return the day that a text means, with the words for it; an empty text is an empty field."""
    plain = " ".join(text.split()).casefold()
    if not plain:
        return Reading(None)
    found = _day(plain)
    if found is None:
        reason = Text("This is not a date we understand. Example: {day}.", day=date(2026, 3, 1))
        return Reading(None, language.say(reason))
    words = Text("understood as {day}", day=language.date(found, long=True))
    return Reading(found, language.say(words))


def _day(plain: str) -> date | None:
    iso, figures, letters = (pattern.fullmatch(plain) for pattern in (_ISO, _FIGURES, _LETTERS))
    if iso:
        return _made(iso[1], int(iso[2]), iso[3])
    if figures:
        return _made(figures[3], int(figures[2]), figures[1])
    if letters:
        month = next((n for n, names in enumerate(_MONTHS, start=1) if letters[2].startswith(names)), 0)
        return _made(letters[3], month, letters[1])
    return None


def _made(year: str, month: int, day: str) -> date | None:
    full = int(year) + (2000 if int(year) < _CENTURY else 0)
    try:
        return date(full, month, int(day))
    except ValueError:
        return None
