"""What the program remembers about itself on this machine: never anything a register holds.

A damaged settings file costs the settings and not the start: it is put aside, and the defaults apply. Each key is
declared once, with its default and what it may be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args

from app.core.language import CODES, Code
from app.system import known_vaults
from app.system.known_vaults import Vaults
from database.files import make_private_folder, replace_file

ColourScheme = Literal["system", "light", "dark"]
TEXT_SIZES = (100, 125, 150)
"""In per cent."""

LOCK_AFTER = (1, 2, 5, 10, 15, 30, 60, 0)
"""In minutes without a key or a mouse; 0 is never."""

_GEOMETRY = re.compile(r"[A-Za-z0-9+/]{0,2000}={0,2}", re.ASCII)
_MOST_BYTES = 1 << 20


def _is_language(value: object) -> bool:
    return value is None or value in CODES


def _is_colour_scheme(value: object) -> bool:
    return value in get_args(ColourScheme)


def _is_geometry(value: object) -> bool:
    return isinstance(value, str) and _GEOMETRY.fullmatch(value) is not None


def _is_text_size(value: object) -> bool:
    return type(value) is int and value in TEXT_SIZES


def _is_lock_after(value: object) -> bool:
    return type(value) is int and value in LOCK_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All there is. `window_geometry` is Qt's own description in base64; empty means: not remembered yet."""

    language: Code | None = field(default=None, metadata={"allows": _is_language})
    colour_scheme: ColourScheme = field(default="system", metadata={"allows": _is_colour_scheme})
    text_size: int = field(default=100, metadata={"allows": _is_text_size})
    window_geometry: str = field(default="", metadata={"allows": _is_geometry})
    lock_after: int = field(default=10, metadata={"allows": _is_lock_after})
    vaults: Vaults = ()


_SCALARS = {
    each.name: cast("Callable[[object], bool]", each.metadata["allows"]) for each in fields(Settings) if each.metadata
}


def load(path: Path) -> tuple[Settings, Path | None]:
    """Return the settings and, if the file was damaged, where it has been put aside.

    A key that is missing has its default, a key of another version is ignored, a file that cannot be read is none.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
    except (OSError, ValueError):
        return Settings(), None
    found = _object(content)
    known = {name: found[name] for name in _SCALARS if name in found}
    sound = {name: value for name, value in known.items() if _SCALARS[name](value)}
    vaults, all_sound = known_vaults.read(found)
    damaged = not found or known != sound or not all_sound
    settings = Settings(**cast("dict[str, Any]", sound), vaults=vaults)
    return settings, _put_aside(path) if damaged else None


def save(path: Path, settings: Settings) -> None:
    """Keep the settings. NoSpace or PathProblem if the machine does not let us; the old file is then still there."""
    make_private_folder(path.parent)
    kept = {name: getattr(settings, name) for name in _SCALARS} | {"vaults": known_vaults.written(settings.vaults)}
    replace_file(path, json.dumps(kept, indent=2, sort_keys=True).encode() + b"\n")


def _object(content: bytes) -> dict[str, object]:
    with suppress(ValueError, RecursionError):
        found = json.loads(content.decode("utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _put_aside(path: Path) -> Path | None:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    with suppress(OSError):
        path.rename(aside)
        return aside
    return None
