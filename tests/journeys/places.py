"""The paths below a home folder that the program may write to. Whatever it writes must be one of them."""

from __future__ import annotations

import re

_UNFINISHED = r"\.[0-9a-f]{8}"
_VAULT = rf"\.?[^/]+\.nachweis(?:{_UNFINISHED})?"
_PAPERS = r"papers-[0-9a-f]{16}"

_EMPTY_FOLDERS = r"\.config|\.cache|\.local|\.local/share|\.local/state"
_SETTINGS = rf"\.config/Nachweis(?:/settings\.json|/\.settings\.json{_UNFINISHED})?"
_LOG = r"\.local/state/Nachweis(?:/log(?:/nachweis\.log)?)?"
_VAULTS = rf"\.local/share/Nachweis(?:/vaults(?:/{_VAULT})?)?"
_IN_A_VAULT = (
    rf"\.local/share/Nachweis/vaults/{_VAULT}/"
    rf"(?:vault\.json|\.vault\.json{_UNFINISHED}|vault\.lock|register\.db(?:-journal)?)"
)
_BACKUPS = (
    r"\.local/share/Nachweis/backups(?:/[^/]+"
    rf"(?:/[^/]+\.nachweis-backup|/\.[^/]+\.nachweis-backup{_UNFINISHED})?)?"
)
_OPENED = rf"\.cache/Nachweis(?:/opened(?:/{_PAPERS}(?:\.lock|/[0-9a-f]{{8}}(?:/[^/]+\.pdf)?)?)?)?"
_SAVED = rf"saved\.pdf|\.saved\.pdf{_UNFINISHED}"
_OF_THE_SYSTEM = r"\.cache/fontconfig(?:/[^/]+)?|\.local/share/recently-used\.xbel"

_KNOWN = re.compile(
    f"{_EMPTY_FOLDERS}|{_SETTINGS}|{_LOG}|{_VAULTS}|{_IN_A_VAULT}|{_BACKUPS}|{_OPENED}|{_SAVED}|{_OF_THE_SYSTEM}"
)
_A_PAPER = re.compile(rf"\.cache/Nachweis/opened/{_PAPERS}/[0-9a-f]{{8}}/[^/]+\.pdf|{_SAVED}")


def is_known(path: str) -> bool:
    """Tell whether the program may write there; `path` is relative to the home folder."""
    return _KNOWN.fullmatch(path) is not None


def is_paper(path: str) -> bool:
    """Tell whether a paper in the clear may lie there."""
    return _A_PAPER.fullmatch(path) is not None
