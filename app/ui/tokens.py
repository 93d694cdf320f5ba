"""The colours by name, read once from `resources/theme/tokens.toml`, and how to measure their contrast.

Everything that draws asks for a token, never for a colour, so that light, dark and high contrast are one
table each. Pure: the measuring is done in the tests, without a screen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from app.system.shipped import resource

Scheme = Literal["light", "dark"]
Tone = Literal["ink", "ink2", "edge", "accent", "on-accent", "ok", "due", "breach"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

_DARK_CHANNEL = 0.04045


@cache
def tokens(scheme: Scheme) -> Mapping[str, str]:
    """Return the colours of one scheme, token to `#RRGGBB`."""
    with resource("theme", "tokens.toml").open("rb") as stream:
        table: dict[str, dict[str, str]] = tomllib.load(stream)
    return table[scheme]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two `#RRGGBB` colours by WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARK_CHANNEL else ((channel + 0.055) / 1.055) ** 2.4
