"""Make the three fonts that step in where the paper's own fonts have no glyph: names and words in other scripts.

Run by hand, never at build time; the results are committed. The paper fonts hold Latin. A supplier's name in Greek,
Hebrew or Chinese must still appear in a report, so these three are loaded when, and only when, such a character is met.

    python packaging/fallback_fonts.py DejaVuSans.ttf NotoEmoji_400Regular.ttf DroidSansFallback.ttf

Where the input comes from stands in `resources/fonts/fallback/README.md`. The same input gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # brings no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # brings no types

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts" / "fallback"
JOINING = ("init", "medi", "fina", "isol", "rlig", "ccmp", "mark", "mkmk", "locl")
UNUSED_TABLES = ("FFTM", "MATH", "vhea", "vmtx", "kern", "gasp", "DSIG")
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
SYLLABICS = range(0x1400, 0x1680)
BRAILLE = range(0x2800, 0x2900)
PICTOGRAMS = range(0x1F000, 0x20000)
BEYOND_LATIN_1 = range(0x100, 0x1D000)
BASES = frozenset(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
"""Latin letters stay for accents that no ready letter has: an accent must stand in the font of its letter."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """One font to make: what it is called, which characters stay, which layout features stay."""

    name: str
    keeps: Callable[[int], bool]
    features: tuple[str, ...] = ()


WORLD = Fallback(
    "NachweisWorld",
    lambda u: u in BASES or (u in BEYOND_LATIN_1 and not any(u in cut for cut in (SYLLABICS, BRAILLE, PICTOGRAMS))),
    JOINING,
)
EMOJI = Fallback("NachweisEmoji", lambda u: u > 0x2000)  # noqa: PLR2004 - no digits, no keycap base
EAST = Fallback("NachweisEast", lambda u: u >= 0x2E80)  # noqa: PLR2004 - from the first radical on


def make(source: Path, fallback: Fallback) -> None:
    """Cut, rename and write one font."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = list(fallback.features)
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables = [*options.drop_tables, *UNUSED_TABLES]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[u for u in font.getBestCmap() if fallback.keeps(u)])
    subsetter.subset(font)
    rename(font, fallback.name)
    TARGET.mkdir(parents=True, exist_ok=True)
    font.save(TARGET / f"{fallback.name}.ttf")


def rename(font: TTFont, name: str) -> None:
    """Give the changed copy a name of its own; notices of copyright and licence stay."""
    table = font["name"]
    kept = [r for r in table.names if r.nameID in (0, 5, 7, 13, 14) and (r.platformID, r.langID) == (3, 0x409)]
    table.names = kept
    words = {FAMILY: name, STYLE: "Regular", UNIQUE: f"{name} Regular", FULL: name, POSTSCRIPT: name}
    for number, word in words.items():
        table.setName(word, number, 3, 1, 0x409)


def main(arguments: list[str]) -> None:
    """Make all three fonts."""
    for path, fallback in zip(map(Path, arguments), (WORLD, EMOJI, EAST), strict=True):
        make(path, fallback)


if __name__ == "__main__":
    main(sys.argv[1:])
