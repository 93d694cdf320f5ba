"""Copy the icons the program uses from the published Lucide set, in the weight the screens are drawn with.

Run by hand when an icon is added: `npm pack lucide-static@1.62.0`, unpack it, then
`python packaging/icons.py LUCIDE/package/icons NAME…`. Without names, the icons already here are made again.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
OWN = {"nachweis"}
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
)


def redrawn(svg: str) -> str:
    """Return the same outline with a thinner stroke and without class names and comments."""
    shapes = re.findall(r"<(?!svg|/svg|!--)[^>]+>", svg)
    return HEAD + "".join(shape.replace(" />", "/>") for shape in shapes) + "</svg>\n"


def main() -> None:
    """Write the named icons, or all that are here already, from the folder named first."""
    source = Path(sys.argv[1])
    names = sys.argv[2:] or [path.stem for path in ICONS.glob("*.svg") if path.stem not in OWN]
    for name in names:
        outline = redrawn((source / f"{name}.svg").read_text(encoding="utf-8"))
        (ICONS / f"{name}.svg").write_text(outline, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
