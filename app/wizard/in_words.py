"""An answer as somebody would say it: for the rail, the summary and the paper."""

from __future__ import annotations

from decimal import Decimal

from app.core.text import Joined, Money, Plural, Sayable, Text
from app.wizard.numbers import Quantity
from app.wizard.question import Choice, Item, Numbers, Option, Question, Rows, Several
from app.wizard.row_names import row_name, row_of
from app.wizard.values import UNKNOWN, Amounts, Enterprises, Value


def in_words(question: Question, value: Value) -> Sayable:
    """Return the whole answer in words."""
    form = question.form
    if value is UNKNOWN:
        return Text("I don’t know")
    match value:
        case Amounts():
            return _figures(form, value) if isinstance(form, Numbers) else ""
        case Enterprises(rows):
            return Plural("{n} enterprise", "{n} enterprises", n=len(rows))
        case tuple():
            return _rows(value) if isinstance(form, Rows) else _several(form, value)
        case bool():
            return Text("yes") if value else Text("no")
        case str():
            return _label(form.options, value) if isinstance(form, Choice) else value
    return value


def newest(question: Question, value: Value) -> Sayable:
    """Return the answer for one narrow line: of several years, only the newest known figure."""
    if isinstance(value, Amounts) and isinstance(question.form, Numbers):
        known = [(item, value.get(item.key)) for item in question.form.items]
        return next((_figure(item, figure) for item, figure in known if figure is not None), "")
    return in_words(question, value)


def _figures(form: Numbers, value: Amounts) -> Sayable:
    if len(form.items) == 1:
        return _figure(form.items[0], value.get(form.items[0].key))
    return Joined(tuple(_labelled(item, value.get(item.key)) for item in form.items), "")


def _labelled(item: Item, figure: Decimal | None) -> Text:
    return Text("{label}: {figure}", label=item.label, figure=_figure(item, figure))


def _figure(item: Item, figure: Decimal | None) -> Sayable:
    if figure is None:
        return Text("not known")
    return Money(figure, short=True) if item.quantity is Quantity.EURO else figure


def _rows(words: tuple[str, ...]) -> Sayable:
    names = tuple(row_name(row_of(word)) for word in words)
    return Joined(names, "") if names else Text("nothing from the Annexes")


def _several(form: object, words: tuple[str, ...]) -> Sayable:
    if not isinstance(form, Several) or not words:
        return Text("none")
    return Joined(tuple(_label(form.options, word) for word in words), "")


def _label(options: tuple[Option, ...], word: str) -> Sayable:
    return next((option.label for option in options if option.value == word), word)
