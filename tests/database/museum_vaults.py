"""The vaults of the museum, one per schema; a test gets a copy of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

PASSPHRASES = {1: 'Museum 1: Schlüssel & "Riegel"', 2: "Museum 2; O'Brien & Söhne"}
"""They open made-up content and stand in the museum's README, too."""

_MUSEUM = Path(__file__).with_name("museum")


def museum(schema: int, folder: Path) -> Path:
    """Return a copy of the vault of a schema in a folder."""
    name = f"schema-{schema}.nachweis"
    return Path(shutil.copytree(_MUSEUM / name, folder / name))
