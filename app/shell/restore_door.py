"""The door behind which a backup becomes a vault. Whoever restores one goes in with what has opened the backup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.language import Language
from app.shell.arrange import column, fill
from app.shell.gate import Deeds, Door, Offer
from app.shell.restore_scene import RestoreScene
from app.shell.restoring_deeds import restore_deeds
from app.shell.surroundings import Surroundings
from app.ui.fields import HintTone

if TYPE_CHECKING:
    from app.ui.task import Progress
    from database.credentials import Credential


class RestoreDoor(Door):
    """The scene that restores, in front of a closed vault."""

    def __init__(
        self,
        language: Language,
        surroundings: Surroundings,
        deeds: Deeds,
        restored: Callable[[Path, Credential], None],
    ) -> None:
        super().__init__()
        self._used: Credential | None = None
        self._restored = restored
        own = restore_deeds(surroundings, restored=self._go_in, back=deeds.back)
        self._restore = own.restore
        self.scene = RestoreScene(language, replace(own, restore=self._noting))
        fill(column(self, spacing=0), self.scene)
        self.setFocusProxy(self.scene)

    def complete(self, about: Callable[[], str]) -> None:
        """Add nothing: the scene is whole from the start."""

    def set_busy(self, *, busy: bool) -> None:
        """Take no order while something else is being opened."""
        self.scene.setEnabled(not busy)

    def say_wrong(self, sentence: str) -> None:
        """Say what went wrong with what was opened from the menu meanwhile."""
        self.say_trouble(sentence)

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what went wrong with what was opened from the menu meanwhile."""
        del offers
        self.set_busy(busy=False)
        self.scene.trouble.say(sentence, tone)

    def _noting(self, backup: Path, credential: Credential, target: Path) -> Callable[[Progress], Path]:
        self._used = credential
        return self._restore(backup, credential, target)

    def _go_in(self, place: Path) -> None:
        if self._used is not None:
            self._restored(place, self._used)
