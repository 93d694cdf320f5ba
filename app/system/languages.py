"""Loads the message catalogues and hands out the two languages."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations

from app.core.language import CODES, Code, Language
from app.system.shipped import root


@cache
def language(code: Code) -> Language:
    """Return a language ready to speak. English needs no catalogue: the messages in the code are English.

    Raises FileNotFoundError if the German catalogues were never compiled (`python3 dev.py setup`).
    """
    if code == "en":
        return Language("en", NullTranslations())
    catalogues = sorted((root() / "translations" / code / "LC_MESSAGES").glob("*.mo"))
    if not catalogues:
        raise FileNotFoundError(f"no compiled messages for {code!r}; run: python3 dev.py setup")
    merged: GNUTranslations | None = None
    for path in catalogues:
        with path.open("rb") as stream:
            part = GNUTranslations(stream)
        if merged is None:
            merged = part
        else:
            merged.add_fallback(part)
    assert merged is not None  # noqa: S101 - the list was not empty
    return Language(code, merged)


def code_or_default(wanted: str | None) -> Code:
    """Return the wanted language if the program speaks it, else German."""
    return next((code for code in CODES if code == wanted), "de")
