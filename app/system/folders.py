"""Where this program keeps what on this machine, for this user alone.

Vaults lie in the local application folder and not under “Documents”: Windows moves that folder into OneDrive without
asking, and an encrypted register that two machines synchronise is the surest way to a conflict copy. The place is
shown in the program, and any other can be chosen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from database.errors import PathProblem
from database.files import SUFFIX, naming

_NAME = "Nachweis"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_LONGEST = 60
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The places this program writes to, each made when it is first needed."""

    settings: Path
    vaults: Path
    backups: Path
    log: Path
    opened: Path

    def backups_of(self, vault: Path) -> Path:
        """Return where the backups of a vault go. They lie beside all vaults: who removes one keeps its backups."""
        return self.backups / vault.stem


def of_this_user() -> Folders:
    """Return the platform's own places. PathProblem if the user has no home folder at all."""
    folders = Folders(
        settings=platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json",
        vaults=platformdirs.user_data_path(_NAME, appauthor=False) / "vaults",
        backups=platformdirs.user_data_path(_NAME, appauthor=False) / "backups",
        log=platformdirs.user_log_path(_NAME, appauthor=False),
        opened=platformdirs.user_cache_path(_NAME, appauthor=False) / "opened",
    )
    if not folders.vaults.is_absolute():
        raise PathProblem(folders.vaults, "missing", "no home folder")
    return folders


def place_for_vault(vaults: Path, company: str) -> Path:
    """Return a place for a new vault that every platform can name and where nothing is yet."""
    name = file_name(company, "")
    number = 1
    with naming(vaults):
        while True:
            path = vaults / f"{name}{f' {number}' if number > 1 else ''}{SUFFIX}"
            if not path.exists() and not path.is_symlink():
                return path
            number += 1


def file_name(words: str, ending: str) -> str:
    """Return the words as a name for a file or folder on any platform; what cannot be in one becomes a blank."""
    seen = "".join(
        " " if unicodedata.category(char) in _UNSEEN else char for char in unicodedata.normalize("NFC", words)
    )
    name = " ".join(_FORBIDDEN.sub(" ", seen).split())
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return f"{name or _NAME}{ending}"
