"""An answer in figures: one field per financial year, each saying how it was understood."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.text import Text
from app.ui.fields import NumberField
from app.wizard.numbers import Quantity
from app.wizard.page_doubts import HEADCOUNT, doubt, measure_of, people_of
from app.wizard.page_inputs.answering import NOT_UNDERSTOOD, Asked, Input
from app.wizard.page_inputs.conversion import Conversion, Lines
from app.wizard.page_inputs.figure_field import figure_field, figure_of, is_unreadable, written
from app.wizard.page_inputs.side_by_side import SideBySide
from app.wizard.question import Numbers
from app.wizard.values import Amounts, Value

_CONVERSION = "conversion"


class FiguresInput(Input):
    """Number fields; one that stays empty is not known."""

    def __init__(self, asked: Asked, form: Numbers) -> None:
        super().__init__(asked)
        say = asked.language.say
        self.fields: dict[str, NumberField] = {
            item.key: figure_field(
                say(item.label), say(item.unit), item.quantity, asked.language, doubt=partial(self._doubt, item.key)
            )
            for item in form.items
        }
        kept = asked.typed if isinstance(asked.typed, dict) else {}
        known = asked.value if isinstance(asked.value, Amounts) else Amounts(())
        for item in form.items:
            self.fields[item.key].set_text(
                kept.get(item.key, written(known.get(item.key), asked.language, item.quantity))
            )
            self.fields[item.key].value_changed.connect(partial(self._changed, item.key))
        self.conversion = self._conversion(form, kept.get(_CONVERSION, {})) if form.calculator else None
        self.add(SideBySide(tuple(self.fields.values())), *filter(None, [self.conversion]))
        self.setFocusProxy(next(iter(self.fields.values())))

    def value(self) -> Value:
        """Return all figures that are understood; the others are unknown."""
        return Amounts(tuple((key, figure_of(field)) for key, field in self.fields.items()))

    def obstacle(self) -> Text | None:
        """Return that something is typed which is no figure."""
        return NOT_UNDERSTOOD if any(map(is_unreadable, self.fields.values())) else None

    def troubled(self) -> QWidget:
        """Return the first field that is not understood."""
        return next(filter(is_unreadable, self.fields.values()), self)

    def typed(self) -> object:
        """Return what stands in the fields and is no figure."""
        texts = {key: field.text() for key, field in self.fields.items() if is_unreadable(field)}
        lines = self.conversion.lines if self.conversion else {}
        return {**texts, _CONVERSION: lines} if any(lines.values()) else texts

    def _doubt(self, key: str, figure: Decimal) -> Text | None:
        question = self.asked.question.id
        staff = self.fields.get(HEADCOUNT)
        people = figure_of(staff) if staff else people_of(self.asked.answers, question, key)
        return doubt(measure_of(question, key), figure, people)

    def _changed(self, key: str, _value: object) -> None:
        if key == HEADCOUNT:
            for other in (field for name, field in self.fields.items() if name != key):
                other.read_again()
        self.changed.emit()

    def _conversion(self, form: Numbers, lines: Lines) -> Conversion:
        names = {item.key: self.asked.language.say(item.label) for item in form.items}
        made = Conversion(names, self.asked.language, lines)
        made.summed.connect(self._put)
        made.changed.connect(self.noted)
        return made

    def _put(self, key: str, figure: Decimal) -> None:
        """Write the sum of the conversion into its field, as if it had been typed."""
        self.fields[key].set_text(written(figure, self.asked.language, Quantity.PEOPLE))
