"""The paths below a home folder that the program may write to. Whatever it writes must be one of them."""

from __future__ import annotations

import re

_PARTS = {
    "<any>": r"[^/]+",
    "<8>": r"[0-9a-f]{8}",
    "<16>": r"[0-9a-f]{16}",
    "<vault>": r"(?:[^/]+\.nachweis|\.[^/]+\.nachweis\.[0-9a-f]{8})",
    "<backup>": r"(?:[^/]+\.nachweis-backup|\.[^/]+\.nachweis-backup\.[0-9a-f]{8})",
    "<register>": r"register(?:-\d+)?\.db(?:-journal)?",
}

_PLACES = """
.config .cache .local .local/share .local/state

.config/Nachweis
.config/Nachweis/settings.json .config/Nachweis/.settings.json.<8>

.local/state/Nachweis .local/state/Nachweis/log .local/state/Nachweis/log/nachweis.log

.local/share/Nachweis
.local/share/Nachweis/vaults
.local/share/Nachweis/vaults/<vault>
.local/share/Nachweis/vaults/<vault>/vault.json .local/share/Nachweis/vaults/<vault>/.vault.json.<8>
.local/share/Nachweis/vaults/<vault>/vault.lock
.local/share/Nachweis/vaults/<vault>/<register>

.local/share/Nachweis/backups
.local/share/Nachweis/backups/<any>
.local/share/Nachweis/backups/<any>/<backup>
.local/share/Nachweis/backups/<any>/second-place.json .local/share/Nachweis/backups/<any>/.second-place.json.<8>
.local/share/Nachweis/backups/<any>/.trial.<8>
.local/share/Nachweis/backups/<any>/.trial.<8>/<vault>
.local/share/Nachweis/backups/<any>/.trial.<8>/<vault>/vault.json
.local/share/Nachweis/backups/<any>/.trial.<8>/<vault>/<register>
stick stick/<backup> stick/export.zip stick/.export.zip.<8>

.cache/Nachweis
.cache/Nachweis/opened
.cache/Nachweis/opened/papers-<16>.lock
.cache/Nachweis/opened/papers-<16>
.cache/Nachweis/opened/papers-<16>/<8>
"""

_PAPERS = """
.cache/Nachweis/opened/papers-<16>/<8>/<any>.pdf
saved.pdf   .saved.pdf.<8>
sheet-1.pdf .sheet-1.pdf.<8>
sheet-2.pdf .sheet-2.pdf.<8>
"""

_OF_THE_SYSTEM = """
.local/share/recently-used.xbel
.cache/fontconfig
.cache/fontconfig/<any>
"""


def is_known(path: str) -> bool:
    """Tell whether the program may write there; `path` is relative to the home folder."""
    return _KNOWN.fullmatch(path) is not None


def is_paper(path: str) -> bool:
    """Tell whether a paper in the clear may lie there."""
    return _A_PAPER.fullmatch(path) is not None


def _any_of(places: str) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(place) for place in places.split()))


def _pattern(place: str) -> str:
    parts = re.split(r"(<\w+>)", place)
    return "".join(_PARTS.get(part, re.escape(part)) for part in parts)


_KNOWN, _A_PAPER = _any_of(_PLACES + _PAPERS + _OF_THE_SYSTEM), _any_of(_PAPERS)
