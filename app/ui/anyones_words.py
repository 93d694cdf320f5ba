"""Text that somebody typed, made harmless for the screen: a word of 10,000 letters, markup, very long names.

Nothing is taken away from what is stored or read aloud; only the drawing gets places to break and an end.
"""

from __future__ import annotations

import re
from html import escape

_LONG_RUN = re.compile(r"\S{41,}")
_PIECE = re.compile(r"(\S{20})(?=\S)")
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return the text with invisible places to break in words too long for any line."""
    return _LONG_RUN.sub(lambda run: _PIECE.sub(rf"\1{_BREAK}", run.group()), text)


def shortened(text: str, most: int = 120) -> str:
    """Return the text, or its beginning and an ellipsis where only so much can be shown."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def tooltip(text: str) -> str:
    """Return the text for a tooltip, which would read markup in it otherwise."""
    return f"<qt>{escape(shortened(text, 400))}</qt>" if text else ""
