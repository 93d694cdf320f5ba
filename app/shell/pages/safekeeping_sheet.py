"""The recovery sheet: made, shown once, brought to paper, and once a year in somebody's hands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.arrange import column, fill, row, stack
from app.shell.keys_desk import KeyDesk, two_groups
from app.shell.models.safekeeping import Sheet
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.recovery_step import RecoveryStep
from app.shell.recovery_typing import recovery_reading
from app.ui.buttons import ghost, primary, secondary
from app.ui.fields import ParsedField, TextField
from app.ui.flow import Flow
from app.ui.text import Prose, label
from database.credentials import RecoveryKey, cleaned, is_group


class KeyShown(QWidget):
    """A new key on the screen until it is on paper and two groups of it have been typed back."""

    def __init__(self, keys: KeyDesk, language: Language, done: Callable[[bool], None]) -> None:
        super().__init__()
        self._keys, self._language, self._done = keys, language, done
        self.step: RecoveryStep | None = None
        column(self)
        self.hide()

    def show_key(self, key: RecoveryKey) -> None:
        """Show a key; `done` is told whether somebody had it in hand."""
        self.clear()
        deeds = self._keys.paper(key, self._language.code)
        self.step = RecoveryStep(self._language, key, deeds, two_groups())
        self.step.checked.connect(lambda: self._done(True))
        self.step.put_off.connect(lambda: self._done(False))
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made above
        layout.addWidget(self.step)
        self.show()
        self.step.setFocus()

    def clear(self) -> None:
        """Let go of the key."""
        if self.step is not None:
            self.step.hide()
            self.step.deleteLater()
            self.step = None
        self.hide()


class SheetCard(DeedCard):
    """The card of the recovery sheet: how it stands, a new one, the yearly check."""

    def __init__(self, keys: KeyDesk, language: Language, changed: Callable[[], None], *, read_only: bool) -> None:
        super().__init__(language, "key-round", Text("Recovery sheet"), "")
        self._keys, self._changed = keys, changed
        self._has_sheet = False
        self.check = secondary(self.say(Text("Check the sheet …")), "check")
        self.make = secondary(self.say(Text("Make a new sheet …")), "plus")
        self.sheet_check = SheetCheck(language, self._whole, self._part)
        self.shown = KeyShown(keys, language, self._typed_back)
        self._new = self._newly()
        self._buttons = Flow(self.check, self.make)
        self._may = not read_only
        self._buttons.setVisible(self._may)
        self.body.insertWidget(1, self._buttons)
        self.put(self.sheet_check, self._new)
        fill(self.body, self.shown)
        self.check.clicked.connect(lambda: self._open(self.sheet_check))
        self.make.clicked.connect(lambda: self._open(self._new))

    def show_sheet(self, sheet: Sheet) -> None:
        """Say how the sheet stands."""
        self._has_sheet = sheet.made_on is not None
        self.words.show_text(self.say(_standing(sheet)))
        self.check.setVisible(sheet.made_on is not None)
        first = Text(
            "The key is shown once, to be printed or saved. The sheet belongs into a safe, not beside the computer."
        )
        again = Text("A new sheet has a new key. A sheet made before no longer opens the vault, only older backups.")
        self._warning.show_text(self.say(again if sheet.made_on else first))
        self.make.show_words(self.say(Text("Make a new sheet …") if sheet.made_on else Text("Make the sheet …")))

    def begin(self) -> None:
        """Open what is due: the check, or the first sheet."""
        self._open(self.sheet_check if self._has_sheet else self._new)

    def _open(self, part: QWidget) -> None:
        self.tell("")
        for other in (self.sheet_check, self._new):
            other.setVisible(other is part)
        self.form.show()
        part.setFocus()

    def _newly(self) -> QWidget:
        self._warning = Prose("")
        self.make_now = primary(self.say(Text("Make it now")))
        self.make_now.clicked.connect(self._make)
        no = ghost(self.say(Text("Leave it as it is")))
        no.clicked.connect(self.fold)
        made = stack(self._warning, row(self.make_now, no, None), spacing=10)
        made.setFocusProxy(self.make_now)
        made.hide()
        return made

    def _make(self) -> None:
        self.work(self._keys.making_sheet(), self._made)

    def _made(self, key: RecoveryKey) -> None:
        self.fold()
        self._buttons.hide()
        self.shown.show_key(key)
        self._changed()

    def _typed_back(self, in_hand: bool) -> None:
        self.shown.clear()
        self._buttons.setVisible(self._may)
        self.check.setFocus()
        if in_hand:
            self.work(self._keys.sheet_was_in_hand(), self._checked)
        else:
            self.tell(Text("Made, not checked yet. If it is not on paper, make a new one."), "due")

    def _whole(self, key: RecoveryKey) -> None:
        self.work(self._keys.checking_sheet(key), self._compared)

    def _part(self) -> None:
        self.work(self._keys.sheet_was_in_hand(), self._checked)

    def _compared(self, right: bool) -> None:
        if right:
            self._checked(None)
        else:
            self.tell(
                Text("This key does not open this vault. Perhaps it is an older sheet, or that of another."), "error"
            )

    def _checked(self, _nothing: None) -> None:
        self.sheet_check.wipe()
        self.fold()
        self.check.setFocus()
        self.tell(Text("Checked. In a year you will be reminded again."), "ok")
        self._changed()


class SheetCheck(QWidget):
    """Two groups, or the whole key."""

    def __init__(self, language: Language, whole: Callable[[RecoveryKey], None], part: Callable[[], None]) -> None:
        super().__init__()
        self._say, self._whole, self._part = language.say, whole, part
        self.asked = two_groups()
        self.groups = tuple(
            TextField(self._say(Text("Group {number} from the sheet", number=str(number)))) for number in self.asked
        )
        self.all = ParsedField(self._say(Text("All eight groups")), recovery_reading(language))
        self.two = secondary(self._say(Text("Check two groups")))
        self.everything = primary(self._say(Text("Check all eight")))
        self._arrange()
        self.two.clicked.connect(self._check_two)
        self.everything.clicked.connect(self._check_all)
        self.all.committed.connect(self._check_all)
        for field in self.groups:
            field.committed.connect(self._check_two)
        self.setFocusProxy(self.groups[0])
        self.hide()

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in (*self.groups, self.all):
            field.edit.clear()

    def _check_two(self) -> None:
        for number, field in zip(self.asked, self.groups, strict=True):
            if not is_group(number, cleaned(field.text())):
                field.show_error(self._say(Text("This cannot be group {number}.", number=str(number))))
                field.edit.setFocus()
                return
        self._part()

    def _check_all(self) -> None:
        if isinstance(self.all.value, RecoveryKey):
            self._whole(self.all.value)
        elif not self.all.value and not self.all.hint.text.strip():
            self.all.show_error(self._say(Text("Please type all eight groups from the sheet.")))

    def _arrange(self) -> None:
        why = Text("Take the sheet in your hand. Two groups show that it is there and can be read.")
        sure = Text("All eight show that it opens this vault.")
        both = row(*self.groups, spacing=16)
        fill(
            column(self, spacing=8), label(self._say(why)), both, row(self.two, None), label(self._say(sure)), self.all
        )
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made above
        layout.addItem(row(self.everything, None))


def _standing(sheet: Sheet) -> Sayable:
    what = Text("One page on paper that opens the vault when nobody knows the passphrase any more.")
    if sheet.made_on is None:
        return Text("{what} There is none yet: without it nobody can help when it is forgotten.", what=what)
    if sheet.checked_at is None:
        return Text("{what} Made on {day}, not checked yet.", what=what, day=sheet.made_on)
    checked = sheet.checked_at.astimezone().date()
    words = Text("{what} Made on {day}, last checked on {checked}.", what=what, day=sheet.made_on, checked=checked)
    return Text("{words} Checking it again is due.", words=words) if sheet.is_due else words
