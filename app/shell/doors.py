"""Which door is shown, and what it says when a vault does not open.

Only the door that is shown is imported: it is the first thing anybody sees of the program.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.gate import Deeds
from app.system.folders import place_for_vault
from app.system.known_vaults import Vaults

if TYPE_CHECKING:
    from app.shell.first_start import FirstStart
    from app.shell.missing_vault import MissingVault
    from app.shell.unlock import Unlock


def first_start(language: Language, vaults: Path, deeds: Deeds) -> FirstStart:
    """Return the door of somebody who has no vault yet."""
    from app.shell.first_start import FirstStart  # noqa: PLC0415 - see the module's second sentence

    return FirstStart(language, place_for_vault(vaults, language.say(Text("My company"))), deeds)


def lock_screen(language: Language, place: Path, others: Vaults, deeds: Deeds, *, goes_on: bool) -> Unlock:
    """Return the door to a vault that is closed."""
    from app.shell.unlock import Locked, Unlock  # noqa: PLC0415 - see the module's second sentence

    return Unlock(language, Locked(place, _last_changed(place), goes_on), others, deeds)


def missing_vault(language: Language, place: Path, others: Vaults, deeds: Deeds) -> MissingVault:
    """Return the door to a vault that is not where it was."""
    from app.shell.missing_vault import MissingVault  # noqa: PLC0415 - see the module's second sentence

    return MissingVault(language, place, others, deeds)


def about(language: Language, version: str) -> str:
    """Return which program this is, and which law it speaks of."""
    from app.law.law_version import law_version  # noqa: PLC0415 - the first picture says nothing of the law

    day = law_version().checked_until
    return language.say(Text("Version {version} · law checked until {day}", version=version, day=day))


def is_wrong_passphrase(error: Exception) -> bool:
    """Tell whether typing again would help."""
    from database.errors import WrongPassphrase  # noqa: PLC0415 - the first window knows no errors yet

    return isinstance(error, WrongPassphrase)


def said(error: Exception) -> Sayable:
    """Return why a vault did not open; raise again what is no known trouble."""
    from app.system.vault_troubles import sentence  # noqa: PLC0415 - the first window knows no errors yet
    from app.wizard.json_answers import BadAnswer  # noqa: PLC0415
    from database.errors import VaultError  # noqa: PLC0415

    if isinstance(error, VaultError):
        return sentence(error)
    if isinstance(error, BadAnswer):
        return Text("The answers in this vault cannot be read: {reason}", reason=error.reason)
    raise error


def _last_changed(place: Path) -> date | None:
    try:
        newest = max(entry.stat().st_mtime for entry in place.iterdir())
    except (OSError, ValueError):
        return None
    return datetime.fromtimestamp(newest, UTC).astimezone().date()
