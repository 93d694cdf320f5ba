"""What an answer to each question may look like, checked before it is kept and again when it is read back.

One shape per question id, independent of the path, because stored answers must be readable before any path exists.
Reading back is strict: what this program would not have written is refused with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.core.text import Text
from app.law.facts import IN_FORCE
from app.law.regimes import ENTITY_TYPES
from app.wizard import json_answers as read
from app.wizard.numbers import fault as number_fault
from app.wizard.related import rows_fault
from app.wizard.values import (
    CARVE_OUTS,
    COUNTRIES,
    LEGAL_FORMS,
    MEASURES,
    PUBLIC_BODIES,
    ROLES,
    SEATS,
    UNKNOWN,
    WITHOUT_SIZE,
    Amounts,
    Enterprises,
    Value,
)

LONGEST_TEXT = 10_000
LATEST_YEAR = 2100

_YEAR = re.compile(r"20\d\d", re.ASCII)
_ACCOUNTS = re.compile(r"none|20\d\d(-first)?", re.ASCII)
_ROW_QUESTION = re.compile(r"row/([12])/(\d{1,2}\.\d{1,2}\.\d{1,2})/(role|reasons|main)", re.ASCII)
_WRONG_KIND = Text("This does not answer the question.")


@dataclass(frozen=True, slots=True)
class Shape:
    """How the answers to a question look: what is wrong with one, and how it is read from JSON."""

    fault: Callable[[Value], Text | None]
    decode: Callable[[object, str], Value]


def shape_of(question: str) -> Shape | None:
    """Return the shape of a question's answers, `None` if there is no such question."""
    row = _ROW_QUESTION.fullmatch(question)
    if row:
        return ROW_SHAPES[row[3]] if (int(row[1]), row[2]) in ENTITY_TYPES else None
    return SHAPES.get(question)


def fault(question: str, value: Value) -> Text | None:
    """Return why a value does not answer the question; "I don't know" always does."""
    shape = shape_of(question)
    if shape is None:
        return _WRONG_KIND
    return None if value is UNKNOWN else shape.fault(value)


def row_key(annex: int, no: str) -> str:
    """Return how a row of the Annexes is written in an answer: `2/5.4.1`."""
    return f"{annex}/{no}"


_ROW_KEYS = frozenset(row_key(annex, no) for annex, no in ENTITY_TYPES)


def _words(value: Value, *, missing: Text) -> Text | None:
    if not isinstance(value, str):
        return _WRONG_KIND
    if any("\ud800" <= char <= "\udfff" for char in value):
        return Text("The text contains half a character (a lone surrogate).")
    if len(value) > LONGEST_TEXT:
        return Text("At most {n} characters are possible.", n=LONGEST_TEXT)
    return None if value.strip() else missing


def _flag(value: Value) -> Text | None:
    return None if isinstance(value, bool) else Text("Please choose yes or no.")


def _one_of(value: Value, *, words: Sequence[str]) -> Text | None:
    return None if isinstance(value, str) and value in words else Text("Please choose one of the entries.")


def _accounts(value: Value) -> Text | None:
    fits = isinstance(value, str) and _ACCOUNTS.fullmatch(value)
    return None if fits else Text("Please choose one of the entries.")


def _several_of(value: Value, *, words: Sequence[str] | frozenset[str]) -> Text | None:
    fits = isinstance(value, tuple) and all(word in words for word in value) and len(set(value)) == len(value)
    return None if fits else Text("Please choose among the entries.")


def _amounts(value: Value, *, keys: Callable[[str], object]) -> Text | None:
    if not isinstance(value, Amounts) or not all(keys(key) for key, _ in value.figures):
        return _WRONG_KIND
    given = [figure for _, figure in value.figures if figure is not None]
    if not given or len(dict(value.figures)) < len(value.figures):
        one = len(value.figures) == 1
        several = Text("Please enter at least one figure, or choose “I don’t know”.")
        return Text("Please enter a figure, or choose “I don’t know”.") if one else several
    return next((wrong for figure in given if (wrong := number_fault(figure))), None)


def _enterprises(value: Value) -> Text | None:
    return rows_fault(value) if isinstance(value, Enterprises) else _WRONG_KIND


def _since(value: Value) -> Text | None:
    if not isinstance(value, date) or value.year > LATEST_YEAR:
        return Text("Please enter a date of the calendar.")
    return None if value > IN_FORCE else Text("The law has applied since {day}. Choose a later day.", day=IN_FORCE)


_NAME = Shape(partial(_words, missing=Text("Please enter the name.")), read.words)
_REASONS = Shape(partial(_words, missing=Text("Please write down the reasons; they are needed later.")), read.words)
_YES_NO = Shape(_flag, read.flag)
_BY_YEAR = Shape(partial(_amounts, keys=_YEAR.fullmatch), read.amounts)
_BY_MEASURE = Shape(partial(_amounts, keys=MEASURES.__contains__), read.amounts)


def _choice(words: Sequence[str]) -> Shape:
    return Shape(partial(_one_of, words=words), read.words)


def _several(words: Sequence[str] | frozenset[str]) -> Shape:
    return Shape(partial(_several_of, words=words), read.several)


SHAPES: dict[str, Shape] = {
    "company": _NAME,
    "legal_form": _choice(LEGAL_FORMS),
    "legal_form_other": _NAME,
    "public_body": _choice(PUBLIC_BODIES),
    "seat": _choice(SEATS),
    "eu_country": _choice(COUNTRIES),
    "rows": _several(_ROW_KEYS),
    "without_size": _several(WITHOUT_SIZE),
    "trust_qualified": _YES_NO,
    "accounts": Shape(_accounts, read.words),
    "headcount": _BY_YEAR,
    "turnover": _BY_YEAR,
    "balance": _BY_YEAR,
    "related": _YES_NO,
    "related_list": Shape(_enterprises, read.enterprises),
    "it_independent": _YES_NO,
    "older_year": _BY_MEASURE,
    "kritis": _YES_NO,
    "carve_outs": _several(CARVE_OUTS),
    "hospital": _YES_NO,
    "since_start": _YES_NO,
    "since": Shape(_since, read.day),
    "group_turnover": Shape(partial(_amounts, keys="turnover_eur".__eq__), read.amounts),
}
"""The shapes of all questions but those about a single row."""
ROW_SHAPES: dict[str, Shape] = {"role": _choice(ROLES), "reasons": _REASONS, "main": _YES_NO}
"""The shapes of the questions about one row, `row/2/5.4.1/role`."""
