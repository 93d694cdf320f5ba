"""Who settles an open answer, and until when: two fields that may both stay empty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.core.language import Language
from app.core.text import Text
from app.ui.fields import ParsedField, TextField
from app.wizard.answers import Task
from app.wizard.page_inputs.day_reading import read_day
from app.wizard.page_inputs.side_by_side import SideBySide


class TaskFields(SideBySide):
    """Owner and due date; `changed` brings what is noted by now."""

    changed = Signal(object)

    def __init__(self, task: Task, language: Language, *, about: str) -> None:
        self.owner = TextField(language.say(Text("Who settles it?")))
        self.due = ParsedField(language.say(Text("Until when?")), lambda text: read_day(text, language))
        super().__init__((self.owner, self.due), at_least=180)
        self.owner.set_text(task.owner)
        self.due.set_text(language.date(task.due) if task.due else "")
        self.setAccessibleName(about)
        self.setFocusProxy(self.owner)
        self.owner.changed.connect(self._announce)
        self.due.value_changed.connect(self._announce)

    @property
    def task(self) -> Task:
        """Return what is noted; a date that is not understood is none."""
        return Task(self.owner.text().strip(), self.due.value if isinstance(self.due.value, date) else None)

    def _announce(self) -> None:
        self.changed.emit(self.task)
