"""Reads a number the way people write it: `12.500.000`, `12,5 Mio. €`, `12.5m`, `49,6`.

Somebody who types a figure must not have to think about separators, so both conventions are understood in
both languages, and what was understood is always said. Babel's strict parser knows one convention per locale
and no scale words, so the reading is done here; Babel only speaks the result. One case is truly ambiguous, a
single separator before exactly three digits. An amount in euros has no third decimal, so there it groups
(`1,250` is 1.250 €); in every other case the language on screen decides, and the reading shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.core.language import Code
from app.core.text import Money, Percent, Text

MAXIMUM = Decimal(10) ** 15
DIGITS = 15
"""Significant digits that survive every JSON reader unchanged."""
PLACES = 6
LONGEST = 60


class Quantity(StrEnum):
    """What a number counts; it decides which units are understood."""

    PEOPLE = "people"
    EURO = "euro"
    SHARE = "share"
    """Always in per cent, with or without the sign; the value is a share of one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An understood number, and the sentence that shows how it was understood."""

    value: Decimal
    said: Text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a text is no number here."""

    reason: Text


_SPACES = re.compile("[\\s\u00a0\u2000-\u200a\u202f\u205f\u2060\ufeff]+")
_ABOUT = re.compile(r"(?:ca\b\.?|circa\b|etwa\b|rund\b|ungefähr\b|approx\b\.?|about\b|around\b|≈|~)\s*")
_SHAPE = re.compile(
    r"(?P<before>[^\d.,]*)(?P<number>(?:\d|[.,](?=\d))(?:[\d.,]|[ '’](?=\d))*)(?P<after>[^\d]*)", re.ASCII
)
_WORD = re.compile(r"[tk]€|[^\W\d_]+\.?|[€%]")

_THOUSAND = 3
_SCALES: dict[str, int] = {
    **dict.fromkeys(("tsd", "tausend", "k", "thousand", "thousands"), _THOUSAND),
    **dict.fromkeys(("mio", "mill", "million", "millionen", "millions", "mn", "m"), 6),
    **dict.fromkeys(("mrd", "milliarde", "milliarden", "bn", "bln"), 9),
}
_BILLIONS: dict[Code, dict[str, int]] = {
    "de": {"billion": 12, "billionen": 12},
    "en": {"billion": 9, "billions": 9},
}
_EURO_THOUSANDS = ("teur", "t€", "keur", "k€")
_UNITS: dict[Quantity, frozenset[str]] = {
    Quantity.EURO: frozenset({"€", "eur", "euro", "euros"}),
    Quantity.PEOPLE: frozenset(
        "fte ftes vzä vza vzk jae awu awus stelle stellen vollzeitstelle vollzeitstellen vollzeit mitarbeiter "
        "mitarbeiterinnen mitarbeitende beschäftigte personen köpfe leute ma people persons employees staff "
        "heads positions".split()
    ),
    Quantity.SHARE: frozenset({"%", "prozent", "percent"}),
}


def read_number(text: str, language: Code, kind: Quantity) -> Reading | Unreadable:
    """Return the number that the text means in this language, or why it means none. Nothing is rounded."""
    plain = _SPACES.sub(" ", text).strip().lower()
    if not plain:
        return Unreadable(Text("Please enter a number."))
    shape = _SHAPE.fullmatch(_ABOUT.sub("", plain, count=1)) if len(plain) <= LONGEST else None
    if shape is None:
        return Unreadable(_not_a_number(plain))
    words = _words(shape["before"], shape["after"])
    if words is None:
        return Unreadable(_not_a_number(plain))
    power = _power(words, language, kind)
    if isinstance(power, Unreadable):
        return power
    bare = kind is Quantity.EURO and power == 0
    digits = _digits(shape["number"].strip(), language, always_groups=bare)
    if digits is None:
        return Unreadable(Text("The dots, commas and spaces in this number do not fit together."))
    return _checked(Decimal(digits).scaleb(power), kind)


def said(value: Decimal, kind: Quantity) -> Text:
    """Return the sentence that shows a value as it was understood."""
    if kind is Quantity.EURO:
        return Text("understood as {amount}", amount=Money(value))
    if kind is Quantity.SHARE:
        return Text("understood as {share}", share=Percent(value))
    return Text("understood as {number}", number=value)


def _not_a_number(plain: str) -> Text:
    if re.match(r"[-\u2212\u2012-\u2014]\s*[\d.,€]", plain) or re.fullmatch(r"\([\d., ]+\)", plain):
        return Text("Negative numbers are not possible here.")
    return Text("This is not a number we understand. Examples: 12,500,000 or 12.5 million or 60.")


def _words(before: str, after: str) -> list[str] | None:
    """Return the words around the digits, or `None` if there is something else around them."""
    if (_WORD.sub("", before) + _WORD.sub("", after)).strip():
        return None
    return [word.rstrip(".") for word in _WORD.findall(f"{before} {after}")]


def _power(words: list[str], language: Code, kind: Quantity) -> int | Unreadable:
    """Return the power of ten that scale words add; each kind of word may stand once."""
    scales = {} if kind is Quantity.SHARE else {**_SCALES, **_BILLIONS[language]}
    powers = [scales[word] for word in words if word in scales]
    thousands = [_THOUSAND for word in words if word in _EURO_THOUSANDS]
    units = [word for word in words if word in _UNITS[kind]]
    if any(word in _UNITS[Quantity.SHARE] for word in words) and kind is not Quantity.SHARE:
        return Unreadable(Text("A percentage is not possible here."))
    if thousands and kind is not Quantity.EURO:
        return Unreadable(Text("An amount of money is not possible here."))
    known = len(powers) + len(thousands) + len(units)
    if known < len(words) or len(powers) + len(thousands) > 1 or len(units) + len(thousands) > 1:
        return Unreadable(Text("We do not understand “{words}” beside the number.", words=" ".join(words)))
    return sum(powers) + sum(thousands)


def _digits(number: str, language: Code, *, always_groups: bool) -> str | None:
    """Return the number with a decimal point and no grouping, or `None` if its separators contradict each other."""
    number = number.replace("’", "'")
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        decimal = "," if number.rfind(",") > number.rfind(".") else "."
    elif dots + commas == 1:
        decimal = _single(number, "." if dots else ",", language, always_groups=always_groups)
    else:
        decimal = ""
    whole, _, fraction = number.partition(decimal) if decimal else (number, "", "")
    if fraction and not fraction.isdecimal():
        return None
    ungrouped = _ungrouped(whole)
    return None if ungrouped is None else f"{ungrouped}.{fraction}" if fraction else ungrouped


def _single(number: str, separator: str, language: Code, *, always_groups: bool) -> str:
    """Return the separator if it marks decimals, or nothing if it groups."""
    whole, _, fraction = number.partition(separator)
    could_group = re.fullmatch(r"[1-9]\d{0,2}", whole) and re.fullmatch(r"\d{3}", fraction)
    if not could_group:
        return separator
    groups = always_groups or separator == ("." if language == "de" else ",")
    return "" if groups else separator


def _ungrouped(whole: str) -> str | None:
    if whole.isdecimal() or not whole:
        return whole or "0"
    grouped = re.fullmatch(r"\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*", whole)
    return re.sub(r"[., ']", "", whole) if grouped else None


def _checked(value: Decimal, kind: Quantity) -> Reading | Unreadable:
    if kind is Quantity.SHARE:
        if value > 100:  # noqa: PLR2004 - per cent
            return Unreadable(Text("A share is at most 100 per cent."))
        value = value.scaleb(-2)
    reason = fault(value)
    return Unreadable(reason) if reason else Reading(_plain(value), said(_plain(value), kind))


def fault(value: Decimal) -> Text | None:
    """Return why a value cannot be kept: it is too large, or finer than any figure of a company."""
    if not value.is_finite() or value < 0:
        return Text("Negative numbers are not possible here.")
    if value > MAXIMUM:
        return Text("This number is too large.")
    _, digits, exponent = value.normalize().as_tuple()
    if int(exponent) < -PLACES or len(digits) > DIGITS:
        return Text("This number has more digits than a figure of a company can have.")
    return None


def _plain(value: Decimal) -> Decimal:
    """Return the value without trailing zeros or an exponent, so that equal figures are stored equally."""
    normal = value.normalize()
    return normal.quantize(Decimal(1)) if int(normal.as_tuple().exponent) > 0 else normal
