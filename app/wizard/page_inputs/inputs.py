"""Which field belongs to which kind of question."""

from __future__ import annotations

from app.wizard import question as form
from app.wizard.page_inputs.answering import Asked, Input
from app.wizard.page_inputs.choosing import ChoiceInput, PillsInput, SeveralInput, YesNoInput
from app.wizard.page_inputs.day import DayInput
from app.wizard.page_inputs.figures import FiguresInput
from app.wizard.page_inputs.related import RelatedInput
from app.wizard.page_inputs.rows import RowsInput
from app.wizard.page_inputs.words import LineInput, LinesInput


def make_input(asked: Asked) -> Input:
    """Return the field for a question, with the answer so far in it."""
    match asked.question.form:
        case form.Words(several_lines=several):
            return LinesInput(asked) if several else LineInput(asked)
        case form.YesNo():
            return YesNoInput(asked)
        case form.Choice(options, long=many):
            return PillsInput(asked, options) if many else ChoiceInput(asked, options)
        case form.Several(options, none):
            return SeveralInput(asked, options, none)
        case form.Numbers() as numbers:
            return FiguresInput(asked, numbers)
        case form.Rows():
            return RowsInput(asked)
        case form.RelatedTable():
            return RelatedInput(asked)
    return DayInput(asked)
