"""The middle of the wizard: one question with its field, and a note for whoever settles it later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.core.language import Language
from app.core.text import Text
from app.ui.boxes import Box, card
from app.ui.buttons import ghost
from app.ui.page import ScrollPage
from app.ui.text import Prose, label
from app.wizard.answers import Answers, Task
from app.wizard.page_inputs.answering import Asked
from app.wizard.page_inputs.inputs import make_input
from app.wizard.page_meaning import meaning
from app.wizard.page_task import TaskFields
from app.wizard.question import Question
from app.wizard.shapes import fault
from app.wizard.values import UNKNOWN, Value

MARGINS = (40, 32)


class QuestionView(ScrollPage):
    """One question; `changed` follows its field, `assigned` its task, `resumed` asks for the answer from before."""

    changed = Signal()
    noted = Signal()
    assigned = Signal(object)
    resumed = Signal()

    def __init__(self, question: Question, answers: Answers, typed: object, language: Language) -> None:
        super().__init__(margins=MARGINS, spacing=0)
        self.question = question
        self._language = language
        value = answers.get(question.id)
        self.title = label(language.say(question.title), "display")
        self.explanation = Prose(language.say(question.explanation), tone="ink2")
        self.input = make_input(Asked(question, value, typed, language, answers))
        self.later = self._later(answers.tasks.get(question.id, Task()))
        self.add(self.title).add(self.explanation, gap=6).add(self.input, gap=20).add(self.later, gap=20)
        who_is_meant = meaning(question, language)
        if who_is_meant:
            self.add(who_is_meant, gap=20)
        self.later.setVisible(value is UNKNOWN)
        self.setFocusProxy(self.task if value is UNKNOWN else self.input)
        self.input.changed.connect(self._input_changed)
        self.input.noted.connect(self.noted)

    def value(self) -> Value | None:
        """Return the answer if there is a valid one."""
        value = self.input.value()
        return None if fault(self.question.id, value) else value

    def fault(self) -> Text | None:
        """Return why one cannot go on yet."""
        return self.input.obstacle() or fault(self.question.id, self.input.value())

    def show_fault(self) -> None:
        """Say why one cannot go on yet, and go there."""
        wrong = self.fault()
        self.input.show_fault(self._language.say(wrong) if wrong else "")
        self.input.troubled().setFocus()
        self.ensureWidgetVisible(self.input.hint)

    def _input_changed(self) -> None:
        self.later.hide()
        self.setFocusProxy(self.input)
        self.input.show_fault("")
        self.changed.emit()

    def _later(self, task: Task) -> Box:
        say = self._language.say
        what = say(self.question.task)
        self.task = TaskFields(task, self._language, about=what)
        self.task.changed.connect(self.assigned)
        resume = ghost(say(Text("Answer it after all")), "undo-2")
        resume.clicked.connect(self.resumed)
        box = card().add(
            label(say(Text("To be settled later")), "section"),
            Prose(what),
            self.task,
            Prose(say(Text("Until then the result shows everything that is still possible.")), tone="ink2"),
        )
        box.body.addWidget(resume, 0, Qt.AlignmentFlag.AlignLeft)
        return box
