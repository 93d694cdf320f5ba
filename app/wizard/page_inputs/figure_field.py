"""Number fields: what was typed is read as people write numbers, and what was understood is said below."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.core.language import Language
from app.core.text import Text
from app.ui.fields import NumberField, Reading
from app.ui.fields import Size as FieldSize
from app.ui.fonts import scaled
from app.wizard import numbers
from app.wizard.numbers import Quantity, Unreadable, read_number

_WIDTHS: dict[FieldSize, dict[Quantity, int]] = {
    "question": {Quantity.PEOPLE: 132, Quantity.EURO: 208, Quantity.SHARE: 120},
    "control": {Quantity.PEOPLE: 120, Quantity.EURO: 160, Quantity.SHARE: 96},
}
_FIRM = 6
"""So many decimals leave no doubt that a separator marks decimals."""


Doubt = Callable[[Decimal], Text | None]
"""What is odd about a figure."""


def reader(language: Language, quantity: Quantity, doubt: Doubt | None = None) -> Callable[[str], Reading]:
    """Return the function by which a field reads; an empty text is an empty field."""

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(None)
        found = read_number(text, language.code, quantity)
        if isinstance(found, Unreadable):
            return Reading(None, language.say(found.reason))
        odd = doubt(found.value) if doubt else None
        return Reading(found.value, language.say(odd or found.said), "due" if odd else "understood")

    return read


def written(value: Decimal | None, language: Language, quantity: Quantity) -> str:
    """Return a figure as somebody could have typed it: reading it again gives the same figure."""
    if value is None:
        return ""
    if quantity is Quantity.SHARE:
        value *= 100
    text = language.number(value)
    again = read_number(text, language.code, quantity)
    same = isinstance(again, numbers.Reading) and again.value == (value / 100 if quantity is Quantity.SHARE else value)
    return text if same else language.number(value, _FIRM)


def figure_field(  # noqa: PLR0913 - what a field is made of
    caption: str,
    unit: str,
    quantity: Quantity,
    language: Language,
    *,
    size: FieldSize = "question",
    doubt: Doubt | None = None,
) -> NumberField:
    """Return a field for one figure."""
    field = NumberField(caption, reader(language, quantity, doubt), unit=unit, size=size)
    field.edit.setFixedWidth(scaled(_WIDTHS[size][quantity]))
    return field


def figure_of(field: NumberField) -> Decimal | None:
    """Return the figure in a field, `None` if there is none or it is not understood."""
    return field.value if isinstance(field.value, Decimal) else None


def is_unreadable(field: NumberField) -> bool:
    """Tell whether there is something in a field that is no figure."""
    return figure_of(field) is None and bool(field.text().strip())
