"""What would follow from the class so far, as rows of figures, and what could still change it, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.wording import class_in_sentence
from app.ui.chip import Chip, ChipLabel
from app.ui.text import figure_label, label
from app.wizard.answers import Task
from app.wizard.changes import Change
from app.wizard.consequences import Consequences

_GAP = 4


def consequence_rows(following: Consequences, duties: int, language: Language, room: int) -> QWidget:
    """Return the rows: how many duties, up to which fine, until when to be registered. `room` is the width."""
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for words, value in _rows(following, duties, language):
        for line in _lines(label(language.say(words), wrap=False), value, room):
            column.addLayout(line)
    if following.other:
        said = Text(
            "As {class_name}: up to {amount}",
            class_name=class_in_sentence(following.other.of_class),
            amount=following.other.said,
        )
        column.addWidget(label(language.say(said), "small", "ink2"))
    return rows


def _lines(caption: QWidget, value: QWidget, room: int) -> Iterator[QHBoxLayout]:
    """Yield the caption and the value at the right of it, or below it where it would not fit."""
    line = QHBoxLayout()
    line.setSpacing(_GAP)
    line.addWidget(caption)
    line.addStretch(1)
    if caption.sizeHint().width() + 2 * _GAP + value.sizeHint().width() > room:
        yield line
        line = QHBoxLayout()
        line.addStretch(1)
    line.addWidget(value)
    yield line


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
