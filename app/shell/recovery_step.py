"""The recovery key on the screen, once: to be printed, saved or written down, and two of its groups typed back.

While the two are typed the key is covered, so whoever goes on has had the sheet in their hands. It can be put off; the
vault page then goes on saying so.
What is shown here is nowhere else: the key is forgotten with this widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, gap, row
from app.shell.pages.paper_making import PaperMaking
from app.shell.pages.paper_place import ask_place
from app.ui.boxes import Box, quiet_box
from app.ui.buttons import ghost, primary, secondary
from app.ui.fields import TextField
from app.ui.fonts import scaled
from app.ui.task import Progress
from app.ui.text import Prose, label
from database.credentials import RecoveryKey, cleaned

_IN_A_ROW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDeeds:
    """What can be done with the sheet. Both return what went wrong, or nothing."""

    make: Callable[[Progress], bytes]
    title: str
    save: Callable[[Path, bytes], Text | None]
    show_outside: Callable[[bytes], Text | None]


class RecoveryStep(QWidget):
    """The key, the ways to paper, two groups back."""

    checked = Signal()
    put_off = Signal()

    def __init__(self, language: Language, key: RecoveryKey, deeds: SheetDeeds, asked: tuple[int, int]) -> None:
        super().__init__()
        self._language, self._say, self._deeds = language, language.say, deeds
        self._words, self._asked = key.words(), asked
        self.fields = tuple(
            TextField(self._say(Text("Group {number} from the sheet", number=str(number)))) for number in asked
        )
        self.save = secondary(self._say(Text("Save sheet as PDF …")), "download")
        self.open = secondary(self._say(Text("Print sheet …")), "printer")
        self.go_on = primary(self._say(Text("Check and continue")))
        self.later = ghost(self._say(Text("Later")))
        self.show_again = ghost(self._say(Text("Show the key again")), "eye")
        self._shown = [label(word, "title", wrap=False) for word in self._words]
        self.making = PaperMaking(language, self._set_busy)
        self._arrange()
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)
        self.go_on.clicked.connect(self._check)
        self.later.clicked.connect(self.put_off)
        self.show_again.clicked.connect(self._uncover)
        for field in self.fields:
            field.committed.connect(self._check)
            field.changed.connect(self._cover)
        self.setFocusProxy(self.open)

    def _set_busy(self, busy: bool) -> None:
        for button in (self.save, self.open):
            button.setEnabled(not busy)

    def _save(self) -> None:
        place = ask_place(self, self._language, self._deeds.title)
        if place:
            self.making.make(
                self._deeds.make, lambda paper: self.making.say_saved(place, self._deeds.save(place, paper))
            )

    def _open(self) -> None:
        self.making.make(self._deeds.make, self._opened)

    def _opened(self, paper: bytes) -> None:
        trouble = self._deeds.show_outside(paper)
        if trouble:
            self.making.say(trouble, "error")
        else:
            opened = Text(
                "Print it from the viewer that opens. The copy is removed when you lock or close the program."
            )
            self.making.say(opened, "ok")

    def _cover(self, typed: str) -> None:
        if typed and not self.show_again.isVisible():
            self._put(["•" * len(word) for word in self._words], covered=True)

    def _uncover(self) -> None:
        for field in self.fields:
            field.set_text("")
        self._put(self._words, covered=False)

    def _put(self, words: Sequence[str], *, covered: bool) -> None:
        for number, (shown, word) in enumerate(zip(self._shown, words, strict=True), start=1):
            shown.show_text(word)
            spoken = Text("Group {number}: {word}", number=str(number), word="" if covered else " ".join(word))
            shown.setAccessibleName(self._say(spoken))
        self.show_again.setVisible(covered)

    def _check(self) -> None:
        for field, number in zip(self.fields, self._asked, strict=True):
            if cleaned(field.text()) != self._words[number - 1]:
                empty = not field.text().strip()
                field.show_error(self._say(_MISSING if empty else _DIFFERENT))
                field.edit.setFocus()
                return
        self.checked.emit()

    def _arrange(self) -> None:
        whole = column(self, spacing=8)
        fill(whole, label(self._say(Text("Your recovery sheet")), "display"), Prose(self._say(_PURPOSE), tone="ink2"))
        fill(whole, gap(2), self._key(), row(self.open, self.save, None, self.show_again), self.making)
        self._put(self._words, covered=False)
        fill(whole, label(self._say(Text("Do you have it?")), "section"), Prose(self._say(_ASK), tone="ink2"))
        fill(whole, row(*self.fields, spacing=16), row(self.go_on, self.later, None))

    def _key(self) -> Box:
        box, grid = quiet_box(), QGridLayout()
        grid.setHorizontalSpacing(scaled(24))
        grid.setVerticalSpacing(scaled(8))
        for place, shown in enumerate(self._shown):
            number = label(str(place + 1), "small", "ink2", wrap=False)
            grid.addLayout(row(number, shown, None, spacing=8), place // _IN_A_ROW, place % _IN_A_ROW)
        box.body.addLayout(grid)
        return box


_PURPOSE = Text(
    "It opens the vault when nobody knows the passphrase any more, also on another computer. Whoever has it and the "
    "vault can open everything: print it, put it into a safe, and keep it away from this computer."
)
_ASK = Text("Take the printed or written sheet and type these two groups from it.")
_MISSING = Text("Please type this group from the sheet.")
_DIFFERENT = Text("This is not the group on the sheet. Compare it once more.")
