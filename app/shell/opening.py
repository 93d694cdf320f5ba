"""Work that needs the database, kept out of the first window: each function imports what it needs when it runs.

They are run by a worker, get values and return who has entered, and by which way.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.shell.session import Session
    from app.system.keyring_troubles import Trouble
    from app.ui.task import Progress
    from database.credentials import Credential, RecoveryKey
    from database.salvaging import Salvaged

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Entered:
    """An open vault; the key for the sheet of a new one; whether it was the recovery key that has opened an old one."""

    session: Session
    sheet: RecoveryKey | None = None
    recovered: bool = False


Opening = Callable[["Progress"], Entered]


class NoDeviceKey(Exception):
    """The keyring of this computer does not open the vault."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble


def warm_up(_progress: Progress) -> None:
    """Import what the first unlocked page will need, while somebody is typing the passphrase."""
    import app.shell.desk  # noqa: PLC0415 - importing is the purpose
    import app.shell.session  # noqa: F401, PLC0415 - importing is the purpose
    from app.core.language import CODES  # noqa: PLC0415
    from app.system.languages import language  # noqa: PLC0415

    for code in CODES:
        language(code).number(1)


def missing_of(places: tuple[str, ...], _progress: Progress) -> frozenset[str]:
    """Return which of these places are gone."""
    return frozenset(place for place in places if not Path(place).exists())


def is_trusted(place: Path, device: str, _progress: Progress) -> bool:
    """Tell whether a vault lets this device in. Whether the keyring still holds the key is found when it is asked."""
    from database.errors import VaultError  # noqa: PLC0415 - see the module's first sentence
    from database.folder import header_of  # noqa: PLC0415
    from database.slots import DEVICE  # noqa: PLC0415

    with suppress(VaultError):
        return any(slot.kind == DEVICE and slot.parameters["device"] == device for slot in header_of(place).slots)
    return False


def opening(
    place: Path, credential: Credential, now: Clock, *, read_only: bool = False, backups: Path | None = None
) -> Opening:
    """Return the work of opening a vault."""

    def work(_progress: Progress) -> Entered:
        from app.shell.session import open_vault  # noqa: PLC0415 - see the module's first sentence
        from database.credentials import RecoveryKey  # noqa: PLC0415
        from database.errors import VaultError  # noqa: PLC0415

        session = open_vault(place, credential, now, read_only=read_only, backups=backups)
        recovered = isinstance(credential, RecoveryKey) and not session.read_only
        if recovered:
            with suppress(VaultError):  # a full disk keeps nobody out who has the sheet
                session.vault.note("recovery_key.used")
        return Entered(session, recovered=recovered)

    return work


def opening_here(
    place: Path, device: str, now: Clock, *, read_only: bool = False, backups: Path | None = None
) -> Opening:
    """Return the work of opening a vault with the key that the keyring of this computer holds. NoDeviceKey if not."""

    def work(progress: Progress) -> Entered:
        from app.system.device_keys import recall  # noqa: PLC0415 - see the module's first sentence
        from app.system.keyring_troubles import Trouble  # noqa: PLC0415
        from database.credentials import DeviceKey  # noqa: PLC0415
        from database.errors import WrongPassphrase  # noqa: PLC0415

        secret = recall(device, meanwhile=lambda: progress.tell(0))
        if isinstance(secret, Trouble):
            raise NoDeviceKey(secret)
        key = DeviceKey(device, secret)
        try:
            return opening(place, key, now, read_only=read_only, backups=backups)(progress)
        except WrongPassphrase as error:
            raise NoDeviceKey(Trouble.WRONG) from error

    return work


def salvaging(now: Clock) -> Callable[[Path, Credential, Path], Callable[[Progress], Salvaged]]:
    """Return how the work is got of making a new vault from what can be read in a damaged one."""

    def work(place: Path, credential: Credential, target: Path) -> Salvaged:
        from app.registers.schema import SCHEMA  # noqa: PLC0415 - see the module's first sentence
        from database.author import Author, system_user  # noqa: PLC0415
        from database.salvaging import salvage  # noqa: PLC0415

        return salvage(place, credential, target, SCHEMA, author=Author(system_user(), now))

    return lambda place, credential, target: lambda _progress: work(place, credential, target)


def making(place: Path, passphrase: str, now: Clock) -> Opening:
    """Return the work of making a vault, and a recovery key for it if the disk has room for that, too."""

    def work(_progress: Progress) -> Entered:
        from app.shell.session import make_vault  # noqa: PLC0415 - see the module's first sentence
        from database.errors import VaultError  # noqa: PLC0415
        from database.key_slots import renew_recovery_key  # noqa: PLC0415

        session = make_vault(place, passphrase, now)
        with suppress(VaultError):
            return Entered(session, renew_recovery_key(session.vault, now().date()))
        return Entered(session)

    return work


def demonstrating(now: Clock) -> Opening:
    """Return the work of setting up the demo company."""

    def work(_progress: Progress) -> Entered:
        from app.shell.session import demo_company  # noqa: PLC0415 - see the module's first sentence

        return Entered(demo_company(now))

    return work
