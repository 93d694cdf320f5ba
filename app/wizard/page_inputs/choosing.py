"""Answers that are chosen: yes or no, one of a few, one of many, several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from app.core.language import Language
from app.core.text import Text
from app.ui.buttons import Button, pill
from app.ui.choice_row import Choice
from app.ui.choices import CheckList, ChoiceList
from app.ui.flow import Flow
from app.wizard import question as form
from app.wizard.page_inputs.answering import Asked, Input
from app.wizard.values import Value

_NONE = ""
"""The row that says "none of these"; it is stored as the empty list."""


class YesNoInput(Input):
    """Two rows."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        say = asked.language.say
        rows = [Choice("yes", say(Text("Yes"))), Choice("no", say(Text("No")))]
        self.list = ChoiceList(asked.name, rows, {True: "yes", False: "no"}.get(asked.value is True, "no"))
        if not isinstance(asked.value, bool):
            self.list.set_current(None)
        self.add(self.list)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Return yes or no."""
        return "" if self.list.current is None else self.list.current == "yes"


class ChoiceInput(Input):
    """A few rows with explanations."""

    def __init__(self, asked: Asked, options: tuple[form.Option, ...]) -> None:
        super().__init__(asked)
        current = asked.value if isinstance(asked.value, str) else None
        self.list = ChoiceList(asked.name, [_row(option, asked.language) for option in options], current)
        self.add(self.list)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda _: self.changed.emit())

    def value(self) -> Value:
        """Return the word of the chosen row."""
        return self.list.current or ""


class PillsInput(Input):
    """Many short entries, all in view; arrows move, a letter leads to the next entry that begins with it."""

    def __init__(self, asked: Asked, options: tuple[form.Option, ...]) -> None:
        super().__init__(asked)
        self._group = QButtonGroup(self)
        self.pills = {option.value: pill(asked.language.say(option.label)) for option in options}
        for word, button in self.pills.items():
            self._group.addButton(button)
            button.setChecked(word == asked.value)
        flow = Flow(*self.pills.values())
        flow.setAccessibleName(asked.name)
        self.add(flow)
        self.setFocusProxy(self._group.checkedButton() or next(iter(self.pills.values())))
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> Value:
        """Return the word of the chosen entry."""
        return next((word for word, button in self.pills.items() if button.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next entry that begins with the letter."""
        letter = event.text().casefold()
        buttons = list(self.pills.values())
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1)
        beginning = [b for b in (*buttons[here + 1 :], *buttons[: here + 1]) if b.words.casefold().startswith(letter)]
        if letter.isalpha() and beginning:
            beginning[0].setFocus(Qt.FocusReason.TabFocusReason)
            beginning[0].setChecked(True)
        else:
            super().keyPressEvent(event)

    def _toggled(self, button: Button, checked: bool) -> None:
        if checked:
            self.setFocusProxy(button)
            self.changed.emit()


class SeveralInput(Input):
    """Rows that can each be on, and one that says "none of these"."""

    def __init__(self, asked: Asked, options: tuple[form.Option, ...], none: Text) -> None:
        super().__init__(asked)
        rows = [*(_row(option, asked.language) for option in options), Choice(_NONE, asked.language.say(none))]
        chosen = asked.value if isinstance(asked.value, tuple) else None
        words = tuple(str(word) for word in chosen or (() if chosen is None else (_NONE,)))
        self.list = CheckList(asked.name, rows, words)
        self.add(self.list)
        self.setFocusProxy(self.list)
        self._before = frozenset(self.list.current)
        self.list.changed.connect(self._changed)

    def value(self) -> Value:
        """Return the words of the chosen rows; no row at all is no answer."""
        chosen = self.list.current
        return tuple(word for word in chosen if word != _NONE) if chosen else ""

    def _changed(self, chosen: tuple[str, ...]) -> None:
        newly = set(chosen) - self._before
        for row in self.list.rows:
            clashes = (row.choice.key == _NONE) != (_NONE in newly)
            if newly and clashes:
                row.blockSignals(True)
                row.setChecked(False)
                row.blockSignals(False)
                row.update()
        self._before = frozenset(self.list.current)
        self.changed.emit()


def _row(option: form.Option, language: Language) -> Choice:
    return Choice(option.value, language.say(option.label), language.say(option.explanation))
