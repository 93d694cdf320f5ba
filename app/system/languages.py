"""Loads the message catalogues and hands out the two languages.

The first window needs the words of the window only; the catalogues of the law and of the papers are read at the
first sentence that the window's own catalogues do not hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from app.core.language import CODES, Code, Language
from app.system.shipped import root

_WINDOW_AREAS = ("shell", "ui", "system")


class _Later(NullTranslations):
    """Catalogues that are read when a sentence is first looked for in them."""

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__()
        self._paths = paths

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return _read(self._paths)

    def gettext(self, message: str) -> str:
        return self._catalogue.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._catalogue.ngettext(msgid1, msgid2, n)


@cache
def language(code: Code) -> Language:
    """Return a language ready to speak. English needs no catalogue: the messages in the code are English.

    Raises FileNotFoundError if the German catalogues were never compiled (`python3 dev.py setup`).
    """
    if code == "en":
        return Language("en", NullTranslations())
    found = sorted((root() / "translations" / code / "LC_MESSAGES").glob("*.mo"))
    if not found:
        raise FileNotFoundError(f"no compiled messages for {code!r}; run: python3 dev.py setup")
    catalogue = _read([path for path in found if path.stem in _WINDOW_AREAS])
    catalogue.add_fallback(_Later([path for path in found if path.stem not in _WINDOW_AREAS]))
    return Language(code, catalogue)


def _read(paths: Sequence[Path]) -> NullTranslations:
    """Return the catalogues as one, each the fallback of the one before."""
    merged = NullTranslations()
    for path in paths:
        with path.open("rb") as stream:
            merged.add_fallback(GNUTranslations(stream))
    return merged


def code_or_default(wanted: str | None) -> Code:
    """Return the wanted language if the program speaks it, else German."""
    return next((code for code in CODES if code == wanted), "de")
