"""Somebody's own words in a label that wraps: a word too long for any line may break anywhere."""

from __future__ import annotations

import re

_LONGEST = 24
_BREAK = "\u200b"
"""A place to break a line that is not to be seen."""


def breakable(text: str) -> str:
    """Return the text with invisible places to break inside its longest words."""
    return re.sub(rf"(\S{{{_LONGEST}}})(?=\S)", rf"\1{_BREAK}", text)


def shortened(text: str, most: int = 280) -> str:
    """Return the text, or its beginning with … if it is long."""
    return text if len(text) <= most else text[:most].rstrip() + " …"
