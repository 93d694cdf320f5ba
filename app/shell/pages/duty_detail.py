"""One duty in full: in plain words, what to do, what counts as evidence, what it means for a machine builder."""

from __future__ import annotations

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.models.duties import DutyRow
from app.ui.boxes import Box, note
from app.ui.chip import Chip, ChipLabel
from app.ui.flow import Flow
from app.ui.text import Prose, label, rule


class DutyDetail(Box):
    """The panel beside the table."""

    def __init__(self, language: Language) -> None:
        super().__init__("quiet", padding=20, spacing=8)
        self._say = language.say

    def show_duty(self, duty: DutyRow) -> None:
        """Show another duty."""
        self._clear()
        self.add(label(self._say(duty.name), "title"), label(self._say(duty.citation), "small", "ink2"))
        self.add(Flow(ChipLabel(Chip(self._say(duty.state.word), duty.state.tone))))
        self.add(Prose(self._say(duty.plain)), rule())
        self._fact(Text("What to do"), duty.action)
        self._fact(Text("Effort"), duty.effort)
        self._fact(Text("Due"), duty.due)
        if duty.rhythm:
            self._fact(Text("When again"), duty.rhythm)
        for kind in duty.evidence:
            self.add(rule(), label(self._say(kind.title), "small_strong", "ink2"))
            for example in kind.examples:
                self.add(Prose(f"– {self._say(example)}"))
        if duty.builder:
            self.add(note(self._say(Text("For machine builders")), self._say(duty.builder)))
        self.body.addStretch(1)

    def _fact(self, name: Text, value: Sayable) -> None:
        self.add(label(self._say(name), "small_strong", "ink2"), Prose(self._say(value)))

    def _clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
