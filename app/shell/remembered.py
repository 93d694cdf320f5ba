"""The settings while the program runs: a change is on the disk at once; a disk that refuses costs nobody a click."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.language import Code
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
    def last_vault(self) -> Path | None:
        """Return where the vault lies that was open last, if it still lies there."""
        place = Path(self.settings.last_vault) if self.settings.last_vault else None
        return place if place and place.exists() else None

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
