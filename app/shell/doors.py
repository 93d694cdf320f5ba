"""Which door is shown, and what it says when a vault does not open.

Only the door that is shown is imported: it is the first thing anybody sees of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.core.language import Language
from app.core.text import Sayable, Text
from app.shell.gate import Deeds
from app.shell.opening import NoDeviceKey, salvaging
from app.shell.surroundings import Surroundings
from app.system.folders import place_for_vault
from app.system.known_vaults import Vaults
from app.ui.fields import HintTone

if TYPE_CHECKING:
    from app.shell.first_start import FirstStart
    from app.shell.forgotten import Forgotten
    from app.shell.missing_vault import MissingVault
    from app.shell.restore_door import RestoreDoor
    from app.shell.salvage_door import SalvageDoor
    from app.shell.unlock import Unlock
    from database.credentials import Credential


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


def forgotten(language: Language, place: Path, deeds: Deeds) -> Forgotten:
    """Return the door that opens with the recovery key."""
    from app.shell.forgotten import Forgotten  # noqa: PLC0415 - see the module's second sentence

    return Forgotten(language, place, deeds)


def restore(
    language: Language, surroundings: Surroundings, deeds: Deeds, restored: Callable[[Path, Credential], None]
) -> RestoreDoor:
    """Return the door behind which a backup becomes a vault."""
    from app.shell.restore_door import RestoreDoor  # noqa: PLC0415 - see the module's second sentence

    return RestoreDoor(language, surroundings, deeds, restored)


def salvage(
    language: Language, place: Path, surroundings: Surroundings, deeds: Deeds, go_in: Callable[[Path, Credential], None]
) -> SalvageDoor:
    """Return the door behind which a damaged vault becomes a new one with what can be read of it."""
    from app.shell.salvage_door import SalvageDoor  # noqa: PLC0415 - see the module's second sentence

    target = place_for_vault(surroundings.folders.vaults, place.stem)
    work = salvaging(surroundings.now)
    return SalvageDoor(language, (place, target), deeds, salvage=work, go_in=go_in)


def about(language: Language, version: str) -> str:
    """Return which program this is, and which law it speaks of."""
    from app.law.law_version import law_version  # noqa: PLC0415 - the first picture says nothing of the law

    day = law_version().checked_until
    return language.say(Text("Version {version} · law checked until {day}", version=version, day=day))


def is_wrong_passphrase(error: Exception) -> bool:
    """Tell whether typing again would help."""
    from database.errors import WrongPassphrase  # noqa: PLC0415 - the first window knows no errors yet

    return isinstance(error, WrongPassphrase)


def helps(error: Exception) -> Literal["read_only", "restore", ""]:
    """Return what helps against a trouble besides trying again."""
    from database.errors import DamagedVault, VaultInUse  # noqa: PLC0415 - the first window knows no errors yet

    if isinstance(error, VaultInUse):
        return "read_only"
    return "restore" if isinstance(error, DamagedVault) else ""


def is_register_damaged(error: Exception) -> bool:
    """Tell whether the keys are sound and only the register is not: then some of it may still be read."""
    from database.errors import DamagedVault  # noqa: PLC0415 - the first window knows no errors yet

    return isinstance(error, DamagedVault) and error.part == "register"


def tone_of(error: Exception) -> HintTone:
    """Return how serious a trouble is: that somebody else is at work, or a keyring is away, is nothing broken."""
    return "due" if isinstance(error, NoDeviceKey) or helps(error) == "read_only" else "error"


def said(error: Exception) -> Sayable:
    """Return why a vault did not open; raise again what is no known trouble."""
    from app.system import keyring_troubles, vault_troubles  # noqa: PLC0415 - the first window knows no errors yet
    from app.wizard.json_answers import BadAnswer  # noqa: PLC0415
    from database.errors import VaultError  # noqa: PLC0415

    if isinstance(error, VaultError):
        return vault_troubles.sentence(error)
    if isinstance(error, NoDeviceKey):
        return keyring_troubles.sentence(error.trouble)
    if isinstance(error, BadAnswer):
        return Text("The answers in this vault cannot be read: {reason}", reason=error.reason)
    raise error


def _last_changed(place: Path) -> date | None:
    try:
        newest = max(entry.stat().st_mtime for entry in place.iterdir())
    except (OSError, ValueError):
        return None
    return datetime.fromtimestamp(newest, UTC).astimezone().date()
