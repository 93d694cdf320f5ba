"""Where the files that came with the program lie: beside the source, or inside the frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder that holds `resources/` and `translations/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """Return the path of one shipped resource, such as `resource("law", "duties.toml")`."""
    return root().joinpath("resources", *parts)
