"""What all doors into the program share: how a vault is named, and what the doors can ask for.

The doors are on the screen before the database is imported, so this module and the screens know nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.language import Code, Language
from app.core.text import Text
from app.ui.bars import language_switch
from app.ui.choices import Segmented
from app.ui.fields import HintTone

if TYPE_CHECKING:
    from database.credentials import Credential

SUFFIX = ".nachweis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What the doors can have done."""

    create: Callable[[Path, str], None]
    unlock: Callable[[Credential], None]
    unlock_here: Callable[[], None]
    recover: Callable[[], None]
    restore: Callable[[], None]
    back: Callable[[], None]
    open_other: Callable[[Path], None]
    forget: Callable[[Path], None]
    begin_new: Callable[[], None]
    look_at_demo: Callable[[], None]
    speak: Callable[[Code], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """What helps against a trouble: the words and the icon of a button, and what it does."""

    words: str
    icon: str
    deed: Callable[[], None]


class Door(QWidget):
    """A screen in front of a closed vault."""

    def complete(self, about: Callable[[], str]) -> None:
        """Add what the first picture can do without; `about` says version and law."""
        raise NotImplementedError

    def set_busy(self, *, busy: bool) -> None:
        """Show that a vault is being opened, and take no further order meanwhile."""
        raise NotImplementedError

    def say_wrong(self, sentence: str) -> None:
        """Say that this is not the passphrase."""
        raise NotImplementedError

    def say_trouble(self, sentence: str, *offers: Offer, tone: HintTone = "error") -> None:
        """Say what else went wrong, offer what helps, and let the user go on."""
        raise NotImplementedError

    def offer_device(self) -> None:
        """Offer to unlock with the keyring of this computer; only the door to a locked vault can."""

    def mark_missing(self, places: frozenset[str]) -> None:
        """Say of vaults in a list that they are not found; a door without a list has nothing to say."""


def speaking(language: Language, speak: Callable[[Code], None]) -> Segmented:
    """Return the switch between German and English, at work."""
    switch = language_switch(language)
    switch.chosen.connect(lambda code: speak("de" if code == "de" else "en"))
    return switch


def shown_path(place: Path) -> str:
    """Return a path short enough to read, with ~ for the user's own folder."""
    try:
        return str(Path("~") / place.relative_to(Path.home()))
    except ValueError:
        return str(place)


def ask_new_place(parent: QWidget, language: Language, suggested: Path) -> Path | None:
    """Let the user choose where a new vault goes."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - a dialog is not part of the first picture

    title = language.say(Text("Where the vault is kept"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested))
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)


def ask_vault(parent: QWidget, language: Language, folder: Path) -> Path | None:
    """Let the user choose a vault that exists; a vault is a folder whose name ends in `.nachweis`."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - a dialog is not part of the first picture

    title = language.say(Text("Open a vault (a folder whose name ends in .nachweis)"))
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def busy_bar(language: Language) -> QProgressBar:
    """Return a bar that moves while nobody knows how long it takes; hidden until then."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(language.say(Text("Please wait")))
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    bar.hide()
    return bar
