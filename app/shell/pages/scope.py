"""The result: what the company is, what decided it, why step by step, and what would happen with other figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.facts import Facts
from app.shell.arrange import column, fill, stack, top
from app.shell.models.scope import OpenReading, ScopeModel
from app.shell.pages.decides import DecidesBox
from app.shell.pages.what_if_card import WhatIfCard
from app.ui.boxes import BoxKind, Message, Why
from app.ui.buttons import ghost, primary, secondary
from app.ui.chip import Chip, ChipLabel
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.reason_list import Reason, ReasonList
from app.ui.text import label


class ScopePage(QFrame):
    """Head, what decides, reasoning at the left, what-if and open points at the right."""

    def __init__(self, model: ScopeModel, facts: Facts, language: Language, go: Callable[[str], None]) -> None:
        super().__init__()
        self._model, self._language, self._go = model, language, go
        self._say = language.say
        self.change = secondary(self._say(Text("Change answers")), "pencil")
        self.paper = primary(self._say(Text("Make board paper")), "file-text")
        self.what_if = WhatIfCard(facts, language)
        self.reasons = ReasonList([Reason(self._say(one.sentence), self._say(one.citation)) for one in model.reasons])
        self._arrange()
        self.change.clicked.connect(self._change_answers)
        self.paper.clicked.connect(self._make_paper)
        self.setFocusProxy(self.paper)

    def _change_answers(self) -> None:
        self._go("wizard")

    def _make_paper(self) -> None:
        self._go("reports")

    def _explain(self) -> None:
        self._go("help/open-questions")

    def _arrange(self) -> None:
        page = ScrollPage()
        page.add(self._head())
        for reading in self._model.readings:
            page.add(self._reading(reading))
        page.add(DecidesBox(self._model.decides, self._model.follows, self._language))
        page.add(TwoColumns(self._main(), self._side(), side_width=316, stack_below=860))
        fill(column(self, spacing=0), page)

    def _head(self) -> QWidget:
        chip = ChipLabel(Chip(self._say(Text("provisional")), "due")) if self._model.provisional else None
        subtitle = Text(
            "{company} · facts of {day} · not legal advice", company=self._model.company, day=self._model.as_of
        )
        head = PageHead(
            self._say(self._model.headline), self._say(subtitle), actions=(self.change, self.paper), mark=chip
        )
        head.title.setAccessibleName(self._say(self._model.headline))
        return head

    def _reading(self, reading: OpenReading) -> QWidget:
        more = ghost(self._say(Text("What decides it")), "arrow-right")
        more.clicked.connect(self._explain)
        title = self._say(Text("Legally open: {question}", question=reading.question))
        return Message("quiet", title, self._say(reading.text), icon="circle-help").with_button(more)

    def _main(self) -> QWidget:
        heading = label(self._say(Text("How the result comes about")), "section")
        parts: list[QWidget] = [heading, self.reasons]
        if self._model.next_step:
            parts.append(self._next())
        return top(*parts, spacing=8)

    def _next(self) -> QWidget:
        step = self._model.next_step
        assert step is not None  # noqa: S101 - asked for only where there is one
        button = secondary(self._say(Text("Look at it")), "arrow-right")
        button.clicked.connect(lambda: self._go("duties"))
        kind: BoxKind = "warning" if step.overdue else "quiet"
        message = Message(kind, self._say(step.title), self._say(step.text), icon="clock" if step.overdue else "info")
        return message.with_button(button)

    def _side(self) -> QWidget:
        parts: list[QWidget] = [self.what_if]
        parts += [self._open_point(number) for number in range(len(self._model.open_points))]
        if self._model.missing:
            lines = "\n".join(self._say(one) for one in self._model.missing)
            parts.append(Why(self._say(Text("Still unknown and decisive")), lines, kind="quiet"))
        return stack(*parts, spacing=16)

    def _open_point(self, number: int) -> QWidget:
        point = self._model.open_points[number]
        text = point.text
        if point.owner and point.due:
            text = Text("{what} {owner} settles it by {day}.", what=point.text, owner=point.owner, day=point.due)
        elif point.owner:
            text = Text("{what} {owner} settles it.", what=point.text, owner=point.owner)
        elif point.due:
            text = Text("{what} To be settled by {day}.", what=point.text, day=point.due)
        return Message("quiet", self._say(Text("An answer is open")), self._say(text), icon="circle-help")
