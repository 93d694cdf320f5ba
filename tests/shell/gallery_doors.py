"""The pictures of everything that stands in front of a vault, and between the door and the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool

from app.registers.schema import SCHEMA
from app.shell.forgotten import Forgotten
from app.shell.gate import Door
from app.shell.opening import Entered, NoDeviceKey
from app.shell.session import open_vault
from app.shell.surroundings import Surroundings
from app.shell.window import MainWindow
from app.system.keyring_troubles import Trouble
from database.backup import write_backup
from database.credentials import RecoveryKey
from database.errors import VaultInUse, WrongPassphrase
from database.keys import Argon2Cost
from database.vault import create
from tests.shell.worlds import NOW, PASSPHRASE

KEY = RecoveryKey(bytes(range(20)))


def doors(window: MainWindow, surroundings: Surroundings, place: Path) -> Iterator[str]:
    """Show every door in turn, and yield its name."""
    yield "first-start"
    if not place.exists():
        with create(place, PASSPHRASE, SCHEMA, cost=Argon2Cost(1, 1, 64)) as vault:
            write_backup(vault, surroundings.folders.backups_of(place))
    window.entrance.go_to(place)
    yield "unlock"
    yield from troubles(window, place)
    yield from several(window, surroundings, place)
    window.entrance._begin(place, "forgotten")
    door = window.door
    assert isinstance(door, Forgotten)
    door.key.set_text(" ".join((*KEY.words()[:3], "ABCDE")))
    yield "forgotten-with-a-slip"
    window.entrance.restore()
    QThreadPool.globalInstance().waitForDone()
    yield "restore"


def troubles(window: MainWindow, place: Path) -> Iterator[str]:
    """Show the door to one vault with what can go wrong there."""
    entrance, door = window.entrance, window.door
    assert isinstance(door, Door)
    door.offer_device()
    entrance._failed(entrance._attempt, WrongPassphrase(place))
    yield "unlock-wrong"
    entrance._failed(entrance._attempt, NoDeviceKey(Trouble.LOCKED))
    yield "unlock-keyring-locked"
    entrance._again = partial(entrance.go_to, place)
    entrance._failed(entrance._attempt, VaultInUse(place))
    yield "unlock-in-use"


def several(window: MainWindow, surroundings: Surroundings, place: Path) -> Iterator[str]:
    """Show the door to one of three vaults, one of which is gone, and the door to that one."""
    gone = surroundings.folders.vaults / "Muster Logistik.nachweis"
    for days, other in enumerate((place.with_name("Muster Beteiligungen.nachweis"), gone, place)):
        other.mkdir(exist_ok=True)
        surroundings.remembered.opened(other, NOW + timedelta(days=days))
    gone.rmdir()
    window.entrance.go_to(place)
    QThreadPool.globalInstance().waitForDone()
    yield "unlock-one-of-several"
    window.entrance.go_to(gone)
    yield "missing-vault"


def arrivals(window: MainWindow, place: Path) -> Iterator[str]:
    """Show what comes between the door and the pages."""
    for name, entered in (("sheet", partial(Entered, sheet=KEY)), ("new-passphrase", partial(Entered, recovered=True))):
        window._opened(entered(open_vault(place, PASSPHRASE, lambda: NOW)))
        yield name
        window.lock()
