"""The form for one related enterprise: its name, who has the say, the share, its figures."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.core.language import Language
from app.core.text import Text
from app.law.facts import Figures
from app.ui.boxes import Box
from app.ui.buttons import pill, secondary
from app.ui.choice_row import CheckRow, Choice
from app.ui.fields import NumberField, TextField
from app.ui.flow import Flow
from app.ui.text import label
from app.wizard.numbers import Quantity
from app.wizard.page_doubts import HEADCOUNT, doubt
from app.wizard.page_inputs.figure_field import figure_field, figure_of, is_unreadable, written
from app.wizard.page_inputs.side_by_side import SideBySide
from app.wizard.related import PARTNER_FROM
from app.wizard.values import MEASURES, Related

_QUANTITIES = {
    "share": Quantity.SHARE,
    "headcount_awu": Quantity.PEOPLE,
    "turnover_eur": Quantity.EURO,
    "balance_sheet_eur": Quantity.EURO,
}


class RelatedForm(Box):
    """The fields of one row; `changed` follows every key, `closed` says that the row is ready."""

    changed = Signal()
    closed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__("card", spacing=12)
        self._language = language
        say = language.say
        self.name = TextField(say(Text("Name of the enterprise")))
        self.via = TextField(say(Text("Through which enterprise? (only if indirectly)")))
        self.control = {
            True: pill(say(Text("Yes"))),
            False: pill(say(Text("No"))),
            None: pill(say(Text("I don’t know"))),
        }
        self.fields: dict[str, NumberField] = self._number_fields()
        self.exempt = CheckRow(Choice("exempt", say(Text("The share belongs to an exempt investor")), say(_EXEMPT)))
        self.new = CheckRow(Choice("new", say(Text("It has belonged to us only since the last annual accounts"))))
        self.ready = secondary(say(Text("Take over into the table")), "check")
        self._arrange()
        self._connect()

    @property
    def row(self) -> Related:
        """Return the row as it is written by now."""
        figures = (figure_of(self.fields[name]) for name in MEASURES)
        return Related(
            name=self.name.text(),
            control=next((known for known, button in self.control.items() if button.isChecked()), None),
            share=figure_of(self.fields["share"]),
            exempt_investor=self.exempt.isChecked() and self.exempt.isVisibleTo(self),
            figures=Figures(*figures),
            new_since_accounts=self.new.isChecked(),
            via=self.via.text(),
        )

    @property
    def unread(self) -> dict[str, str]:
        """Return what is typed and no figure."""
        return {name: field.text() for name, field in self.fields.items() if is_unreadable(field)}

    def troubled(self) -> QWidget:
        """Return the first field that is not understood, else the name."""
        return next(filter(is_unreadable, self.fields.values()), self.name)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been written."""
        return self.row == Related(name="") and not self.unread

    def show_row(self, row: Related, unread: dict[str, str]) -> None:
        """Put a row into the fields."""
        self.blockSignals(True)
        self.name.set_text(row.name)
        self.via.set_text(row.via)
        self.control[row.control].setChecked(True)
        figures = {"share": row.share, **{name: getattr(row.figures, name) for name in MEASURES}}
        for name, field in self.fields.items():
            field.set_text(unread.get(name, written(figures[name], self._language, _QUANTITIES[name])))
        self.exempt.setChecked(row.exempt_investor)
        self.new.setChecked(row.new_since_accounts)
        self.blockSignals(False)
        self._show_exempt()

    def _number_fields(self) -> dict[str, NumberField]:
        captions = {
            "share": (Text("Highest share of capital or votes"), Text("per cent")),
            "headcount_awu": (Text("Employees"), Text("full-time positions")),
            "turnover_eur": (Text("Turnover"), Text("euros")),
            "balance_sheet_eur": (Text("Balance sheet total"), Text("euros")),
        }
        say = self._language.say
        return {
            name: figure_field(
                say(caption),
                say(unit),
                _QUANTITIES[name],
                self._language,
                size="control",
                doubt=partial(self._doubt, name) if name in MEASURES else None,
            )
            for name, (caption, unit) in captions.items()
        }

    def _arrange(self) -> None:
        asked = Text("Does one side have most of the votes, or control the other in another way?")
        control = label(self._language.say(asked), "strong")
        self._group = QButtonGroup(self)
        for button in self.control.values():
            self._group.addButton(button)
        pills = Flow(*self.control.values())
        pills.setAccessibleName(self._language.say(asked))
        shown = [self.fields[name] for name in ("share", *MEASURES)]
        self.add(self.name, control, pills, SideBySide(shown), self.exempt, self.new, self.via)
        self.body.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.name)

    def _connect(self) -> None:
        self.name.changed.connect(self._announce)
        self.via.changed.connect(self._announce)
        self._group.buttonToggled.connect(self._announce)
        self.exempt.toggled.connect(self._announce)
        self.new.toggled.connect(self._announce)
        self.fields[HEADCOUNT].value_changed.connect(self._read_money_again)
        for field in self.fields.values():
            field.value_changed.connect(self._announce)
        self.ready.clicked.connect(self.closed)

    def _doubt(self, name: str, figure: Decimal) -> Text | None:
        return doubt(name, figure, figure_of(self.fields[HEADCOUNT]))

    def _read_money_again(self) -> None:
        for name in MEASURES:
            if name != HEADCOUNT:
                self.fields[name].read_again()

    def _announce(self) -> None:
        self._show_exempt()
        self.changed.emit()

    def _show_exempt(self) -> None:
        """Ask for an exempt investor only where it can matter."""
        share = figure_of(self.fields["share"]) or Decimal(0)
        self.exempt.setVisible(self.control[False].isChecked() and share >= PARTNER_FROM)


_EXEMPT = Text(
    "A public investment corporation, venture capital company, business angel, university, institutional investor or "
    "small municipality that only uses its rights as a shareholder."
)
