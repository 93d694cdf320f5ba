"""How safe the vault is, in one look: a line each, with its state in a word and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.shell.arrange import beside, column, fill, row, stack
from app.shell.models.safekeeping import Deed, StateLine
from app.ui.beside import Beside
from app.ui.boxes import Box
from app.ui.buttons import ghost
from app.ui.chip import Chip, ChipLabel
from app.ui.icons import NAVIGATION, IconLabel
from app.ui.text import label, rule


class StatePart(Box):
    """The lines in one card. `do` gets what was chosen."""

    def __init__(self, language: Language, do: Callable[[Deed], None]) -> None:
        super().__init__("card", padding=20, spacing=0)
        self._say, self._do = language.say, do
        self._shown: tuple[StateLine, ...] = ()
        self.rows: dict[str, StateRow] = {}

    def show_lines(self, lines: Sequence[StateLine]) -> None:
        """Show these lines; only what differs is drawn anew, so that nobody loses the keyboard."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        for number, line in enumerate(lines):
            if line.key not in self.rows:
                self.rows[line.key] = StateRow(self._say, self._do)
                fill(self.body, *((rule(),) if number else ()), self.rows[line.key])
            self.rows[line.key].show_line(line)
        chips = max(one.chip.sizeHint().width() for one in self.rows.values())
        buttons = max(one.button.sizeHint().width() for one in self.rows.values())
        for one in self.rows.values():
            one.align(chips, buttons)


class StateRow(QWidget):
    """One line."""

    def __init__(self, say: Callable[..., str], do: Callable[[Deed], None]) -> None:
        super().__init__()
        self._say = say
        self._deed: Deed = ""
        self._icon = IconLabel("circle-dashed", "ink2", NAVIGATION)
        self.title, self.words = label("", "medium"), label("", "small", "ink2")
        self.chip = ChipLabel(Chip("", "neutral"))
        self.button = ghost("")
        self._state, self._way = QWidget(), QWidget()
        self._state.setLayout(row(self.chip, None))
        self._way.setLayout(row(self.button, None))
        inside = column(self)
        inside.setContentsMargins(0, 9, 0, 9)
        said = QWidget()
        said.setLayout(beside(self._icon, stack(self.title, self.words, spacing=2), spacing=14))
        fill(inside, Beside(said, self._state, self._way, spacing=12))
        self.button.clicked.connect(lambda: do(self._deed))

    def align(self, chips: int, buttons: int) -> None:
        """Give the word and the button the room of the widest, so that they stand under each other."""
        self._state.setFixedWidth(chips)
        self._way.setFixedWidth(buttons)

    def show_line(self, line: StateLine) -> None:
        """Show another state of the same thing."""
        say = self._say
        self._deed = line.deed
        self._icon.show_icon(line.icon, "ink2")
        self.title.show_text(say(line.title))
        self.words.show_text(say(line.words))
        self.chip.show_chip(Chip(say(line.word), line.tone))
        self.button.show_words(say(line.deed_name))
        self.button.setAccessibleName(f"{say(line.title)}: {say(line.deed_name)}")
        self.button.setVisible(bool(line.deed))
