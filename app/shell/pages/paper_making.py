"""A paper in the making: a bar with a way to stop it, and one sentence about how it went.

Pages that make papers share it. Only one paper is made at a time; what arrives after the page is gone is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.arrange import column, fill, row
from app.system.vault_troubles import sentence
from app.ui.buttons import ghost
from app.ui.fields import HintLine, HintTone
from app.ui.task import Progress, Task, run
from app.ui.text import label
from database.errors import VaultError


class PaperMaking(QWidget):
    """The bar and the sentence."""

    def __init__(self, language: Language, on_busy: Callable[[bool], None]) -> None:
        super().__init__()
        self._say, self._on_busy = language.say, on_busy
        self._task: Task[bytes] | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._say(Text("Progress of the paper")))
        self.cancel = ghost(self._say(Text("Cancel")), "x")
        self.outcome = HintLine()
        self._line = QWidget()
        working = row(
            label(self._say(Text("The paper is being set …")), "body", "ink2", wrap=False), self.bar, self.cancel
        )
        working.setStretch(1, 1)
        self._line.setLayout(working)
        fill(column(self, spacing=4), self._line, self.outcome)
        self._line.hide()
        self.cancel.clicked.connect(self._stop)

    def make(self, work: Callable[[Progress], bytes], done: Callable[[bytes], None]) -> None:
        """Make a paper and hand it on; a second one waits until the first is done."""
        if self._task is not None:
            return
        self.say("")
        self.bar.setValue(0)
        self._line.show()
        self._on_busy(True)
        self._task = run(work, done, failed=self._say_trouble, parent=self)
        self._task.progressed.connect(self._advance)
        self._task.ended.connect(self._ended)

    def say(self, what: Sayable, tone: HintTone = "plain") -> None:
        """Say how it went."""
        self.outcome.say(self._say(what), tone)

    def say_saved(self, place: Path, trouble: Text | None) -> None:
        """Say where the paper lies now, or why it does not."""
        if trouble:
            self.say(trouble, "error")
        else:
            self.say(Text("Saved, not encrypted: {place}", place=str(place)), "ok")

    def _say_trouble(self, error: Exception) -> None:
        if not isinstance(error, VaultError):
            raise error
        self.say(sentence(error), "error")

    def _advance(self, share: float, _step: str) -> None:
        self.bar.setValue(round(share * 100))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.say(Text("Cancelled. Nothing was saved."))

    def _ended(self) -> None:
        self._task = None
        self._line.hide()
        self._on_busy(False)
