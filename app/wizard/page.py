"""The wizard: topics at the left, one question in the middle, the live result at the right.

The answers are a value in memory; each change makes a new one, hands it to `save` and works out the result anew. What
was typed but is no answer yet is kept beside them, so that going back, jumping or changing the language loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from app.core.language import Language
from app.core.text import Text
from app.ui.bars import WizardFoot
from app.ui.theme import Theme
from app.wizard import flow
from app.wizard.answers import Answers, answer, assign, forget, go_to
from app.wizard.page_keys import entrance, neighbour, outside
from app.wizard.page_live import LiveResult
from app.wizard.page_panes import Panes
from app.wizard.page_question import QuestionView
from app.wizard.page_rail import RailPane
from app.wizard.page_summary import SummaryView
from app.wizard.question import Question
from app.wizard.values import UNKNOWN, Value

PAUSE = 150
"""Milliseconds after a key before the result is worked out anew."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class WizardPage(QWidget):
    """The three panes. `save` gets every change and tells whether it is on the disk."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the wizard is given from outside
        self,
        answers: Answers,
        language: Language,
        theme: Theme,
        today: date,
        save: Callable[[Answers], bool | None],
        finished: Callable[[Answers], None],
        leave: Callable[[], None],
        typed: dict[str, object] | None = None,
    ) -> None:
        super().__init__()
        self.answers, self._language = answers, language
        self._save, self._finished, self._leave = save, finished, leave
        self._typed = {} if typed is None else typed
        self._before: Value | None = None
        self._from_summary = False
        self.view: QuestionView | SummaryView
        self.rail, self.live, self.foot = RailPane(language), LiveResult(language, today), WizardFoot(language)
        self.panes = Panes(self.rail, self.live, self.foot, language)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self._connect()
        theme.changed.connect(self.panes.fit)
        self._show_view()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the question."""
        super().focusInEvent(event)
        self._first().setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through topics, question and foot as one reads, then out of the page."""
        focused = QApplication.focusWidget()
        parts = (self.rail, self.panes.topics, self.view, self.foot)
        there = neighbour(parts, focused, forward=forward) or outside(self, forward=forward)
        there = there or entrance(parts, forward=forward)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self.view.ensureWidgetVisible(there)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, except on a button, which it presses; leave with Esc."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        elif event.key() in _ENTER:
            self._next()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self._later.timeout.connect(self._show_result)
        self.rail.chosen.connect(self._jump)
        self.foot.back_wanted.connect(self._back)
        self.foot.unknown_wanted.connect(self._unknown)
        self.foot.next_wanted.connect(self._next)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._next)

    # What is shown.

    def _first(self) -> QWidget:
        """Return where the keyboard belongs at the beginning."""
        return self.view if isinstance(self.view, QuestionView) else self.foot.next

    def _show_view(self) -> None:
        question = flow.current(self.answers)
        self._from_summary = self._from_summary and question is not None
        self.view = self._question_view(question) if question else self._summary()
        self.panes.show_view(self.view)
        self._show_foot(question is None)
        self._show_result()

    def _question_view(self, question: Question) -> QuestionView:
        view = QuestionView(question, self.answers, self._typed.get(question.id), self._language)
        view.changed.connect(self._changed)
        view.noted.connect(self._remember_typed)
        view.assigned.connect(lambda task: self._keep(assign(self.answers, question.id, task)))
        view.resumed.connect(self._resume)
        return view

    def _summary(self) -> SummaryView:
        view = SummaryView(self.answers, self._language)
        view.chosen.connect(self._jump_from_summary)
        view.assigned.connect(lambda question, task: self._keep(assign(self.answers, question, task)))
        return view

    def _show_foot(self, at_the_end: bool) -> None:
        say = self._language.say
        self.foot.back.setEnabled(flow.before(self.answers, self._now) is not None)
        self.foot.unknown.setVisible(not at_the_end)
        self.foot.next.show_words(say(Text("Show the result")) if at_the_end else say(Text("Continue")))

    def _show_result(self) -> None:
        self._later.stop()
        self.rail.show_answers(self.answers)
        self.live.show_answers(self.answers, flow.current(self.answers))

    # What happens.

    @property
    def _now(self) -> str | None:
        question = flow.current(self.answers)
        return question.id if question else None

    def _changed(self) -> None:
        """Keep the answer with every key; the result follows when the keys pause."""
        if not isinstance(self.view, QuestionView):
            return
        asked, value = self.view.question.id, self.view.value()
        self._remember_typed()
        answered = forget(self.answers, asked) if value is None else answer(self.answers, asked, value)
        self._keep(go_to(answered, asked))

    def _keep(self, answers: Answers) -> None:
        if answers == self.answers:
            return
        self.answers = answers
        self.rail.show_saved(saved=bool(self._save(answers)))
        self._later.start()

    def _remember_typed(self) -> None:
        if isinstance(self.view, QuestionView):
            self._typed[self.view.question.id] = self.view.input.typed()

    def _go(self, question: str | None) -> None:
        self._keep(go_to(self.answers, question))
        self._before = None
        self._show_view()
        self._first().setFocus()

    def _jump(self, question: str | None) -> None:
        self._from_summary = False
        self._go(question)

    def _jump_from_summary(self, question: str) -> None:
        self._go(question)
        self._from_summary = True

    def _back(self) -> None:
        question = flow.before(self.answers, self._now)
        if question:
            self._go(question)

    def _next(self) -> None:
        if not isinstance(self.view, QuestionView):
            self._finished(self.answers)
            return
        asked = self.view.question.id
        if asked not in self.answers.values or self.view.input.obstacle():
            self.view.show_fault()
            return
        self._go(None if self._from_summary else flow.after(self.answers, asked))

    def _unknown(self) -> None:
        if isinstance(self.view, QuestionView):
            asked = self.view.question.id
            before = self.answers.get(asked)
            self._typed.pop(asked, None)
            self._keep(go_to(answer(self.answers, asked, UNKNOWN), asked))
            self._show_view()
            self._before = before if before is not UNKNOWN else self._before
            self.view.setFocus()

    def _resume(self) -> None:
        if isinstance(self.view, QuestionView):
            asked, before = self.view.question.id, self._before
            answered = forget(self.answers, asked) if before is None else answer(self.answers, asked, before)
            self._keep(go_to(answered, asked))
            self._show_view()
            self.view.setFocus()
