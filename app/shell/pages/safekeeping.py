"""The vault page: how safe the vault is, its keys, its backups, its file. One part at a time, each about a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import column, fill, row
from app.shell.gate import shown_path
from app.shell.models.safekeeping import Deed, state_lines
from app.shell.pages.safekeeping_backups import BackupsPart
from app.shell.pages.safekeeping_export import ExportCard
from app.shell.pages.safekeeping_file import FilePart
from app.shell.pages.safekeeping_keys import KeysPart
from app.shell.pages.safekeeping_state import StatePart
from app.shell.restore_scene import RestoreScene
from app.shell.safekeeping_desk import Around, SafekeepingDesk
from app.system.vault_troubles import sentence
from app.ui.boxes import Box
from app.ui.buttons import Button, pill, secondary
from app.ui.fields import HintLine
from app.ui.flow import Flow
from app.ui.page import PageHead, ScrollPage
from app.ui.task import run
from app.ui.text import label


class Restored(Box):
    """Says where a restored vault lies, and leads to it."""

    def __init__(self, language: Language, go: Callable[[Path], None]) -> None:
        super().__init__("note", padding=14)
        self._say, self._go = language.say, go
        self._place = Path()
        self.words = label("", "body")
        self.open = secondary(self._say(Text("Open it")), "lock-open")
        self.add(self.words)
        self.body.addLayout(row(self.open, None))
        self.open.clicked.connect(lambda: self._go(self._place))
        self.hide()

    def show_place(self, place: Path) -> None:
        """Say that a vault has been restored."""
        self._place = place
        self.words.show_text(self._say(Text("Restored to a new vault: {place}", place=shown_path(place))))
        self.show()


PARTS: dict[str, Text] = {
    "state": Text("State"),
    "keys": Text("Keys"),
    "backups": Text("Backups"),
    "file": Text("File"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the page leads: to other pages, to the door of another vault, to the one where a damaged vault is saved.

    `hold` keeps the rest of the window still while the vault gets a new key.
    """

    page: Callable[[str], None]
    vault: Callable[[Path], None]
    salvage: Callable[[], None]
    hold: Callable[[bool], None]


class SafekeepingPage(QFrame):
    """Four parts behind four pills, and behind them the way from a backup to a new vault."""

    def __init__(self, desk: SafekeepingDesk, language: Language, ways: Ways) -> None:
        super().__init__()
        self._desk, self._language, self._say, self._go = desk, language, language.say, ways.page
        self._around, self._kept = Around(), desk.care.kept
        self.pills = {key: self._pill(key, name) for key, name in PARTS.items()}
        self.state = StatePart(language, self._do)
        self.keys = KeysPart(desk, language, self._something_changed, ways.hold)
        self.backups = BackupsPart(desk, language, self._look_around, self._restore)
        self.export = ExportCard(desk, language)
        self.file = FilePart(desk, language, (self._restore, ways.salvage), self.export)
        parts: tuple[QWidget, ...] = (self.state, self.keys, self.backups, self.file)
        self.parts = dict(zip(PARTS, parts, strict=True))
        self.trouble = HintLine()
        self.trouble.hide()
        self.restored = Restored(language, ways.vault)
        self.scene: RestoreScene | None = None
        self._stack = QStackedWidget()
        self._arrange()
        desk.care.changed.connect(self._show)
        self.show_part("state")
        self._show()
        self._look_around()
        desk.care.look()
        self.setFocusProxy(self.pills["state"])

    def show_part(self, part: str) -> None:
        """Show one part; a name that does not exist shows none other than now."""
        if part == "restore":
            self._show_scene()
        elif part in self.parts:
            self._hide_scene()
            for key, widget in self.parts.items():
                widget.setVisible(key == part)
                self.pills[key].setChecked(key == part)

    def _do(self, deed: Deed) -> None:
        """Do what a line of the state offers."""
        match deed:
            case "history":
                self._go("history")
            case "back_up":
                self._desk.care.back_up_now()
            case "second":
                self._open("backups")
                self.backups.second.begin()
            case "prove":
                self._open("backups")
                self.backups.prove.credential.setFocus()
            case "sheet":
                self._open("keys")
                self.keys.sheet.begin()
            case "check" | "place":
                self._open("file")

    def _open(self, part: str) -> None:
        self._go(f"vault/{part}")

    def _something_changed(self) -> None:
        """Show what is new, and let a backup follow: the newest should open with what opens the vault."""
        self._desk.care.changed.emit()
        self._desk.care.back_up_now()

    def _look_around(self) -> None:
        run(self._desk.looking_around(), self._found, parent=self)

    def _found(self, around: Around) -> None:
        self._around = around
        self._show()
        self.backups.show_around(around)
        self.file.show_around(self._desk.known(around), around)

    def _show(self) -> None:
        safe = self._desk.known(self._around)
        if safe.trouble:
            self.trouble.say(self._say(sentence(safe.trouble)), "error")
        self.trouble.setVisible(safe.trouble is not None)
        if safe.kept != self._kept:
            self._kept = safe.kept
            self._look_around()
        self.state.show_lines(state_lines(safe))
        self.backups.show_state(safe, self._desk.proofs() if safe.trouble is None else ())
        self.file.show_state(safe)
        self.keys.sheet.show_sheet(safe.sheet)

    def _restore(self) -> None:
        self._open("restore")

    def _show_scene(self) -> None:
        self._hide_scene()
        deeds = self._desk.restoring(self._is_restored, partial(self._open, "backups"))
        self.scene = RestoreScene(self._language, deeds)
        self._stack.addWidget(self.scene)
        self._stack.setCurrentWidget(self.scene)

    def _hide_scene(self) -> None:
        if self.scene is not None:
            self._stack.removeWidget(self.scene)
            self.scene.deleteLater()
            self.scene = None

    def _is_restored(self, place: Path, *_: object) -> None:
        self._open("backups")
        self.restored.show_place(place)

    def _pill(self, key: str, name: Text) -> Button:
        made = pill(self._say(name), checked=key == "state")
        made.clicked.connect(partial(self._open, key))
        return made

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text("What keeps the vault safe, and what proves that it is.")
        page.add(PageHead(self._say(Text("Vault and backups")), self._say(subtitle)), Flow(*self.pills.values()))
        page.add(self.trouble, self.restored, *self.parts.values())
        self._stack.addWidget(page)
        fill(column(self, spacing=0), self._stack)
