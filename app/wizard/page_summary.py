"""The end of the questions: what looks odd, what is still open, and every answer with the way back to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Plural, Text
from app.ui.anyones_words import shortened
from app.ui.boxes import Box, Message, card
from app.ui.buttons import ghost
from app.ui.page import ScrollPage
from app.ui.text import Prose, label, rule
from app.wizard import flow
from app.wizard.answers import Answers, Task
from app.wizard.in_words import in_words
from app.wizard.page_plausible import odd_answers
from app.wizard.page_question import MARGINS
from app.wizard.page_task import TaskFields
from app.wizard.question import Question


class SummaryView(ScrollPage):
    """All answers; `chosen` asks for a question, `assigned` notes who settles an open one."""

    chosen = Signal(str)
    assigned = Signal(str, object)

    def __init__(self, answers: Answers, language: Language) -> None:
        super().__init__(margins=MARGINS, spacing=0)
        self._answers, self._language = answers, language
        self._say = language.say
        self.tasks: dict[str, TaskFields] = {}
        self.links: dict[str, QPushButton] = {}
        points = flow.open_points(answers)
        self.add(label(self._say(self._title(len(points))), "display"))
        self.add(Prose(self._say(self._subtitle(len(points))), tone="ink2"), gap=6)
        for odd in odd_answers(answers):
            self.add(self._odd(odd.question, odd.title, odd.text), gap=16)
        if points:
            self.add(self._heading(Text("Still open")), gap=24)
            for point in points:
                self.add(self._open(point), gap=8)
        self.add(self._heading(Text("Your answers")), gap=24)
        for question in flow.questions(answers):
            self.add(self._answer(question), gap=8)

    @staticmethod
    def _title(open_answers: int) -> Text:
        return Text("That was the last question") if open_answers else Text("All questions are answered")

    @staticmethod
    def _subtitle(open_answers: int) -> Text | Plural:
        if not open_answers:
            return Text("Please look through your answers once more. Each of them can still be changed.")
        return Plural(
            "One answer is still open. The result shows what is possible until then.",
            "{n} answers are still open. The result shows what is possible until then.",
            n=open_answers,
        )

    def _heading(self, words: Text) -> QWidget:
        return label(self._say(words), "section")

    def _odd(self, question: str, title: Text, text: Text) -> QWidget:
        message = Message("quiet", self._say(title), self._say(text), icon="circle-help")
        return message.with_button(self._link(question, Text("Check"), self._say(title)))

    def _open(self, point: flow.OpenPoint) -> Box:
        what = self._say(point.text)
        fields = TaskFields(Task(point.owner, point.due), self._language, about=what)
        fields.changed.connect(partial(self.assigned.emit, point.question))
        self.tasks[point.question] = fields
        box = card()
        box.add(_beside(Prose(what), self._link(point.question, Text("Answer"), what)), fields)
        return box

    def _answer(self, question: Question) -> QWidget:
        value = self._answers.get(question.id)
        words = "" if value is None else self._say(in_words(question, value))
        asked = self._say(question.title)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(asked, "small", "ink2"))
        column.addWidget(label(shortened(words, 300), "medium"))
        part = QWidget()
        whole = QVBoxLayout(part)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(_beside(texts, self._link(question.id, Text("Change"), asked)))
        whole.addWidget(rule())
        return part

    def _link(self, question: str, words: Text, about: str) -> QPushButton:
        button = ghost(self._say(words))
        button.setAccessibleName(f"{self._say(words)}: {about}")
        button.clicked.connect(lambda: self.chosen.emit(question))
        self.links[question] = button
        return button


def _beside(words: QWidget, button: QWidget) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(words, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return part
