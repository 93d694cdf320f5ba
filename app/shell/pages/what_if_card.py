"""What if there were more or fewer people, more or less turnover: each figure on a slider and in a field.

Whether the figures hold for one year or for two in a row is a switch of its own, because the law looks at two.
"""

from __future__ import annotations

from decimal import Decimal

from app.core.language import Language
from app.core.text import Money, Sayable, Text
from app.law.facts import Facts, Figures
from app.law.outcome import Class
from app.shell.arrange import fill, row
from app.shell.models.group_share import group_share
from app.ui.boxes import Box, quiet_box
from app.ui.buttons import ghost
from app.ui.chip import Chip, ChipLabel, ChipTone
from app.ui.choice_row import CheckRow, Choice
from app.ui.fields import Reading
from app.ui.text import Prose, label
from app.ui.what_if import Figure, WhatIf
from app.wizard.numbers import Quantity, Unreadable, read_number
from app.wizard.what_if import what_if

_PEOPLE = (0.0, 50.0, 250.0, 1000.0)
_TURNOVER = (0.0, 10_000_000.0, 50_000_000.0, 600_000_000.0)
_BALANCE = (0.0, 10_000_000.0, 43_000_000.0, 200_000_000.0)
_TONES: dict[Class | None, tuple[ChipTone, str]] = {
    Class.BWE: ("accent", "info"),
    Class.WE: ("accent", "info"),
    Class.NONE: ("neutral", "circle-dashed"),
    Class.SPECIAL: ("neutral", "circle-dashed"),
    None: ("due", "circle-help"),
}


class WhatIfCard(Box):
    """Three figures to play with and the sentence that follows."""

    def __init__(self, facts: Facts, language: Language) -> None:
        super().__init__("card", padding=20, spacing=10)
        self._facts, self._language = facts, language
        self._say = language.say
        today = facts.newest
        self.reset = ghost(self._say(Text("Reset")))
        self.people = self._figure(Text("Employees"), _PEOPLE, today.headcount_awu, Quantity.PEOPLE)
        self.turnover = self._figure(Text("Turnover"), _TURNOVER, today.turnover_eur, Quantity.EURO)
        self.balance = self._figure(Text("Balance sheet"), _BALANCE, today.balance_sheet_eur, Quantity.EURO)
        self.lasting = CheckRow(Choice("two", self._say(Text("for two years in a row"))))
        self.lasting.setChecked(True)
        self.verdict = ChipLabel(Chip(" "))
        self.sentence = Prose("")
        self._arrange()
        for figure in (self.people, self.turnover, self.balance):
            figure.changed.connect(self._work_out)
        self.lasting.toggled.connect(self._work_out)
        self.reset.clicked.connect(self._start_again)
        self._work_out()

    def _arrange(self) -> None:
        title = label(self._say(Text("What if …")), "section", wrap=False)
        fill(self.body, row(title, None, self.reset), self.people, self.turnover, self.balance, self.lasting)
        result = quiet_box()
        fill(result.body, row(self.verdict, None), self.sentence)
        self.body.addWidget(result)

    def _work_out(self) -> None:
        own = self._own()
        result = what_if(
            self._facts,
            headcount=own.headcount_awu,
            turnover=own.turnover_eur,
            balance=own.balance_sheet_eur,
            history=2 if self.lasting.isChecked() else 1,
        )
        tone, icon = _TONES[result.assessment.code]
        self.verdict.show_chip(Chip(self._say(result.headline), tone, icon))
        reason: Sayable = result.effect
        if result.reason:
            reason = Text("{reason}. {effect}", reason=result.reason, effect=result.effect)
            if share := group_share(result.assessment, own):
                reason = Text("{reason}. {share} {effect}", reason=result.reason, share=share, effect=result.effect)
        self.sentence.show_text(self._say(reason))

    def _start_again(self) -> None:
        for figure in (self.people, self.turnover, self.balance):
            figure.reset()
        self.lasting.setChecked(True)

    def _own(self) -> Figures:
        today = self._facts.newest
        return Figures(
            _as_it_stands(self.people, today.headcount_awu),
            _as_it_stands(self.turnover, today.turnover_eur),
            _as_it_stands(self.balance, today.balance_sheet_eur),
        )

    def _figure(self, caption: Text, stops: tuple[float, ...], today: Decimal | None, kind: Quantity) -> WhatIf:
        step = Decimal(1) if kind is Quantity.PEOPLE else Decimal(100_000)

        def speak(value: Decimal) -> str:
            return self._language.number(value) if kind is Quantity.PEOPLE else self._say(Money(value, short=True))

        def parse(typed: str) -> Reading:
            found = read_number(typed, self._language.code, kind)
            if isinstance(found, Unreadable):
                return Reading(None, self._say(found.reason))
            return Reading(found.value, self._say(found.said))

        known = Text("today unknown") if today is None else Text("today {value}", value=speak(today))
        as_today = Text("today unknown") if today is None else Text("as today")
        figure = Figure(self._say(caption), stops, step, parse, speak)
        return WhatIf(figure, today or Decimal(0), today=self._say(known), as_today=self._say(as_today))


def _as_it_stands(figure: WhatIf, today: Decimal | None) -> Decimal | None:
    """Return the figure; what is unknown today stays unknown until somebody moves it."""
    return None if today is None and figure.value == 0 else figure.value
