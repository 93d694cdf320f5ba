"""What would follow from the class so far, as rows of figures, and what could still change it, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.wording import class_in_sentence
from app.ui.chip import Chip, ChipLabel
from app.ui.text import figure_label, label
from app.wizard.answers import Task
from app.wizard.changes import Change
from app.wizard.consequences import Consequences


def consequence_rows(following: Consequences, duties: int, language: Language) -> QWidget:
    """Return the rows: how many duties, up to which fine, until when to be registered."""
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for number, (words, value) in enumerate(_rows(following, duties, language)):
        grid.addWidget(label(language.say(words)), number, 0)
        grid.addWidget(value, number, 1, Qt.AlignmentFlag.AlignRight)
    if following.other:
        said = Text(
            "As {class_name}: up to {amount}",
            class_name=class_in_sentence(following.other.of_class),
            amount=following.other.said,
        )
        grid.addWidget(label(language.say(said), "small", "ink2"), grid.rowCount(), 0, 1, 2)
    return rows


def _rows(following: Consequences, duties: int, language: Language) -> Iterator[tuple[Text, QWidget]]:
    yield Text("Duties"), figure_label(language.say(duties))
    if following.fine:
        yield Text("Fine frame up to"), figure_label(language.say(following.fine.said))
    yield Text("Registration"), _registration(following, language)


def _registration(following: Consequences, language: Language) -> QWidget:
    if following.overdue:
        words = Text("overdue since {day}", day=following.registration_due)
        return ChipLabel(Chip(language.say(words), "breach"))
    return figure_label(language.say(Text("by {day}", day=following.registration_due)))


def outlook(changes: tuple[Change, ...], language: Language) -> Iterator[str]:
    """Yield each thing that can still change the result, with who settles it until when."""
    for change in changes:
        settles = _settles(change.task)
        yield " ".join(language.say(part) for part in (change.text, settles) if part)


def _settles(task: Task) -> Text | None:
    if task.owner and task.due:
        return Text("{owner} settles it by {day}.", owner=task.owner, day=task.due)
    if task.owner:
        return Text("{owner} settles it.", owner=task.owner)
    return Text("To be settled by {day}.", day=task.due) if task.due else None
