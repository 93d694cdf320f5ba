"""Taking everything out, in files that anybody can read: encrypted, unless somebody explicitly wants it otherwise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.core.language import Language
from app.core.text import Text
from app.shell.arrange import row
from app.shell.gate import shown_path
from app.shell.pages.safekeeping_card import DeedCard
from app.shell.safekeeping_desk import SafekeepingDesk
from app.shell.twice_passphrase import TwicePassphrase
from app.ui.buttons import primary
from app.ui.choice_row import CheckRow, Choice
from app.ui.text import Prose
from database.exporting import Exported


class ExportCard(DeedCard):
    """The card of the export."""

    def __init__(self, desk: SafekeepingDesk, language: Language) -> None:
        words = Text("All entries, the history and all files in one ZIP archive, readable without Nachweis.")
        super().__init__(language, "upload", Text("Export everything"), words, Text("Export …"))
        self._desk = desk
        self.twice = TwicePassphrase(language, Text("Passphrase for this file"))
        title, explanation = (
            Text("Without a passphrase"),
            Text("Everybody who gets the file can read everything in it."),
        )
        self.plain = CheckRow(Choice("plain", self.say(title), self.say(explanation)))
        self.export = primary(self.say(Text("Export encrypted …")))
        warning = Text(
            "The file leaves the vault and holds everything. Keep it as carefully as the vault, and delete it when you "
            "no longer need it. It is encrypted with AES; every common archive program opens it."
        )
        self.put(Prose(self.say(warning)), self.twice, self.plain, row(self.export, None), first=self.twice)
        self.plain.toggled.connect(self._choose_plain)
        self.twice.committed.connect(self._export)
        self.export.clicked.connect(self._export)

    def say_wrong(self, words: str) -> None:
        """Say below what went wrong: nothing is opened here."""
        self.tell(words, "error")

    def _choose_plain(self, plain: bool) -> None:
        self.twice.setEnabled(not plain)
        name = Text("Export without encryption …") if plain else Text("Export encrypted …")
        self.export.show_words(self.say(name))

    def _export(self) -> None:
        password = None if self.plain.isChecked() else self.twice.chosen()
        if password is None and not self.plain.isChecked():
            return
        place = self._ask_place()
        if place:
            self.work(self._desk.exporting(place, password), self._exported)

    def _ask_place(self) -> Path | None:
        suggested = Path.home() / f"{self._desk.place.stem} {self._desk.care.now():%Y-%m-%d}.zip"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.say(Text("Where the export goes")),
            str(suggested),
            "ZIP (*.zip)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever overwritten
        )
        if not chosen:
            return None
        return Path(chosen) if chosen.lower().endswith(".zip") else Path(f"{chosen}.zip")

    def _exported(self, made: Exported) -> None:
        for field in (self.twice.first, self.twice.second):
            field.wipe()
        self.plain.setChecked(False)
        self.fold()
        place = shown_path(made.path)
        encrypted, plain = (
            Text("Exported, encrypted: {place}", place=place),
            Text("Exported, not encrypted: {place}", place=place),
        )
        self.tell(encrypted if made.encrypted else plain, "ok" if made.encrypted else "due")
