"""The settings while the program runs: a change is on the disk at once; a disk that refuses costs nobody a click."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.language import Code
from app.system import known_vaults
from app.system.known_vaults import KnownVault, Vaults
from app.system.settings import load, save
from database.errors import VaultError


class Remembered:
    """The settings of this user on this machine."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings, self.put_aside = load(path)

    @property
    def language(self) -> Code | None:
        """Return the language somebody chose, if somebody did."""
        return self.settings.language

    @property
    def vaults(self) -> Vaults:
        """Return the vaults that were opened here, the newest first; some may have been moved away since."""
        return self.settings.vaults

    @property
    def last_vault(self) -> Path | None:
        """Return the vault opened last of those that are still there; if none is, the one that was opened last."""
        places = [entry.path for entry in self.vaults]
        return next((place for place in places if place.exists()), next(iter(places), None))

    def vault(self, place: Path) -> KnownVault:
        """Return what is known of a vault; one that was never opened here has an entry of its place alone."""
        return known_vaults.entry_of(self.vaults, place) or KnownVault(place=str(place))

    def opened(self, place: Path, at: datetime) -> None:
        """Put a vault at the head of the list."""
        self.change(vaults=known_vaults.opened(self.vaults, place, at))

    def amend(self, place: Path, *, second_place: str | None = None, device: str | None = None) -> None:
        """Remember of a vault where its second backups go, or the key slot of this device. Empty means none."""
        amended = known_vaults.amended(self.vaults, place, second_place=second_place, device=device)
        self.change(vaults=amended)

    def forget(self, place: Path) -> None:
        """Take a vault off the list. No file is touched."""
        self.change(vaults=known_vaults.forgotten(self.vaults, place))

    def change(self, **changed: Any) -> None:  # noqa: ANN401 - the settings know their own types
        """Remember something else from now on."""
        changed_settings = replace(self.settings, **changed)
        if changed_settings == self.settings:
            return
        self.settings = changed_settings
        try:
            save(self._path, self.settings)
        except VaultError as error:
            from app.system import log  # noqa: PLC0415 - the first window has nothing to note

            log.trouble("settings.not_saved", error)
