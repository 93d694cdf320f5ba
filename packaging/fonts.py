"""Make the shipped font files from the published families: cut to Latin, kerning kept, renamed.

Run by hand when a family is updated, never at build time; the results are committed. See
`resources/fonts/README.md` for where the input comes from and why each step is taken.

    npm pack source-serif@4.5.1 source-sans@3.52.0 @expo-google-fonts/inter@0.4.2   (then unpack each)
    python packaging/fonts.py SERIF/package/TTF SANS/package/TTF INTER/package
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # brings no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # brings no types

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00), *range(0x2B0, 0x300))
SPACES_AND_HYPHENS = (*range(0x2002, 0x200B), 0x202F, 0x2010, 0x2011)
SIGNS = "§€≥≤><×÷−–—„“”‚‘’‹›«»→←↑↓·•✓…‰′″№™≈≠±∞⁄†‡"
MUST_HOLD = "äöüÄÖÜßẞéèçñőűłŁşğČž§€≥≤>×÷−–„“”‚‘’→·✓…"
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 8, 9, 11, 13, 14, 16, 17)


@dataclass(frozen=True, slots=True)
class Face:
    """One file to make: its source, its place, the words of its old name and their new ones."""

    source: Path
    target: Path
    renames: tuple[tuple[str, str], ...]
    features: tuple[str, ...]


def paper_faces(serif: Path, sans: Path) -> list[Face]:
    """Return the ten faces of the printed paper; only `kern` stays, for ligatures lose their text in a PDF."""
    serif_names = (("Source Serif 4", "Nachweis Serif"), ("SourceSerif4", "NachweisSerif"))
    sans_names = (("Source Sans 3", "Nachweis Sans"), ("SourceSans3", "NachweisSans"))
    wanted = [
        *((serif, f"SourceSerif4-{style}", serif_names) for style in ("Regular", "It", "Semibold", "SemiboldIt")),
        *((serif, f"SourceSerif4Display-{style}", serif_names) for style in ("Regular", "Semibold")),
        *((sans, f"SourceSans3-{style}", sans_names) for style in ("Regular", "It", "Semibold", "SemiboldIt")),
    ]
    return [
        Face(folder / f"{stem}.ttf", FONTS / "paper" / f"{renamed(stem, names)}.ttf", names, ("kern",))
        for folder, stem, names in wanted
    ]


def screen_faces(inter: Path) -> list[Face]:
    """Return the three weights of the screen; a name of its own, so that an installed Inter is never mixed in."""
    names = (("Inter UI", "Inter UI"), ("Inter", "Nachweis Screen"))
    features = ("kern", "mark", "mkmk", "ccmp", "locl", "calt", "case", "tnum")
    weights = (("400Regular", "Regular"), ("500Medium", "Medium"), ("600SemiBold", "SemiBold"))
    return [
        Face(inter / folder / f"Inter_{folder}.ttf", FONTS / "screen" / f"NachweisScreen-{weight}.ttf", names, features)
        for folder, weight in weights
    ]


def renamed(name: str, renames: tuple[tuple[str, str], ...]) -> str:
    """Return the name with the words that the licence reserves replaced."""
    for old, new in renames:
        name = name.replace(old, new)
    return name


def make(face: Face) -> None:
    """Cut, rename and write one face; the same input always gives the same bytes."""
    font = TTFont(face.source, recalcTimestamp=False)
    missing = [sign for sign in MUST_HOLD if ord(sign) not in font.getBestCmap()]
    if missing:
        raise SystemExit(f"{face.source.name} does not hold {' '.join(missing)}")
    cut(font, face.features)
    rename(font, face.renames)
    face.target.parent.mkdir(parents=True, exist_ok=True)
    font.save(face.target)
    print(f"{face.target.name}: {face.target.stat().st_size:,} bytes")


def cut(font: TTFont, features: tuple[str, ...]) -> None:
    """Drop every glyph, feature and hint that is not needed."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.name_IDs = list(KEPT_NAMES)
    options.name_languages = [0x409]
    options.drop_tables += ["DSIG", "BASE", "STAT"]
    options.recommended_glyphs = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *SPACES_AND_HYPHENS, *(ord(sign) for sign in SIGNS)])
    subsetter.subset(font)


def rename(font: TTFont, renames: tuple[tuple[str, str], ...]) -> None:
    """Give family, full, unique and PostScript names the new words; the copyright line stays as it is."""
    table = font["name"]
    for record in list(table.names):
        if record.platformID != 3 or record.nameID not in KEPT_NAMES:  # noqa: PLR2004 - 3 is Windows, read everywhere
            table.names.remove(record)
        elif record.nameID in {1, 3, 4, 16}:
            record.string = renamed(record.toUnicode(), renames)
        elif record.nameID == 6:  # noqa: PLR2004 - the PostScript name holds no spaces
            record.string = renamed(record.toUnicode(), renames).replace(" ", "")


def main() -> None:
    """Make all faces from the three folders named on the command line."""
    serif, sans, inter = (Path(argument) for argument in sys.argv[1:4])
    for face in [*paper_faces(serif, sans), *screen_faces(inter)]:
        make(face)


if __name__ == "__main__":
    main()
