"""Spaces that must not break: between § and its number, a number and its unit, a sign of comparison and its value.

Applied to every spoken sentence in one place, so that nobody sets a non-breaking space by hand.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_AFTER = re.compile(
    r"(?<![\w])(§§?|Abs\.|Nrn?\.|Satz|Art\.|Anlage|Anhang|Abteilung|no\.|section|sections|sentence|Annex|division"
    r"|≥|≤|>|<|=|÷|×) (?=[\d§€])"
)
_BEFORE = re.compile(
    r"(?<=\d) (?=(?:€|%|EUR|h|Stunden|hours|Tage|Tagen|days|Mio\.|Mrd\.|million|Abs\.|≥|≤|÷|×|BSIG|GmbHG|AktG|OWiG|BGB)"
    r"(?!\w))"
)
_UNIT = re.compile(r"(Mio\.|Mrd\.|million|€|%) (?=[€≤≥<>÷×])")


def bind(text: str) -> str:
    """Return the text with the spaces made non-breaking that a reader would not want to see broken."""
    text = _AFTER.sub(rf"\1{NBSP}", text)
    text = _BEFORE.sub(NBSP, text)
    return _UNIT.sub(rf"\1{NBSP}", text)
