"""From a backup back to a vault, in front of a closed vault or beside an open one: choose, look inside, restore.

The backup becomes a new vault; nothing that is there is written over. The present vault need not open for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from app.core.language import Language
from app.core.text import Plural, Sayable, Text
from app.shell.arrange import column, fill, gap, row, stack
from app.shell.credential_field import CredentialField
from app.shell.doors import is_wrong_passphrase, said
from app.shell.gate import ask_new_place, busy_bar, shown_path
from app.shell.models.sizes import size
from app.shell.restoring_deeds import RestoreDeeds
from app.ui.boxes import card, note
from app.ui.buttons import ghost, primary, secondary
from app.ui.cells import Cell, Column
from app.ui.fields import HintLine
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.table import RowsTable
from app.ui.task import Progress, run
from app.ui.text import Prose, label

if TYPE_CHECKING:
    from database.backup_file import BackupFile, Contents, Found

T = TypeVar("T")

_OF_ITS_DAY = Text("This does not open this backup. It needs the passphrase or the recovery sheet of its day.")

_MOST = 200
"""Backups in the list; older ones are found through the file dialog."""


class RestoreScene(QFrame):
    """The list at the left, the chosen backup at the right."""

    def __init__(self, language: Language, deeds: RestoreDeeds) -> None:
        super().__init__()
        self._language, self._say, self._deeds = language, language.say, deeds
        self._backups: tuple[BackupFile, ...] = ()
        self._chosen: BackupFile | None = None
        self._target: Path | None = None
        self._task: QObject | None = None
        self.table = RowsTable(self._say(Text("Backups")), self._columns(), [])
        self.status = HintLine()
        self.file = secondary(self._say(Text("Choose a backup file …")), "folder-open")
        self.back = ghost(self._say(Text("Back")), "arrow-left")
        self.credential = CredentialField(language)
        self.look = secondary(self._say(Text("Show what is inside")), "eye")
        self.inside = Prose("")
        self.place_line = label("", "small", "ink2")
        self.change_place = ghost(self._say(Text("Change …")))
        self.restore = primary(self._say(Text("Restore to a new vault")))
        self.busy = busy_bar(language)
        self.trouble = HintLine()
        self._side = card()
        self._arrange()
        self._listen()
        self.setFocusProxy(self.table)
        self._work(deeds.find, self._found)

    def _listen(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.file.clicked.connect(self._choose_file)
        self.back.clicked.connect(self._deeds.back)
        self.look.clicked.connect(self._look)
        self.credential.committed.connect(self._look)
        self.change_place.clicked.connect(self._change_place)
        self.restore.clicked.connect(self._restore)

    # What is chosen.

    def _found(self, found: Found) -> None:
        self._backups = found.backups[:_MOST]
        self.table.show_rows([self._row(backup) for backup in self._backups])
        self._say_found(found)
        if self._backups:
            self.table.selectRow(0)

    def _say_found(self, found: Found) -> None:
        if not found.backups:
            self.status.say(
                self._say(Text("No backups were found on this computer. Choose a file, for instance on a stick."))
            )
        elif found.unreadable:
            n = len(found.unreadable)
            words = Plural("{n} file is no readable backup.", "{n} files are no readable backups.", n=n)
            self.status.say(self._say(words), "due")

    def _selected(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self._backups):
            self._choose(self._backups[index.row()])

    def _choose_file(self) -> None:
        title = self._say(Text("Choose a backup file …"))
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), "Nachweis (*.nachweis-backup)")
        if chosen:
            self._work(self._deeds.read(Path(chosen)), self._choose)

    def _choose(self, backup: BackupFile) -> None:
        self._chosen = backup
        self._put_target(self._deeds.free_place(backup.manifest.name))
        self.trouble.say("")
        self.inside.show_text(self._say(self._described(backup)))
        self._side.show()

    def _change_place(self) -> None:
        if self._target and (chosen := ask_new_place(self, self._language, self._target)):
            self._put_target(chosen)

    def _put_target(self, target: Path) -> None:
        self._target = target
        self.place_line.show_text(shown_path(target))

    # What is done.

    def _look(self) -> None:
        credential = self.credential.credential()
        if self._chosen and credential is not None:
            self._work(self._deeds.inside(self._chosen.path, credential), partial(self._show_inside, self._chosen))

    def _show_inside(self, backup: BackupFile, contents: Contents) -> None:
        if backup is self._chosen:
            records = Plural("{n} record", "{n} records", n=contents.records)
            entries = Plural("{n} entry in the history", "{n} entries in the history", n=contents.head.sequence)
            within = Text("It opens. In it: {records}, {entries}.", records=records, entries=entries)
            self.inside.show_text(self._say(Text("{one}\n{two}", one=self._described(backup), two=within)))

    def _restore(self) -> None:
        credential = self.credential.credential()
        if self._chosen and self._target and credential is not None:
            work = self._deeds.restore(self._chosen.path, credential, self._target)
            self._work(work, self._deeds.restored)

    def _work(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        if self._task is None:
            self.trouble.say("")
            self._set_busy(busy=True)
            task = self._task = run(work, done, failed=self._say_trouble, parent=self)
            task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None
        self._set_busy(busy=False)

    def _say_trouble(self, error: Exception) -> None:
        if is_wrong_passphrase(error):
            self.credential.say_wrong(self._say(_OF_ITS_DAY))
        else:
            self.trouble.say(self._say(said(error)), "error")

    def _set_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        for part in (self.look, self.restore, self.file, self.change_place):
            part.setEnabled(not busy)

    # How it is shown.

    def _described(self, backup: BackupFile) -> Text:
        made = backup.manifest.made_at.astimezone()
        return Text("Backup of {day}, {time}", day=made.date(), time=made.strftime("%H:%M:%S"))

    def _row(self, backup: BackupFile) -> list[Cell]:
        made = backup.manifest.made_at.astimezone()
        when = self._language.say(Text("{day}, {time}", day=made.date(), time=made.strftime("%H:%M:%S")))
        return [
            Cell(when, role="medium"),
            Cell(backup.manifest.name, shown_path(backup.path.parent)),
            Cell(self._language.say(size(backup.bytes))),
        ]

    def _columns(self) -> list[Column]:
        names: tuple[tuple[Sayable, int], ...] = ((Text("Made"), 190), (Text("Vault"), 0), (Text("Size"), 100))
        return [
            Column(self._say(name), width, "right" if number == len(names) - 1 else "left")
            for number, (name, width) in enumerate(names)
        ]

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text("A backup becomes a new vault. What is there now stays as it is.")
        head = PageHead(self._say(Text("Restore from a backup")), self._say(subtitle))
        page.add(stack(row(-10, self.back, None), head))
        left = stack(self.table, self.status, row(self.file, None), self.busy)
        page.add(TwoColumns(left, self._chosen_card(), side_width=380, stack_below=860))
        fill(column(self, spacing=0), page)

    def _chosen_card(self) -> QWidget:
        opens = Text("It opens with the passphrase or the recovery sheet of its day.")
        where = row(self.place_line, self.change_place, spacing=6)
        where.setStretch(0, 1)
        fill(self._side.body, label(self._say(Text("The chosen backup")), "title"), self.inside, gap(2))
        fill(self._side.body, Prose(self._say(opens), tone="ink2"), self.credential, row(self.look, None), gap(6))
        fill(
            self._side.body, label(self._say(Text("New vault")), "strong"), where, self.trouble, row(self.restore, None)
        )
        self._side.hide()
        kept = Text("The restored vault stands in your list beside the present one until you remove one of them.")
        return stack(self._side, note(self._say(Text("Nothing is written over")), self._say(kept)), spacing=16)
