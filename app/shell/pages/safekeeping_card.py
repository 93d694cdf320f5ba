"""One thing that can be done with the vault, as a card: what it is for, a button, and behind the button a form.

The form opens in its place and not in a dialog, one sentence below it says how it went, and a bar moves while somebody
has to wait. What arrives after the page is gone is dropped; the vault sees to it that nothing is left half done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLayout, QProgressBar, QWidget

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.arrange import beside, column, fill, stack
from app.shell.gate import busy_bar
from app.shell.models.troubles import beside_the_vault
from app.ui.boxes import Box
from app.ui.buttons import Button, secondary
from app.ui.fields import HintLine, HintTone
from app.ui.icons import NAVIGATION, IconLabel
from app.ui.task import Progress, run
from app.ui.text import Prose, label
from database.errors import VaultError, WrongPassphrase

T = TypeVar("T")


def moving_bar(language: Language) -> QProgressBar:
    """Return a bar that moves, and takes no room while it is hidden."""
    bar = busy_bar(language)
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(False)
    bar.setSizePolicy(policy)
    return bar


class DeedCard(Box):
    """A card with a form that opens. Fill it with `put`; the first field gets the keyboard."""

    def __init__(self, language: Language, icon: str, title: Text, words: Sayable, action: Text | None = None) -> None:
        super().__init__("card", padding=20, spacing=10)
        self.language, self.say = language, language.say
        self.words = Prose(self.say(words), tone="ink2", reading_width=False)
        self.action: Button = secondary(self.say(action) if action else "")
        self.action.setVisible(action is not None)
        self.form = QWidget()
        self.form.hide()
        self.busy = moving_bar(language)
        self.outcome = HintLine()
        self._first: QWidget | None = None
        self._task: QObject | None = None
        head = stack(label(self.say(title), "section"), self.words, spacing=2)
        fill(self.body, beside(IconLabel(icon, "accent", NAVIGATION), head, self.action, spacing=14))
        column(self.form, spacing=10)
        fill(self.body, self.form, self.busy, self.outcome)
        self.outcome.hide()
        self.action.clicked.connect(self.unfold)

    @property
    def is_busy(self) -> bool:
        """Tell whether something is under way."""
        return self._task is not None

    def put(self, *parts: QWidget | QLayout, first: QWidget | None = None) -> None:
        """Put parts into the form."""
        layout = self.form.layout()
        assert layout is not None  # noqa: S101 - made above
        fill(layout, *parts)  # type: ignore[arg-type]  # a column
        self._first = self._first or first

    def unfold(self) -> None:
        """Open the form, or close it again."""
        opened = self.form.isHidden()
        self.form.setVisible(opened)
        self.tell("")
        if opened and self._first is not None:
            self._first.setFocus()

    def fold(self) -> None:
        """Close the form; whoever was in it goes on at the button that opened it."""
        focus = QApplication.focusWidget()
        was_inside = focus is not None and self.form.isAncestorOf(focus)
        self.form.hide()
        if was_inside and self.action.isVisible():
            self.action.setFocus()

    def tell(self, what: Sayable, tone: HintTone = "plain") -> None:
        """Say below everything how it went."""
        words = self.say(what)
        self.outcome.say(words, tone)
        self.outcome.setVisible(bool(words))

    def work(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Have something done by a worker; a second one waits until the first has ended."""
        if self._task is not None:
            return
        self.tell("")
        self._set_busy(busy=True)
        self._task = task = run(work, done, failed=self._failed, parent=self)
        task.ended.connect(self._ended)

    def say_wrong(self, words: str) -> None:
        """Say that what was typed does not open it; a card with such a field says it there."""
        self.tell(words, "error")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VaultError):
            raise error
        if isinstance(error, WrongPassphrase):
            self.say_wrong(self.say(beside_the_vault(error)))
        else:
            self.tell(beside_the_vault(error), "error")

    def _ended(self) -> None:
        self._task = None
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        self.form.setEnabled(not busy)
        self.action.setEnabled(not busy)
