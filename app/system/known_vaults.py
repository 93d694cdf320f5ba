"""Which vaults this program has opened on this machine: where each lies, and when it was open last.

Nothing in the list comes from inside a vault. A vault is called what its folder is called, so whoever reads the
settings learns no more than whoever looks at the folders. A bad entry costs itself and none of the others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import cast

MOST = 50
"""The ones opened longest ago are forgotten first; a vault that is not in the list can still be opened."""

_LONGEST_PATH = 32_767
_DEVICE = re.compile(r"[0-9a-f]{0,64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVault:
    """One vault: its folder, when it was opened last, a second place for its backups, this device's key slot."""

    place: str
    opened_at: datetime | None = None
    second_place: str = ""
    device: str = ""

    @property
    def path(self) -> Path:
        """Return where the vault lies."""
        return Path(self.place)

    @property
    def name(self) -> str:
        """Return what the vault is called on the screen."""
        return self.path.stem

    def lies_at(self, place: str | Path) -> bool:
        """Tell whether this is the vault at a place."""
        return os.path.normcase(self.place) == os.path.normcase(place)


Vaults = tuple[KnownVault, ...]


def entry_of(vaults: Vaults, place: str | Path) -> KnownVault | None:
    """Return the entry for a place, if there is one."""
    return next((entry for entry in vaults if entry.lies_at(place)), None)


def opened(vaults: Vaults, place: str | Path, at: datetime | None) -> Vaults:
    """Return the list with a vault at its head that has just been opened; what is known of it stays."""
    known = entry_of(vaults, place) or KnownVault(place=str(place))
    return (replace(known, opened_at=at), *forgotten(vaults, place))[:MOST]


def amended(vaults: Vaults, place: str | Path, *, second_place: str | None = None, device: str | None = None) -> Vaults:
    """Return the list with something else known of one vault; one that is not in it stays out of it."""

    def changed(entry: KnownVault) -> KnownVault:
        if not entry.lies_at(place):
            return entry
        second = entry.second_place if second_place is None else second_place
        return replace(entry, second_place=second, device=entry.device if device is None else device)

    return tuple(map(changed, vaults))


def forgotten(vaults: Vaults, place: str | Path) -> Vaults:
    """Return the list without one vault. Its folder is left alone."""
    return tuple(entry for entry in vaults if not entry.lies_at(place))


def read(found: Mapping[str, object]) -> tuple[Vaults, bool]:
    """Return the vaults in a settings file, and whether every entry was sound.

    The first version remembered one place alone, as `last_vault`.
    """
    if "vaults" not in found:
        last = found.get("last_vault", "")
        entry = _entry({"place": last}) if last else None
        return ((entry,) if entry else (), last == "" or entry is not None)
    listed = found["vaults"]
    if not isinstance(listed, list):
        return (), False
    entries = [_entry(each) for each in listed[:MOST]]
    vaults: Vaults = ()
    for entry in entries:
        if entry and not entry_of(vaults, entry.place):
            vaults = (*vaults, entry)
    return vaults, None not in entries


def written(vaults: Vaults) -> list[dict[str, str]]:
    """Return the list as a settings file keeps it."""
    return [
        {
            name: value.isoformat() if isinstance(value, datetime) else value or ""
            for name, value in asdict(each).items()
        }
        for each in vaults
    ]


def is_path(value: object) -> bool:
    """Tell whether this can be a path in a settings file."""
    return isinstance(value, str) and len(value) <= _LONGEST_PATH and "\0" not in value


def _entry(found: object) -> KnownVault | None:
    """Return one entry, or nothing if any part of it is not what it must be; parts of a later version are ignored."""
    if not isinstance(found, dict) or not found.get("place"):
        return None
    texts = {each.name: found.get(each.name, "") for each in fields(KnownVault)}
    device, opened_at = texts["device"], texts.pop("opened_at")
    if not all(is_path(text) for text in texts.values()) or not _DEVICE.fullmatch(cast("str", device)):
        return None
    try:
        return KnownVault(**cast("dict[str, str]", texts), opened_at=_moment(opened_at))
    except (TypeError, ValueError):
        return None


def _moment(text: object) -> datetime | None:
    if text == "":
        return None
    moment = datetime.fromisoformat(cast("str", text))
    if moment.utcoffset() is None:
        raise ValueError("a moment without its offset from UTC")
    return moment
