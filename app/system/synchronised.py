"""Whether a folder is one that a service copies to other computers, and which service that is.

An encrypted register that two computers change at the same time ends in two versions of it. So a vault in such a
folder gets a warning, and no more: it does no harm to somebody who works on one computer only. Services are known by
what they tell (a variable, the registry, a file), by what they leave in their folders, and by what they call them.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from app.core.text import Text

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_ONEDRIVE_KEY = r"Software\SyncEngines\Providers\OneDrive"
_DROPBOX_TELLS = ("Dropbox/info.json", ".dropbox/info.json")

_BY_NAME = tuple(
    (service, re.compile(pattern))
    for service, pattern in (
        ("OneDrive", r"onedrive( ?[-–] ?.+)?"),
        ("Dropbox", r"(.+ )?dropbox( \(.+\))?"),
        ("Google Drive", r"google ?drive( ?[-–(].+)?"),
        ("iCloud Drive", r"icloud ?drive( ?[-–(].+)?"),
        ("Nextcloud", r"nextcloud\d*"),
        ("ownCloud", r"owncloud\d*"),
        ("Syncthing", r"syncthing"),
        ("pCloud", r"pcloud ?(drive|sync)?"),
        ("MagentaCLOUD", r"magenta ?cloud"),
        ("HiDrive", r"(strato )?hidrive"),
        ("Seafile", r"seafile|seadrive(_root)?"),
        ("Proton Drive", r"proton ?drive( ?[-–(].+)?"),
        ("Synology Drive", r"synology ?drive"),
        ("MEGA", r"mega ?sync"),
        ("Tresorit", r"tresorit( drive)?"),
    )
)
_IN_HOME = {"box": "Box", "box sync": "Box"}
"""A word that means something else in other places."""
_ON_A_DRIVE = {"my drive": "Google Drive", "meine ablage": "Google Drive"}
_MAC_CLOUDS = ("library", "cloudstorage")
_MAC_ICLOUD = ("library", "mobile documents")
_MAC_OWN = ("Desktop", "Documents")
"""Where macOS lets iCloud Drive have these two, it points to them from inside iCloud Drive."""

_LEFT_BEHIND = {
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".SynologyWorkingDirectory": "Synology Drive",
}
_JOURNAL = re.compile(r"\._?sync_\w+\.db")
"""The journal of a Nextcloud or ownCloud client, in the uppermost folder that it synchronises."""
_MOST_ENTRIES = 20_000
_MOST_BYTES = 1 << 16


if sys.platform == "win32":  # pragma: no cover - the other platform's branch

    def _registered() -> tuple[Path, ...]:
        """Return the folders that OneDrive has entered in the registry, among them the libraries of SharePoint."""
        import winreg  # noqa: PLC0415 - only Windows has it

        found = []
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _ONEDRIVE_KEY) as providers:
            for number in range(winreg.QueryInfoKey(providers)[0]):
                with suppress(OSError), winreg.OpenKey(providers, winreg.EnumKey(providers, number)) as provider:
                    found.append(Path(str(winreg.QueryValueEx(provider, "MountPoint")[0])))
        return tuple(found)
else:

    def _registered() -> tuple[Path, ...]:
        """Return nothing: only Windows has a registry."""
        return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whose computer it is: the home folder, the variables, what OneDrive has entered in the registry."""

    home: Path = field(default_factory=lambda: Path(os.path.expanduser("~")))  # noqa: PTH111 - Path.home raises where there is none
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    registered: tuple[Path, ...] = field(default_factory=_registered)


def service_of(place: Path, around: Surroundings | None = None) -> str | None:
    """Return the name of the service that copies what is in this folder, if one is known to.

    It looks into the folder and those above it, which may be on a slow network: ask in a worker.
    """
    surroundings = around or Surroundings()
    forms = _forms(place)
    for told in (_told, _named, _left_behind):
        for form in forms:
            if service := told(form, surroundings):
                return service
    return None


def warning(service: str) -> Text:
    """Return what to tell somebody whose vault lies in a folder of this service."""
    return Text(
        "This vault lies in a folder that {service} synchronises. If two computers change it at the same time, it "
        "falls into two versions, and what is entered in one is missing in the other. Better move the vault to a "
        "folder that is not synchronised, and let {service} have the backups instead. Until then, open it on one "
        "computer at a time, and only when {service} has finished.",
        service=service,
    )


def _told(place: Path, around: Surroundings) -> str | None:
    """Return the service that says of itself that this folder is its own."""
    roots = ((service, form) for service, root in _roots(around) for form in _forms(root) if root.is_absolute())
    return next((service for service, root in roots if len(root.parts) > 1 and _is_inside(place, root)), None)


def _roots(around: Surroundings) -> Iterator[tuple[str, Path]]:
    for name in _VARIABLES:
        if value := around.variables.get(name):
            yield "OneDrive", Path(value)
    yield from (("OneDrive", folder) for folder in around.registered)
    bases = [Path(value) for name in ("APPDATA", "LOCALAPPDATA") if (value := around.variables.get(name))]
    for name in _MAC_OWN:
        yield "iCloud Drive", around.home.joinpath("Library", "Mobile Documents", "com~apple~CloudDocs", name)
    for base in (*bases, around.home):
        for told in _DROPBOX_TELLS:
            yield from (("Dropbox", folder) for folder in _dropbox(base / told))


def _dropbox(told: Path) -> Iterator[Path]:
    """Yield the folders of Dropbox, of which it keeps an account for other programs."""
    with suppress(OSError, ValueError, RecursionError):
        if not told.is_file():
            return
        with told.open("rb") as stream:
            accounts = json.loads(stream.read(_MOST_BYTES))
        for account in accounts.values() if isinstance(accounts, dict) else ():
            if isinstance(account, dict) and isinstance(folder := account.get("path"), str):
                yield Path(folder)


def _named(place: Path, around: Surroundings) -> str | None:
    """Return the service after which one of the folders is called; nobody's home is called after one."""
    names = place.parts
    if depth := next((len(home.parts) for home in _forms(around.home) if _is_inside(place, home)), 0):
        names = names[depth:]
        if service := _named_in_home(names):
            return service
    elif len(names) > 1 and (service := _ON_A_DRIVE.get(names[1].casefold())):
        return service
    return next(filter(None, map(_called, names)), None)


def _named_in_home(names: tuple[str, ...]) -> str | None:
    above = tuple(name.casefold() for name in names[:2])
    if above == _MAC_ICLOUD:
        return "iCloud Drive"
    if above == _MAC_CLOUDS and names[2:]:
        provider = names[2].partition("-")[0]
        return _called(names[2]) or _IN_HOME.get(provider.casefold()) or provider
    return _IN_HOME.get(above[0]) if above else None


def _called(name: str) -> str | None:
    compared = unicodedata.normalize("NFC", name).casefold()
    return next((service for service, pattern in _BY_NAME if pattern.fullmatch(compared)), None)


def _left_behind(place: Path, _around: Surroundings) -> str | None:
    """Return the service whose traces lie in this folder or in one above it."""
    for folder in (place, *place.parents):
        with suppress(OSError, ValueError):
            for name, service in _LEFT_BEHIND.items():
                if os.path.lexists(folder / name):
                    return service
            with os.scandir(folder) as entries:
                if any(_JOURNAL.fullmatch(entry.name) for entry in islice(entries, _MOST_ENTRIES)):
                    return "Nextcloud"
    return None


def _forms(place: Path) -> list[Path]:
    """Return the folder as it is named, and where it really lies."""
    forms: list[Path] = []
    with suppress(OSError, ValueError):
        forms.append(Path(os.path.abspath(place)))  # noqa: PTH100 - it takes `..` out, and asks nobody
        forms.append(Path(os.path.realpath(place)))  # Path.resolve raises where links go in a circle
    return forms


def _is_inside(place: Path, root: Path) -> bool:
    return _parts(place)[: len(root.parts)] == _parts(root)


def _parts(place: Path) -> tuple[str, ...]:
    """Return the names of a path as they are compared: two of the three systems know no capital letters."""
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in place.parts)
