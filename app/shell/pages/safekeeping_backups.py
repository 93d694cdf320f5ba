"""The backups: the list with age, size and place, the proof of one, the second place, the proofs so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Plural, Sayable, Text
from app.registers.safekeeping.record import BackupProof
from app.shell.arrange import column, fill, top
from app.shell.models.ages import age
from app.shell.models.backups import BackupLine
from app.shell.models.safekeeping import Safekeeping, proof_result, state_lines
from app.shell.models.sizes import size
from app.shell.pages.safekeeping_card import moving_bar
from app.shell.pages.safekeeping_prove import ProveCard
from app.shell.pages.safekeeping_second import SecondPlaceCard
from app.shell.safekeeping_desk import Around, SafekeepingDesk
from app.ui.buttons import ghost, secondary
from app.ui.cells import Cell, Column
from app.ui.chip import Chip
from app.ui.flow import Flow
from app.ui.page import TwoColumns
from app.ui.table import RowsTable
from app.ui.text import label

FEW = 6
_PROOFS = 5


class BackupsPart(QWidget):
    """The list at the left, the chosen backup at the right, the rest below."""

    def __init__(
        self, desk: SafekeepingDesk, language: Language, changed: Callable[[], None], restore: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk, self._say = desk, language.say
        self._around, self._lines = Around(), tuple[BackupLine, ...]()
        self._now = desk.care.now()
        self._all = False
        self.back_up = secondary(self._say(Text("Back up now")), "archive")
        self.restore = ghost(self._say(Text("Restore from a backup …")), "rotate-ccw")
        self.more = ghost("")
        self.busy = moving_bar(language)
        self.status, self.unreadable = label("", "small", "ink2"), label("", "small", "due")
        self.table = RowsTable(self._say(Text("Backups")), self._columns(), [])
        self.prove = ProveCard(desk, language, changed)
        self.second = SecondPlaceCard(desk.care, language, changed, read_only=desk.read_only)
        self.proofs = RowsTable(self._say(Text("Proofs")), self._proof_columns(), [])
        self.proofs_title = label(self._say(Text("Proofs")), "section")
        self._arrange()
        self.back_up.setVisible(not desk.read_only)
        self.back_up.clicked.connect(desk.care.back_up_now)
        self.restore.clicked.connect(restore)
        self.more.clicked.connect(self._show_all)
        self.table.selectionModel().currentRowChanged.connect(self._selected)

    def show_state(self, safe: Safekeeping, proofs: Sequence[BackupProof]) -> None:
        """Show what is known now."""
        self._now = safe.now
        lines = {line.key: line for line in state_lines(safe)}
        self.second.show_state(lines["second"])
        self.busy.setVisible(self._desk.care.busy)
        self.back_up.setEnabled(not self._desk.care.busy)
        self.status.show_text(self._say(lines["backup"].words))
        self.status.setVisible(lines["backup"].tone != "ok")
        self.proofs.show_rows([self._proof_row(proof) for proof in proofs[:_PROOFS]])
        for part in (self.proofs, self.proofs_title):
            part.setVisible(bool(proofs))

    def show_around(self, around: Around) -> None:
        """Show the backups that were found; the newest is chosen unless somebody has chosen another."""
        chosen = self.table.currentIndex().row() if self._lines == around.backups else 0
        self._around, self._lines = around, around.backups
        shown = self._lines if self._all else self._lines[:FEW]
        self.table.show_rows([self._row(line) for line in shown])
        self.table.setVisible(bool(shown))
        self.more.setVisible(len(shown) < len(self._lines))
        n = len(around.unreadable)
        words = Plural("{n} file is no readable backup.", "{n} files are no readable backups.", n=n)
        self.unreadable.show_text(self._say(words))
        self.unreadable.setVisible(n > 0)
        count = len(self._lines)
        self.more.show_words(self._say(Plural("Show {n} backup", "Show all {n} backups", n=count)))
        if shown:
            self.table.selectRow(max(0, min(chosen, len(shown) - 1)))
        else:
            self.prove.choose(None)

    def _selected(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self._lines):
            self.prove.choose(self._lines[index.row()])

    def _show_all(self) -> None:
        self._all = True
        self.show_around(self._around)

    def _arrange(self) -> None:
        inside = column(self, spacing=20)
        left = top(
            Flow(self.back_up, self.restore), self.busy, self.status, self.table, self.more, self.unreadable, spacing=10
        )
        fill(inside, TwoColumns(left, self.prove, side_width=372, stack_below=860))
        fill(inside, self.second, self.proofs_title, self.proofs)

    def _row(self, line: BackupLine) -> list[Cell]:
        return [
            Cell(self._say(line.at), self._say(age(line.at, self._now)), role="medium"),
            Cell(self._say(line.places)),
            Cell(self._say(size(line.file.bytes))),
        ]

    def _proof_row(self, proof: BackupProof) -> list[Cell]:
        opened = Text("with the recovery key") if proof.opened_with == "recovery" else Text("with the passphrase")
        made = Text("backup of {moment}", moment=proof.backup_made_at.astimezone())
        word = Chip(self._say(Text("failed")), "breach") if proof.failure else Chip(self._say(Text("proven")), "ok")
        return [
            Cell(self._say(proof.held_at.astimezone()), self._say(made), role="medium"),
            Cell(self._say(proof_result(proof)), self._say(opened)),
            Cell(chip=word),
        ]

    def _columns(self) -> list[Column]:
        say = self._say
        return [Column(say(Text("Made")), 176), Column(say(Text("Place"))), Column(say(Text("Size")), 96, "right")]

    def _proof_columns(self) -> list[Column]:
        names: tuple[tuple[Sayable, int], ...] = ((Text("When"), 222), (Text("Found"), 0), (Text("Result"), 150))
        return [Column(self._say(name), width) for name, width in names]
