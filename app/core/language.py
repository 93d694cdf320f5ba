"""One language speaking: sentences, numbers, money, dates.

A `Language` is built from a message catalogue and is the only thing that turns values into words. Babel does
the numbers and dates; it is imported at the first number, because the first window has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from gettext import NullTranslations
from typing import Literal

from app.core.citation import in_english
from app.core.text import Bilingual, Citation, Joined, Money, Percent, Plural, Sayable, Text
from app.core.typography import bind

Code = Literal["de", "en"]
CODES: tuple[Code, ...] = ("de", "en")

_LOCALES = {"de": "de_DE", "en": "en_GB"}
_DATE_PATTERNS = {"de": "dd.MM.yyyy", "en": "d MMM yyyy"}
_LONG_DATE_PATTERNS = {"de": "d. MMMM yyyy", "en": "d MMMM yyyy"}
_LAST_WORDS = {"de": {"and": "und", "or": "oder"}, "en": {"and": "and", "or": "or"}}
_QUOTES = {"de": ("„", "“"), "en": ("“", "”")}
_MILLION = 1_000_000
_OWN_SPACE = "\ufdd0"
"""Stands for a space of somebody's own text while a sentence is bound (a code point that is no character)."""


@dataclass(frozen=True, slots=True)
class Language:
    """Speaks every kind of `Sayable` in one language."""

    code: Code
    catalogue: NullTranslations

    def say(self, what: Sayable) -> str:
        """Return the words. A plain `str` is somebody's own text and stays as it is, to the letter."""
        if isinstance(what, str):
            return what
        return bind(self._speak(what)).replace(_OWN_SPACE, " ")

    def number(self, value: Decimal | float, decimals: int | None = None) -> str:
        """Return a grouped number; `decimals` fixes the places, otherwise as many as the value has (at most 6)."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - the first window has no number

        pattern = "#,##0.######" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=_LOCALES[self.code])

    def money(self, amount: Decimal | int, *, short: bool = False) -> str:
        """Return euros; whole amounts without cents, `short` in millions from one million upwards."""
        if short and abs(Decimal(amount)) >= _MILLION:
            figure = self.number(Decimal(str(amount)) / _MILLION)
            return bind(f"{figure} Mio. €" if self.code == "de" else f"€{figure} million")
        whole = amount == int(amount)
        figure = self.number(amount, 0 if whole else 2)
        return f"{figure}\u00a0€" if self.code == "de" else f"€{figure}"

    def percent(self, share: Decimal | float) -> str:
        """Return a share of one as a percentage with at most two places."""
        figure = self.number(round(Decimal(str(share)) * 100, 2))
        return f"{figure}\u00a0%" if self.code == "de" else f"{figure}%"

    def date(self, day: date, *, long: bool = False) -> str:
        """Return the calendar day, `22.11.2026` or, long, `22. November 2026`."""
        from babel.dates import format_date  # noqa: PLC0415 - the first window has no date

        patterns = _LONG_DATE_PATTERNS if long else _DATE_PATTERNS
        return format_date(day, patterns[self.code], locale=_LOCALES[self.code])

    def quoted(self, text: str) -> str:
        """Return the text in this language's quotation marks."""
        opening, closing = _QUOTES[self.code]
        return f"{opening}{text}{closing}"

    def _speak(self, what: Sayable) -> str:
        match what:
            case Text():
                return self._text(what)
            case Plural():
                return self._plural(what)
            case Citation():
                return what.de if self.code == "de" else in_english(what.de)
            case Bilingual():
                return what.de if self.code == "de" else what.en
            case Money():
                return self.money(what.amount, short=what.short)
            case Percent():
                return self.percent(what.share)
            case Joined():
                return self._joined(what)
            case datetime():
                return self._moment(what)
            case date():
                return self.date(what)
            case int() | Decimal():
                return self.number(what)
        raise TypeError(f"not sayable: {type(what).__name__}")

    def _text(self, text: Text) -> str:
        return _filled(self.catalogue.gettext(text.message), self._values(text))

    def _plural(self, text: Plural) -> str:
        return _filled(self.catalogue.ngettext(text.singular, text.plural, text.n), self._values(text))

    def _values(self, text: Text | Plural) -> dict[str, str]:
        return {name: self._inside(value) for name, value in text.values}

    def _inside(self, value: Sayable) -> str:
        """Speak a value inside a sentence; the spaces of somebody's own text are kept as they are."""
        return value.replace(" ", _OWN_SPACE) if isinstance(value, str) else self._speak(value)

    def _moment(self, moment: datetime) -> str:
        return f"{self.date(moment)}, {moment:%H:%M}" + (" Uhr" if self.code == "de" else "")

    def _joined(self, joined: Joined) -> str:
        words = [self._inside(item) for item in joined.items]
        if len(words) < 2 or not joined.last:  # noqa: PLR2004 - one thing needs no conjunction
            return ", ".join(words)
        return f"{', '.join(words[:-1])} {_LAST_WORDS[self.code][joined.last]} {words[-1]}"


def _filled(message: str, values: dict[str, str]) -> str:
    return message.format_map(values) if values else message.replace("{{", "{").replace("}}", "}")
