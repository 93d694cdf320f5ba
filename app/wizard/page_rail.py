"""The left pane of the wizard: every topic with its state and the answer already given; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.language import Language
from app.core.text import Text
from app.ui.bars import SavedMark
from app.ui.boxes import Box
from app.ui.fonts import scaled
from app.ui.rail import Step, StepRail
from app.ui.text import label
from app.wizard.answers import Answers
from app.wizard.question import Topic
from app.wizard.rail import RailLine, topics

WIDTH = 272
_MARGIN = 20


class RailPane(Box):
    """Title, topics, and below them why a topic is passed over and that everything is saved."""

    chosen = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__("pane-left", padding=0, spacing=0)
        self._language = language
        self._lines: dict[str, RailLine] = {}
        title = label(language.say(Text("Are you covered?")), "section")
        title.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 10)
        self.rail = StepRail(language.say(Text("Topics")), language)
        self.reason = label(" ", "small", "ink2")
        self.reason.setContentsMargins(_MARGIN, 8, _MARGIN, 0)
        self.reason.hide()
        self.saved = SavedMark()
        self.saved.setContentsMargins(_MARGIN, 12, _MARGIN, 16)
        self.add(title)
        self.body.addWidget(self.rail, 1)
        self.add(self.reason, self.saved)
        self.rail.chosen.connect(self._chosen)
        self.fit()

    def show_answers(self, answers: Answers) -> None:
        """Show how far every topic is."""
        self._lines = {line.topic: line for line in topics(answers)}
        self.rail.show_steps([self._step(line) for line in self._lines.values()])
        self.reason.hide()

    def show_saved(self, *, saved: bool) -> None:
        """Say that everything is saved, or nothing."""
        self.saved.say(self._language.say(Text("Answers are saved")) if saved else "")

    def fit(self) -> None:
        """Be as wide as the size of the type wants it."""
        self.setFixedWidth(scaled(WIDTH))

    def _step(self, line: RailLine) -> Step:
        say = self._language.say
        second = " ".join(say(line.line).split())
        return Step(line.topic, say(line.title), second, line.state.value)

    def _chosen(self, key: str) -> None:
        line = self._lines[key]
        if line.question is None and line.topic is not Topic.SUMMARY:
            self._explain(line)
        else:
            self.chosen.emit(line.question)

    def _explain(self, line: RailLine) -> None:
        later = Text("An earlier answer decides whether we ask this.")
        title, why = self._language.say(line.title), self._language.say(line.reason or later)
        self.reason.show_text(f"{title}: {why}")
        self.reason.show()
