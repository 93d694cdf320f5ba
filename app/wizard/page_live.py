"""The right pane of the wizard: the class so far, what decided it, what would follow, what can still change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.obligations import duties
from app.ui.boxes import Box, note
from app.ui.chip import Chip, ChipLabel
from app.ui.drawing import width_of
from app.ui.fonts import Role, scaled
from app.ui.number_line import NumberLine, thirds
from app.ui.text import Prose, label, rule
from app.wizard.answers import Answers
from app.wizard.live import Live, live
from app.wizard.page_offer import row_consequences
from app.wizard.page_outlook import consequence_rows, outlook
from app.wizard.question import Question, Rows

WIDTH = 344
MARGINS = (20, 20)
_SCROLL_BAR = 13
_HEADCOUNTS = (0, 50, 250, 1000)


class LiveResult(QWidget):
    """The live result of some answers, made anew after each of them."""

    def __init__(self, language: Language, today: date) -> None:
        super().__init__()
        self._language, self._today = language, today
        self.result: Live | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.setAccessibleName(language.say(Text("Result so far")))

    def show_answers(self, answers: Answers, question: Question | None) -> None:
        """Work out the result and show it, with the reason for the question in view."""
        self.result = live(answers, self._today)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self._parts(self.result, answers, question):
            column.addWidget(part)
        column.addStretch(1)
        if question:
            column.addSpacing(12)
            column.addWidget(self._why(question))
        self._replace(content)

    def _replace(self, content: QWidget) -> None:
        if self._content:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.addWidget(content)

    def _parts(self, result: Live, answers: Answers, question: Question | None) -> Iterator[QWidget]:
        yield self._head(result)
        if question and isinstance(question.form, Rows) and answers.several("rows"):
            yield from row_consequences(answers.several("rows"), self._language)
            return
        if result.open_questions:
            yield self._legally_open(result)
        yield from self._size(result)
        if result.consequences:
            yield rule()
            yield self._caption(Text("What it would mean") if result.provisional else Text("What it means"))
            count = len(duties(result.facts, result.assessment, self._today))
            yield consequence_rows(result.consequences, count, self._language, _room())
        if result.changes:
            yield rule()
            yield self._caption(Text("What can still change it"))
            yield from (Prose(words) for words in outlook(result.changes, self._language))

    def _head(self, result: Live) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self._caption(Text("Result so far") if result.provisional else Text("Result")), 1)
        if result.provisional:
            row.addWidget(ChipLabel(Chip(self._language.say(Text("provisional")), "due")))
        column.addLayout(row)
        column.addWidget(label(self._language.say(result.headline), "title"))
        line = self._language.say(result.line)
        if line:
            column.addWidget(label(line, "small", "ink2"))
        return head

    def _size(self, result: Live) -> Iterator[QWidget]:
        for shown in result.inequalities:
            yield self._inequality(self._language.say(shown.figure), self._language.say(shown.caption))
        if result.headcount is not None and result.inequalities:
            say = self._language.say
            names = tuple(say(name) for name in (Text("small"), Text("medium"), Text("large")))
            spoken = self._language.number(result.headcount)
            yield NumberLine(thirds(_HEADCOUNTS, ("50", "250"), names), float(result.headcount), spoken)

    def _legally_open(self, result: Live) -> QWidget:
        box = Box("warning", padding=14)
        for open_question in result.open_questions:
            box.add(Prose(self._language.say(open_question), reading_width=False))
        return box

    def _inequality(self, figure: str, caption: str) -> QWidget:
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        roles: tuple[Role, ...] = ("big_figure", "figure", "title")
        role: Role = next((role for role in roles if width_of(figure, role) <= _room()), "strong")
        column.addWidget(label(figure, role))
        column.addWidget(label(caption, "body", "ink2"))
        return pair

    def _why(self, question: Question) -> QWidget:
        say = self._language.say
        box = note(say(Text("Why we ask")), say(question.why), say(question.source))
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return box

    def _caption(self, words: Text) -> QWidget:
        return label(self._language.say(words), "small_strong", "ink2")


def _room() -> int:
    """Return the width that is left for words at the least, in the pane with its scroll bar."""
    return scaled(WIDTH) - 2 * MARGINS[0] - _SCROLL_BAR
