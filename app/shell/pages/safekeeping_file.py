"""The file itself: whether every page is as it was written, where it lies, and what helps if something is damaged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.language import Language
from app.core.text import Joined, Sayable, Text
from app.shell.arrange import column, fill
from app.shell.gate import shown_path
from app.shell.models.backups import BackupLine
from app.shell.models.integrity import Integrity
from app.shell.models.safekeeping import Safekeeping, integrity_words
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.safekeeping_desk import Around, SafekeepingDesk
from app.system.conflict_copies import explanation
from app.system.synchronised import warning as synchronised_warning
from app.ui.boxes import Box, Message, warning
from app.ui.buttons import primary, secondary
from app.ui.flow import Flow
from app.ui.text import Prose, label

Ways = tuple[Callable[[], None], Callable[[], None]]

_GOOD = 3


class FilePart(QWidget):
    """What is known of the file, with what helps: `ways` are those to a backup, and to what can still be read."""

    def __init__(self, desk: SafekeepingDesk, language: Language, ways: Ways, *more: QWidget) -> None:
        super().__init__()
        self._desk, self._say = desk, language.say
        self.check = DeedCard(language, "shield", Text("The whole file"), "", Text("Check now"))
        self.check.action.clicked.disconnect()
        self.check.action.clicked.connect(desk.care.check)
        self.salvage = secondary(self._say(Text("Save what can be saved …")), "save")
        self.restore = primary(self._say(Text("Restore from a backup …")), "rotate-ccw")
        restore, salvage = ways
        self.restore.clicked.connect(restore)
        self.salvage.clicked.connect(salvage)
        self._good: tuple[BackupLine, ...] = ()
        self._damage, self._around = QWidget(), QWidget()
        for holder in (self._damage, self._around):
            column(holder, spacing=12)
        self._help = self._helping()
        fill(column(self, spacing=16), self.check, self._damage, self._help, self._around, *more)

    def show_state(self, safe: Safekeeping) -> None:
        """Show how the last check went."""
        words, _word, _tone = integrity_words(safe.integrity, safe.now)
        self.check.words.show_text(self._say(words))
        running = safe.integrity.state == "running"
        self.check.busy.setVisible(running)
        self.check.action.setEnabled(not running)
        self._show_damage(safe.integrity)

    def show_around(self, safe: Safekeeping, around: Around) -> None:
        """Show where the vault lies and what lies around it."""
        self._good = around.backups[:_GOOD]
        self._refill(self._around, self._place(safe), *self._copies(safe))
        self._show_damage(safe.integrity)

    def _show_damage(self, integrity: Integrity) -> None:
        damaged = integrity.state == "damaged"
        self._help.setVisible(damaged)
        self._refill(self._damage, *((self._found(),) if damaged else ()))

    def _found(self) -> QWidget:
        what = Text(
            "A part of the file can no longer be read as it was written, usually because of the disk. Nothing has been "
            "changed. Restore the vault from a backup, or save into a new vault whatever can still be read."
        )
        good: Sayable = Joined(tuple(line.at for line in self._good), "") if self._good else Text("none found")
        said = Text("{what}\nThe last backups: {good}", what=what, good=good)
        return Message("breach", self._say(Text("Something in the vault is damaged")), self._say(said))

    def _helping(self) -> QWidget:
        holder = Flow(self.restore, self.salvage)
        holder.hide()
        return holder

    def _place(self, safe: Safekeeping) -> QWidget:
        box = Box("card", padding=20, spacing=6)
        box.add(label(self._say(Text("Place")), "section"), Prose(shown_path(safe.place)))
        if safe.read_only:
            box.add(label(self._say(Text("Open to read only: nothing can be changed in it now.")), "body", "ink2"))
        if safe.service:
            box.add(warning(self._say(Text("Synchronised folder")), self._say(synchronised_warning(safe.service))))
        return box

    def _copies(self, safe: Safekeeping) -> list[QWidget]:
        title = self._say(Text("A copy was found"))
        return [Message("quiet", title, self._say(explanation(copy, safe.place)), icon="copy") for copy in safe.copies]

    @staticmethod
    def _refill(holder: QWidget, *parts: QWidget) -> None:
        layout = holder.layout()
        assert layout is not None  # noqa: S101 - made in the beginning
        while (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for part in parts:
            layout.addWidget(part)
        holder.setVisible(bool(parts))
