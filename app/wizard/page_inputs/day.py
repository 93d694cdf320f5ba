"""An answer that is a date, typed as one likes and said back with the month in letters."""

from __future__ import annotations

from datetime import date

from app.core.text import Text
from app.ui.fields import ParsedField
from app.ui.fonts import scaled
from app.wizard.page_inputs.answering import NOT_UNDERSTOOD, Asked, Input
from app.wizard.page_inputs.day_reading import read_day
from app.wizard.values import Value

_WIDTH = 260


class DayInput(Input):
    """One date."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        example = asked.language.date(date(2026, 3, 1))
        self.field = ParsedField(
            asked.name, lambda text: read_day(text, asked.language), placeholder=example, size="question"
        )
        self.field.caption.hide()
        self.field.edit.setFixedWidth(scaled(_WIDTH))
        self.field.row.addStretch(1)
        self.add(self.field)
        self.setFocusProxy(self.field)
        self.field.set_text(_text(asked))
        self.field.value_changed.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Return the day; the empty word, which is no answer, if there is none."""
        return self.field.value if isinstance(self.field.value, date) else ""

    def obstacle(self) -> Text | None:
        """Return that something is typed which is no date."""
        return NOT_UNDERSTOOD if self.typed() else None

    def typed(self) -> object:
        """Return what was typed if it is no date."""
        return self.field.text() if self.field.value is None and self.field.text().strip() else None

    def show_fault(self, reason: str) -> None:
        """Say below the field what is wrong, unless it already says why it does not understand."""
        if reason and not self.typed():
            self.field.show_error(reason)


def _text(asked: Asked) -> str:
    if isinstance(asked.typed, str):
        return asked.typed
    return asked.language.date(asked.value) if isinstance(asked.value, date) else ""
