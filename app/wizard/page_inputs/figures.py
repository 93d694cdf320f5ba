"""An answer in figures: one field per financial year, each saying how it was understood."""

from __future__ import annotations

from app.core.text import Text
from app.ui.fields import NumberField
from app.wizard.page_inputs.answering import NOT_UNDERSTOOD, Asked, Input
from app.wizard.page_inputs.figure_field import figure_field, figure_of, is_unreadable, written
from app.wizard.page_inputs.side_by_side import SideBySide
from app.wizard.question import Numbers
from app.wizard.values import Amounts, Value


class FiguresInput(Input):
    """Number fields; one that stays empty is not known."""

    def __init__(self, asked: Asked, form: Numbers) -> None:
        super().__init__(asked)
        say = asked.language.say
        self.fields: dict[str, NumberField] = {
            item.key: figure_field(say(item.label), say(item.unit), item.quantity, asked.language)
            for item in form.items
        }
        kept = asked.typed if isinstance(asked.typed, dict) else {}
        known = asked.value if isinstance(asked.value, Amounts) else Amounts(())
        for item in form.items:
            self.fields[item.key].set_text(
                kept.get(item.key, written(known.get(item.key), asked.language, item.quantity))
            )
            self.fields[item.key].value_changed.connect(lambda _: self.changed.emit())
        self.add(SideBySide(tuple(self.fields.values())))
        self.setFocusProxy(next(iter(self.fields.values())))

    def value(self) -> Value:
        """Return all figures that are understood; the others are unknown."""
        return Amounts(tuple((key, figure_of(field)) for key, field in self.fields.items()))

    def obstacle(self) -> Text | None:
        """Return that something is typed which is no figure."""
        return NOT_UNDERSTOOD if self.typed() else None

    def typed(self) -> object:
        """Return what stands in the fields and is no figure."""
        return {key: field.text() for key, field in self.fields.items() if is_unreadable(field)}
