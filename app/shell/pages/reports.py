"""Papers: the board paper in the language of its readers, saved as PDF or shown in the system's viewer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget

from app.core.language import Code, Language
from app.core.text import Text
from app.shell.arrange import beside, column, fill, gap, row, stack
from app.shell.pages.paper_making import PaperMaking
from app.shell.pages.paper_place import ask_place
from app.shell.paper_desk import PaperDeeds
from app.ui.boxes import card, note
from app.ui.buttons import primary, secondary
from app.ui.choices import Segmented
from app.ui.icons import CONTROL, NAVIGATION, IconLabel
from app.ui.page import PageHead, ScrollPage, TwoColumns
from app.ui.text import Prose, label

_CONTENTS: tuple[Text, ...] = (
    Text("Result: the class, the inequality that decides, the day of the facts and of the law"),
    Text("What it means: duties and next deadlines, what is overdue"),
    Text("Liability and fines: every frame with provision and arithmetic, and what is not threatened"),
    Text("Decisions requested, with lines for place, date and signature"),
    Text("Annex: facts, reasoning step by step, all duties, open legal questions, sources"),
)


class ReportsPage(QFrame):
    """The one paper there is today, with its language and its two ways out."""

    def __init__(self, deeds: PaperDeeds, language: Language) -> None:
        super().__init__()
        self._deeds, self._language = deeds, language
        self._say = language.say
        self._code: Code = language.code
        names = {"de": (self._say(Text("German")), "Deutsch"), "en": (self._say(Text("English")), "English")}
        self.languages = Segmented(self._say(Text("Language of the paper")), names, language.code)
        self.save = primary(self._say(Text("Save as PDF …")), "download")
        self.open = secondary(self._say(Text("Open in PDF viewer")), "external-link")
        self.making = PaperMaking(language, self._set_busy)
        self._arrange()
        self.languages.chosen.connect(self._choose_language)
        self.save.clicked.connect(self._save)
        self.open.clicked.connect(self._open)
        self.setFocusProxy(self.save)

    def _choose_language(self, code: str) -> None:
        self._code = "de" if code == "de" else "en"

    def _set_busy(self, busy: bool) -> None:
        for button in (self.save, self.open):
            button.setEnabled(not busy)

    def _save(self) -> None:
        place = ask_place(self, self._language, self._deeds.title(self._code))
        if place:
            self.making.make(self._deeds.board_paper(self._code), lambda paper: self._keep(place, paper))

    def _keep(self, place: Path, paper: bytes) -> None:
        self.making.say_saved(place, self._deeds.save(place, paper))

    def _open(self) -> None:
        code = self._code
        self.making.make(self._deeds.board_paper(code), lambda paper: self._show_outside(code, paper))

    def _show_outside(self, code: Code, paper: bytes) -> None:
        trouble = self._deeds.show_outside(code, paper)
        if trouble:
            self.making.say(trouble, "error")
        else:
            self.making.say(Text("Opened. The copy is removed when you lock or close the program."), "ok")

    def _arrange(self) -> None:
        page = ScrollPage()
        subtitle = Text("What you sign, hand on and file.")
        page.add(PageHead(self._say(Text("Papers and reports")), self._say(subtitle)))
        box = card()
        title = label(self._say(Text("Board paper")), "title")
        lead = Text("Two pages for the management that stand alone, with an annex that shows every step.")
        words = stack(title, Prose(self._say(lead), tone="ink2"), spacing=4)
        fill(box.body, beside(IconLabel("file-text", "accent", NAVIGATION), words, spacing=14), gap(4))
        for number, content in enumerate(_CONTENTS, start=1):
            count = label(str(number), "small_strong", "ink2", wrap=False)
            count.setFixedWidth(18)
            fill(box.body, beside(count, label(self._say(content)), spacing=14))
        language = label(self._say(Text("Language of the paper")), "body", wrap=False)
        fill(box.body, gap(4), row(language, self.languages, None, spacing=12), gap(4))
        fill(box.body, row(self.save, self.open, None), self.making)
        page.add(TwoColumns(box, self._notes(), side_width=316, stack_below=860))
        fill(column(self, spacing=0), page)

    def _notes(self) -> QWidget:
        saved = Text(
            "A saved PDF lies unencrypted where you put it. Keep it as carefully as you would keep the signed paper."
        )
        opened = Text(
            "For the viewer the program makes a copy that only you can read. It is removed when you lock or close the "
            "program, after a crash at the next start."
        )
        both = self._say(Text("{saved}\n{opened}", saved=saved, opened=opened))
        return stack(note(self._say(Text("Outside the vault")), both), stack(
            beside(IconLabel("info", "ink2", CONTROL), label(self._say(Text(
                "The paper’s language does not depend on the language of the screen."
            )), "small", "ink2"), spacing=8)
        ), spacing=12)  # fmt: skip
