"""Fines and liability: the frame the law draws, with its arithmetic, and just as plainly what does not threaten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.arrange import beside, column, fill, row, stack, top
from app.shell.models.exposure import ExposureModel, Frame, Percentage
from app.ui.boxes import Box, KeyFigure, KeyFigures, Message, card, quiet_box
from app.ui.buttons import primary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip, ChipLabel
from app.ui.icons import CHIP, CONTROL, NAVIGATION, IconLabel
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.table import RowsTable
from app.ui.text import Prose, label, rule

_SHORT = 32
_POINT_ICONS = ("building-2", "file-check", "calendar-clock", "umbrella")


class ExposurePage(QFrame):
    """Key figures, the table of frames, personal liability, and what is not threatened."""

    def __init__(self, model: ExposureModel, language: Language, go: Callable[[str], None]) -> None:
        super().__init__()
        self._model, self._language, self._go = model, language, go
        self._say = language.say
        self.paper = primary(self._say(Text("Make board paper")), "file-text")
        self._arrange()
        self.paper.clicked.connect(self._make_paper)
        self.setFocusProxy(self.paper)

    def _make_paper(self) -> None:
        self._go("reports")

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text("The frame that the law draws. No forecast and no legal advice.")
        page.add(PageHead(self._say(Text("Liability and fines")), self._say(subtitle), actions=(self.paper,)))
        if self._model.frames:
            page.add(KeyFigures(self._figures()), rule())
        page.add(TwoColumns(self._main(), self._side(), side_width=316, stack_below=860))
        fill(column(self, spacing=0), page)

    def _figures(self) -> list[KeyFigure]:
        model, say = self._model, self._say
        figures = [
            KeyFigure(
                say(Text("Highest frame per breach")),
                say(model.highest or ""),
                say(model.other_class or Text("measures, documentation, reports")),
            )
        ]
        if model.registration:
            caption = Text("If registration is missing today") if model.registration_overdue else Text("Registration")
            negligent = say(Text("negligence: up to {amount}", amount=model.registration.negligent))
            figures.append(KeyFigure(say(caption), say(model.registration.intent), negligent))
        basis = Text("damage to the company, {basis}", basis=model.liability.basis)
        towards = (
            Text("Liability to the company ({form})", form=model.legal_form)
            if model.legal_form
            else Text("Liability to the company")
        )
        figures.append(KeyFigure(say(towards), say(Text("by the damage, no fixed ceiling")), say(basis), in_words=True))
        return figures

    def _main(self) -> QWidget:
        if not self._model.frames:
            text = Text("The company is not in scope as far as we know, so section 65 threatens no fine.")
            return Message("quiet", self._say(Text("No fine frame")), self._say(text), icon="shield-check")
        parts: list[QWidget] = [
            label(self._say(Text("Fine frame of the company")), "section"), self._table(),
        ]  # fmt: skip
        if self._model.percentage:
            parts.append(self._percentage(self._model.percentage))
        source = label(self._say(Text("Section 65(2), (5), (7) and (9) BSIG")), "small", "ink2")
        parts.append(stack(beside(IconLabel("book-open", "ink2", CHIP), source, spacing=6)))
        return top(*parts, spacing=12)

    def _table(self) -> RowsTable:
        say = self._say
        columns = [
            Column(say(Text("Breach and provision"))),
            Column(say(Text("Frame up to")), 150, "right"),
            Column(say(Text("Arithmetic")), 172),
        ]
        return RowsTable(
            say(Text("Fine frame of the company")), columns, [self._row(one) for one in self._model.frames]
        )

    def _row(self, frame: Frame) -> list[Cell]:
        say = self._say
        same = frame.negligent == frame.intent
        negligent = Text("negligent: the same") if same else Text("negligent: {amount}", amount=frame.negligent)
        comparison, _, kind = say(frame.intent_how).partition(": ")
        return [
            Cell(say(frame.name), self._provisions(frame), role="medium"),
            Cell(say(frame.intent), say(negligent), role="strong"),
            Cell(comparison, kind if same else say(frame.negligent_how), role="small"),
        ]

    def _provisions(self, frame: Frame) -> str:
        duty, offence = (self._say(one).removesuffix("\u00a0BSIG") for one in (frame.duty, frame.offence))
        return f"{duty} · {offence}" if len(duty) <= _SHORT else offence

    def _percentage(self, why: Percentage) -> QWidget:
        box = quiet_box()
        shown = column(spacing=6)
        if why.comparison:
            fill(shown, row(None, label(self._say(why.comparison), "strong", wrap=False)))
        fill(shown, row(None, ChipLabel(Chip(self._say(why.verdict), "neutral"))))
        words = stack(label(self._say(why.title), "strong"), Prose(self._say(why.text), tone="ink2"), spacing=2)
        line = beside(IconLabel("calculator", "accent", NAVIGATION), words)
        line.addLayout(shown)
        box.body.addLayout(line)
        return box

    def _side(self) -> QWidget:
        return stack(self._liability(), self._absent(), spacing=16)

    def _liability(self) -> Box:
        rule_of_form = self._model.liability
        box = card()
        fill(box.body, _title("user", "accent", self._say(rule_of_form.heading)))
        points: list[Sayable] = [*rule_of_form.points, Text("Limitation: {period}.", period=rule_of_form.limitation)]
        for number, point in enumerate(points):
            icon = _POINT_ICONS[min(number, len(_POINT_ICONS) - 2)]
            fill(box.body, beside(IconLabel(icon, "ink2", CONTROL), Prose(self._say(point)), spacing=10))
        insurance = Prose(self._say(self._model.insurance.plain), tone="ink2")
        fill(box.body, beside(IconLabel("umbrella", "ink2", CONTROL), insurance, spacing=10))
        if rule_of_form.uncertainty:
            doubt = label(self._say(rule_of_form.uncertainty), "small", "due")
            fill(box.body, beside(IconLabel("circle-help", "due", CONTROL), doubt, spacing=10))
        return box

    def _absent(self) -> Box:
        box = card()
        fill(box.body, _title("shield-check", "ok", self._say(Text("What is not threatened"))))
        for one in self._model.absent:
            fill(box.body, beside(IconLabel("check", "ok", CONTROL), Prose(self._say(one)), spacing=10))
        return box


def _title(icon: str, tone: str, words: str) -> QWidget:
    return stack(beside(IconLabel(icon, tone, NAVIGATION), label(words, "section"), spacing=10, top=False))
